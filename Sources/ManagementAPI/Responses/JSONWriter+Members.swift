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
        string(value.internetText)
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
}
