package import Time

/// A condition on a key of a list's elements, as Harbor's `q` parameter has it.
package struct FilterTerm: Sendable, Hashable {
    package let key: String
    package let condition: FilterCondition

    package init(key: String, condition: FilterCondition) {
        self.key = key
        self.condition = condition
    }
}

/// What a value has to satisfy.
package enum FilterCondition: Sendable, Hashable {
    /// `k=v`: the value itself.
    case exact(FilterValue)
    /// `k=~v`: text that contains this, whatever the case of its letters.
    case fuzzy(String)
    /// `k=[a~b]`: from a to b, both included; nil: no end.
    case range(FilterValue?, FilterValue?)
    /// `k={a b}`: one of the values.
    case anyOf([FilterValue])
    /// `k=(a b)`: each of the values, where an element has many.
    case allOf([FilterValue])
}

/// A value of a condition: its text, and the number or time that the text may mean.
package struct FilterValue: Sendable, Hashable {
    /// The text without the quotation marks.
    package let text: String
    /// The number, unless the text was quoted or is none.
    package let integer: Int64?
    /// The moment, if the text is one of the form `2006-01-02T15:04:05` (UTC, also with a blank) or a date alone.
    package let time: Timestamp?

    /// Reads a value; quotation marks make it text.
    package init(_ raw: some StringProtocol) {
        let quote: Character? =
            raw.count >= 2 && raw.first == raw.last && "\"'".contains(raw.first ?? " ") ? raw.first : nil
        let inner = quote == nil ? String(raw) : String(raw.dropFirst().dropLast())
        text = inner
        integer = quote == nil ? Int64(inner) : nil
        time = quote == nil ? FilterTime.parse(inner) : nil
    }
}

/// Moments in conditions.
enum FilterTime {
    /// Reads `2006-01-02`, `2006-01-02T15:04:05` and `2006-01-02 15:04:05`, with or without `Z`.
    static func parse(_ text: String) -> Timestamp? {
        var bytes = Array(text.utf8)
        if bytes.last == UInt8(ascii: "Z") { bytes.removeLast() }
        guard bytes.count == 10 || bytes.count == 19, let year = number(bytes, 0..<4), let month = number(bytes, 5..<7),
            let day = number(bytes, 8..<10), bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        let seconds = CivilDate(year: year, month: month, day: day).daysSince1970 * 86_400
        guard bytes.count == 19 else { return Timestamp(microseconds: seconds * 1_000_000) }
        guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), let hour = number(bytes, 11..<13), let minute = number(bytes, 14..<16),
            let second = number(bytes, 17..<19), hour < 24, minute < 60, second < 61
        else { return nil }
        return Timestamp(microseconds: (seconds + hour * 3600 + minute * 60 + second) * 1_000_000)
    }

    private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int64? {
        var value: Int64 = 0
        for byte in bytes[range] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        return value
    }
}
