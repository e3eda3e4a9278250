extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    /// Makes a string.
    package init(stringLiteral value: String) {
        self = .string(value)
    }

    /// Makes a number.
    package init(integerLiteral value: Int64) {
        self = .integer(value)
    }

    /// Makes a truth value.
    package init(booleanLiteral value: Bool) {
        self = .bool(value)
    }

    /// Makes an array.
    package init(arrayLiteral elements: JSONValue...) {
        self = .array(elements)
    }

    /// Makes an object; of two members with the same name the last one counts.
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        var object = JSONObject()
        for (name, value) in elements { object[name] = value }
        self = .object(object)
    }

    /// Makes `null`.
    package init(nilLiteral: ()) {
        self = .null
    }
}
