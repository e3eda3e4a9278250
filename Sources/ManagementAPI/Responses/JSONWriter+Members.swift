import HTTPServing
package import OCI
package import Time

/// Writing objects and arrays as the management API's answers need them.
extension JSONWriter {
    /// Writes an object whose members `body` writes.
    package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
        beginObject()
        try body(&self)
        endObject()
    }

    /// Writes an array with what `body` writes for each element.
    package mutating func array<Element>(
        _ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) throws -> Void
    ) rethrows {
        beginArray()
        for element in elements { try body(&self, element) }
        endArray()
    }

    /// Writes a member that is text.
    package mutating func member(_ name: String, _ value: String) {
        self.name(name)
        string(value)
    }

    /// Writes a member that is a number.
    package mutating func member(_ name: String, _ value: some BinaryInteger) {
        self.name(name)
        integer(value)
    }

    /// Writes a member that is true or false.
    package mutating func member(_ name: String, _ value: Bool) {
        self.name(name)
        bool(value)
    }

    /// Writes a member that is an array of texts.
    package mutating func member(_ name: String, _ value: [String]) {
        self.name(name)
        array(value) { $0.string($1) }
    }

    /// Writes a member that is a moment (RFC 3339 with milliseconds, as Harbor), such as `2026-01-02T03:04:05.678Z`.
    package mutating func member(_ name: String, _ value: Timestamp) {
        self.name(name)
        string(APITime.text(value))
    }

    /// Writes a member of any value.
    package mutating func member(_ name: String, _ value: JSONValue) {
        self.name(name)
        self.value(value)
    }

    /// Writes a member that is an object.
    package mutating func member(_ name: String, object body: (inout JSONWriter) throws -> Void) rethrows {
        self.name(name)
        try object(body)
    }

    /// Writes a member that is an array with what `body` writes for each element.
    package mutating func member<Element>(
        _ name: String, array elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) throws -> Void
    ) rethrows {
        self.name(name)
        try array(elements, body)
    }

    /// Writes a member that is text, unless there is none.
    package mutating func memberIfPresent(_ name: String, _ value: String?) {
        if let value { member(name, value) }
    }

    /// Writes a member that is a number, unless there is none.
    package mutating func memberIfPresent(_ name: String, _ value: Int64?) {
        if let value { member(name, value) }
    }

    /// Writes a member that is a moment, unless there is none.
    package mutating func memberIfPresent(_ name: String, _ value: Timestamp?) {
        if let value { member(name, value) }
    }
}

/// Moments in the management API.
package enum APITime {
    /// The moment that Go's clients take for none, which Harbor writes for a pull that never was.
    package static let never = "0001-01-01T00:00:00.000Z"

    /// Writes a moment in RFC 3339 with milliseconds.
    ///
    /// Digit by digit: a page of artifacts has hundreds of moments.
    package static func text(_ moment: Timestamp) -> String {
        let (whole, rest) = max(0, moment.microseconds).quotientAndRemainder(dividingBy: 1_000_000)
        let (days, second) = Int(whole).quotientAndRemainder(dividingBy: 86_400)
        let (year, month, day) = HTTPDate.civil(daysSince1970: days)
        return String(unsafeUninitializedCapacity: 32) { buffer in
            var length = 0
            func append(_ value: Int, digits: Int, _ end: UInt8) {
                var value = value
                for place in stride(from: length + digits - 1, through: length, by: -1) {
                    buffer[place] = UInt8(ascii: "0") + UInt8(value % 10)
                    value /= 10
                }
                buffer[length + digits] = end
                length += digits + 1
            }
            append(year, digits: year > 9999 ? 6 : 4, UInt8(ascii: "-"))
            append(month, digits: 2, UInt8(ascii: "-"))
            append(day, digits: 2, UInt8(ascii: "T"))
            append(second / 3600, digits: 2, UInt8(ascii: ":"))
            append(second / 60 % 60, digits: 2, UInt8(ascii: ":"))
            append(second % 60, digits: 2, UInt8(ascii: "."))
            append(Int(rest / 1000), digits: 3, UInt8(ascii: "Z"))
            return length
        }
    }
}
