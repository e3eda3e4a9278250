import HTTPServing
package import OCI

/// The JSON object that a request brings, read member by member.
///
/// A member of the wrong type is a 400 that names it, one that is missing or too long a 422: as Harbor's clients know
/// it. `null` counts as absent.
package struct JSONBody: Sendable {
    /// The object itself.
    package let object: JSONObject
    private let path: String

    /// Wraps an object; `path` is how its members' names begin in messages.
    package init(_ object: JSONObject, path: String = "") {
        self.object = object
        self.path = path
    }

    /// Whether the object has the member, with a value other than null.
    package func has(_ name: String) -> Bool { value(name) != nil }

    /// The member of any type; nil if it is absent or null.
    package func value(_ name: String) -> JSONValue? {
        guard let value = object[name], value != .null else { return nil }
        return value
    }

    /// Text of at most `maximum` characters without control characters; `multiline`: line breaks and tabs may be in it.
    package func string(_ name: String, maximum: Int = 255, multiline: Bool = false) throws -> String? {
        guard let value = value(name) else { return nil }
        guard let text = value.string else { throw mismatch(name, "a string") }
        guard text.utf8.count <= maximum * 4, text.count <= maximum else {
            throw HTTPFailure.unprocessable("\(path)\(name) in body must have at most \(maximum) characters")
        }
        let isPlain = text.utf8.allSatisfy {
            ($0 >= 0x20 && $0 != 0x7f) || (multiline && ($0 == 0x09 || $0 == 0x0a || $0 == 0x0d))
        }
        guard isPlain else {
            throw HTTPFailure.badRequest("\(path)\(name) in body must not contain control characters")
        }
        return text
    }

    /// Text that must be there and not empty.
    package func required(_ name: String, maximum: Int = 255) throws -> String {
        guard let text = try string(name, maximum: maximum), !text.isEmpty else {
            throw HTTPFailure.unprocessable("\(path)\(name) in body is required")
        }
        return text
    }

    /// A whole number within `range`.
    package func integer(_ name: String, in range: ClosedRange<Int64> = .min ... .max) throws -> Int64? {
        guard let value = value(name) else { return nil }
        guard let number = value.integer else { throw mismatch(name, "a whole number") }
        guard range.contains(number) else {
            throw HTTPFailure.unprocessable(
                "\(path)\(name) in body must be from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// `true` or `false`.
    package func bool(_ name: String) throws -> Bool? {
        guard let value = value(name) else { return nil }
        guard let flag = value.bool else { throw mismatch(name, "true or false") }
        return flag
    }

    /// An object inside this one.
    package func object(_ name: String) throws -> JSONBody? {
        guard let value = value(name) else { return nil }
        guard let inner = value.object else { throw mismatch(name, "an object") }
        return JSONBody(inner, path: "\(path)\(name).")
    }

    /// An array of at most `maximum` elements.
    package func array(_ name: String, maximum: Int) throws -> [JSONValue]? {
        guard let value = value(name) else { return nil }
        guard let elements = value.array else { throw mismatch(name, "an array") }
        guard elements.count <= maximum else {
            throw HTTPFailure.unprocessable("\(path)\(name) in body must have at most \(maximum) elements")
        }
        return elements
    }

    /// An array of objects, at most `maximum` of them.
    package func objects(_ name: String, maximum: Int) throws -> [JSONBody]? {
        try array(name, maximum: maximum)?.enumerated().map { index, element in
            guard let inner = element.object else { throw mismatch("\(name)[\(index)]", "an object") }
            return JSONBody(inner, path: "\(path)\(name)[\(index)].")
        }
    }

    private func mismatch(_ name: String, _ expected: String) -> HTTPFailure {
        .badRequest("\(path)\(name) in body must be \(expected)")
    }
}
