import OCI

/// JSON for people: a member a line, set in by tabs, as Go's `json.MarshalIndent` writes it for Harbor's messages.
enum IndentedJSON {
    /// The text of a value.
    static func text(of value: JSONValue, depth: Int = 0) -> String {
        let inner = "\n" + String(repeating: "\t", count: depth + 1)
        let outer = "\n" + String(repeating: "\t", count: depth)
        switch value {
        case .array(let elements) where !elements.isEmpty:
            let lines = elements.map { inner + text(of: $0, depth: depth + 1) }
            return "[" + lines.joined(separator: ",") + outer + "]"
        case .object(let object) where !object.members.isEmpty:
            let lines = object.members.map { member in
                inner + flat(.string(member.name)) + ": " + text(of: member.value, depth: depth + 1)
            }
            return "{" + lines.joined(separator: ",") + outer + "}"
        default: return flat(value)
        }
    }

    private static func flat(_ value: JSONValue) -> String { String(decoding: value.encoded(), as: UTF8.self) }
}

extension String {
    /// The beginning of the text that has at most so many bytes in UTF-8, an ellipsis included if something is missing.
    func cut(toUTF8 maximum: Int) -> String {
        guard utf8.count > maximum else { return self }
        var end = utf8.index(startIndex, offsetBy: maximum - 3)
        while end > startIndex, end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
        return self[..<end] + "…"
    }
}
