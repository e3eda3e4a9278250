/// One field of a cron expression: the values that it allows.
package struct CronField: Hashable, Sendable {
    /// The fields, in their order.
    package enum Name: String, CaseIterable, Sendable {
        case second
        case minute
        case hour
        case dayOfMonth = "day of month"
        case month
        case dayOfWeek = "day of week"

        /// The values that the field may have; the days of a week are counted from Sunday, 0.
        var range: ClosedRange<Int> {
            switch self {
            case .second, .minute: 0...59
            case .hour: 0...23
            case .dayOfMonth: 1...31
            case .month: 1...12
            case .dayOfWeek: 0...6
            }
        }

        /// Words for values, the first for the range's first.
        var words: [Substring] {
            switch self {
            case .month: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
            case .dayOfWeek: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
            default: []
            }
        }
    }

    /// Bit `n` is set if the value `n` is allowed.
    private let bits: UInt64
    /// Whether the field was written as `*` or `?`: then it doesn't restrict the other one of the two for days.
    package let isAny: Bool

    /// Reads a field: `*`, `?`, `3`, `1-5`, `*/15`, `10-40/10`, `5/20`, words for months and days, and lists of these.
    /// Throws `CronError`.
    package init(_ text: Substring, _ name: Name) throws(CronError) {
        var bits: UInt64 = 0
        var isAny = false
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let (allowed, isStar) = try Self.values(of: part, name)
            bits |= allowed
            isAny = isAny || isStar
        }
        self.bits = bits
        self.isAny = isAny
    }

    /// Whether a value is allowed.
    package func allows(_ value: Int64) -> Bool {
        (0..<64).contains(value) && bits & 1 << UInt64(value) != 0
    }

    /// The smallest allowed value that is `value` or more; nil if there is none.
    package func next(from value: Int64) -> Int64? {
        guard value < 64 else { return nil }
        let rest = bits & (UInt64.max << UInt64(max(0, value)))
        return rest == 0 ? nil : Int64(rest.trailingZeroBitCount)
    }

    private static func values(of part: Substring, _ name: Name) throws(CronError) -> (bits: UInt64, isStar: Bool) {
        let pieces = part.split(separator: "/", omittingEmptySubsequences: false)
        guard let span = pieces.first, pieces.count <= 2 else {
            throw CronError(field: name, reason: "has more than one step: \(part)")
        }
        let isStar = span == "*" || span == "?"
        let bounds = try bounds(of: span, hasStep: pieces.count == 2, name)
        let step = try pieces.count == 2 ? number(pieces[1], name) : 1
        guard step > 0 else { throw CronError(field: name, reason: "has a step of zero: \(part)") }
        var bits: UInt64 = 0
        for value in stride(from: bounds.lowerBound, through: bounds.upperBound, by: step) {
            bits |= 1 << UInt64(value)
        }
        return (bits, isStar && step == 1)
    }

    private static func bounds(
        of span: Substring, hasStep: Bool, _ name: Name
    ) throws(CronError) -> ClosedRange<Int> {
        if span == "*" || span == "?" { return name.range }
        let ends = span.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = ends.first, ends.count <= 2 else {
            throw CronError(field: name, reason: "has a range with more than two ends: \(span)")
        }
        let low = try value(first, name)
        let high = try ends.count == 2 ? value(ends[1], name) : (hasStep ? name.range.upperBound : low)
        guard low <= high else { throw CronError(field: name, reason: "has a range whose end comes first: \(span)") }
        return low...high
    }

    private static func value(_ text: Substring, _ name: Name) throws(CronError) -> Int {
        if let index = name.words.firstIndex(of: Substring(text.lowercased())) { return name.range.lowerBound + index }
        let value = try number(text, name)
        guard name.range.contains(value) else {
            throw CronError(
                field: name,
                reason: "has \(value), outside of \(name.range.lowerBound) to \(name.range.upperBound)")
        }
        return value
    }

    private static func number(_ text: Substring, _ name: Name) throws(CronError) -> Int {
        guard !text.isEmpty, text.utf8.count <= 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let value = Int(text)
        else { throw CronError(field: name, reason: "has \"\(text)\", which is no number") }
        return value
    }
}
