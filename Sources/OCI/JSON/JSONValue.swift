/// A JSON value (RFC 8259).
package enum JSONValue: Hashable, Sendable {
    /// The literal `null`.
    case null
    /// The literal `true` or `false`.
    case bool(Bool)
    /// A number without fraction and exponent, exactly.
    case integer(Int64)
    /// Any other number, as it was written.
    case decimal(String)
    /// A string, with its escapes resolved.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object.
    case object(JSONObject)

    /// The deepest nesting of arrays and objects that a document may have.
    package static let maximumDepth = 32

    /// Reads a document strictly (RFC 8259), in time linear to its length.
    ///
    /// The bytes must be UTF-8 without a byte order mark and hold one value and nothing else. Refused, too, are what
    /// readers understand differently, a name that an object has twice and half of a surrogate pair, and runs of more
    /// than 30 combining characters, which would make every later comparison slow.
    ///
    /// - Throws: ``JSONError``.
    package init(parsing bytes: [UInt8]) throws(JSONError) {
        var reader = JSONReader(bytes)
        self = try reader.document()
    }

    /// The string, if this is one.
    package var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The number, if this is one without fraction and exponent that fits.
    package var integer: Int64? {
        if case .integer(let value) = self { value } else { nil }
    }

    /// The truth value, if this is one.
    package var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The elements, if this is an array.
    package var array: [JSONValue]? {
        if case .array(let value) = self { value } else { nil }
    }

    /// The object, if this is one.
    package var object: JSONObject? {
        if case .object(let value) = self { value } else { nil }
    }

    /// The member with this name, if this is an object that has it.
    package subscript(name: String) -> JSONValue? {
        object?[name]
    }
}
