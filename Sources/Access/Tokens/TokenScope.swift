/// What a client asks a token for: `type:name:action,action` (Docker Registry v2 token scope grammar).
package struct TokenScope: Hashable, Sendable {
    /// `repository` or `registry`; other types get no rights.
    package let type: String
    /// The repository's name, or `catalog`.
    package let name: String
    /// The actions in the order asked for.
    package let actions: [String]

    package init(type: String, name: String, actions: [String]) {
        self.type = type
        self.name = name
        self.actions = actions
    }

    /// Reads one scope; nil if it is malformed or longer than 400 bytes.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count <= 400, let first = text.firstIndex(of: ":"), let last = text.lastIndex(of: ":"),
            first < last
        else { return nil }
        // A class in parentheses, as in `repository(plugin):…`, says nothing about rights.
        type = String(text[..<first].prefix { $0 != "(" })
        name = String(text[text.index(after: first)..<last])
        actions = String(text[text.index(after: last)...]).split(separator: ",").map { String($0) }
        guard !type.isEmpty, !name.isEmpty else { return nil }
    }

    /// Reads the scopes of a request: parameters may repeat and each may hold several, separated by spaces.
    ///
    /// At most 20 are read, so that a token always fits a header; malformed ones are left out.
    package static func parse(_ parameters: [String]) -> [TokenScope] {
        parameters.flatMap { (parameter: String) -> [Substring] in parameter.split(whereSeparator: { $0 == " " }) }
            .prefix(20).compactMap { TokenScope($0) }
    }

    /// The scope as it stands in a challenge.
    package var description: String { "\(type):\(name):\(actions.joined(separator: ","))" }
}
