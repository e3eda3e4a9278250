/// Harbor's grammar of the `q` parameter: terms `k=v`, `k=~v`, `k=[a~b]`, `k={a b}` and `k=(a b)`, separated by commas.
///
/// A backslash takes the meaning of the character behind it away. Values in quotation marks are text.
package enum QueryGrammar {
    private static let maximumLength = 4096
    private static let maximumTerms = 32
    private static let maximumValues = 256

    /// Reads the parameter's text; throws `ListingError.malformedQuery`.
    package static func parse(_ text: String) throws(ListingError) -> [FilterTerm] {
        guard text.utf8.count <= maximumLength else {
            throw .malformedQuery("the query string must not be longer than \(maximumLength) bytes")
        }
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f }) else {
            throw .malformedQuery("the query string must not contain control characters")
        }
        var terms: [FilterTerm] = []
        for part in split(Substring(text), at: ",") where !part.isEmpty {
            guard terms.count < maximumTerms else { throw .malformedQuery("the query string has too many terms") }
            terms.append(try term(part))
        }
        return terms
    }

    private static func term(_ part: Substring) throws(ListingError) -> FilterTerm {
        guard let equals = part.firstIndex(of: "=") else { throw missing }
        let key = trimmed(part[..<equals])
        let value = trimmed(part[part.index(after: equals)...])
        guard !key.isEmpty, key.utf8.count <= 64, !value.isEmpty else { throw missing }
        return FilterTerm(key: String(key), condition: try condition(value))
    }

    private static func condition(_ value: Substring) throws(ListingError) -> FilterCondition {
        switch value.first {
        case "~":
            let text = FilterValue(unescaped(value.dropFirst())).text
            guard !text.isEmpty else { throw missing }
            return .fuzzy(text)
        case "[": return try range(inner(value, closing: "]"))
        case "{": return .anyOf(try values(inner(value, closing: "}")))
        case "(": return .allOf(try values(inner(value, closing: ")")))
        default: return .exact(FilterValue(unescaped(value)))
        }
    }

    private static func inner(_ value: Substring, closing: Character) throws(ListingError) -> Substring {
        guard value.count >= 2, value.last == closing else {
            throw .malformedQuery("the query string has a list or range that isn't closed with \(closing)")
        }
        return value.dropFirst().dropLast()
    }

    private static func range(_ inner: Substring) throws(ListingError) -> FilterCondition {
        let ends = split(inner, at: "~")
        guard ends.count == 2 else { throw .malformedQuery("a range in the query string has the form [min~max]") }
        let bounds = ends.map { trimmed($0) }.map { $0.isEmpty ? nil : FilterValue(unescaped($0)) }
        guard bounds[0] != nil || bounds[1] != nil else {
            throw .malformedQuery("a range in the query string needs at least one end")
        }
        return .range(bounds[0], bounds[1])
    }

    private static func values(_ inner: Substring) throws(ListingError) -> [FilterValue] {
        let parts = split(inner, at: " ").filter { !$0.isEmpty }
        guard !parts.isEmpty, parts.count <= maximumValues else {
            throw .malformedQuery("a list in the query string has 1 to \(maximumValues) values, separated by blanks")
        }
        return parts.map { FilterValue(unescaped($0)) }
    }

    private static var missing: ListingError {
        .malformedQuery(#"the query string must contain "=" and the key/value cannot be empty"#)
    }

    /// Splits outside of quotation marks and brackets.
    private static func split(_ text: Substring, at separator: Character) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var quote: Character?
        var depth = 0
        var isEscaped = false
        for index in text.indices {
            let character = text[index]
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if "[{(".contains(character) {
                depth += 1
            } else if "]})".contains(character) {
                depth = max(0, depth - 1)
            } else if character == separator, depth == 0 {
                parts.append(text[start..<index])
                start = text.index(after: index)
            }
        }
        parts.append(text[start...])
        return parts
    }

    private static func unescaped(_ text: Substring) -> String {
        guard text.contains("\\") else { return String(text) }
        var result = ""
        var isEscaped = false
        for character in text {
            if !isEscaped, character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
                isEscaped = false
            }
        }
        return result
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return text
    }
}
