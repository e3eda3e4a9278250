import OutboundHTTP

/// Puts dots in place of a target's secrets, so that what the target sends back can be shown.
package struct SecretMask: Sendable {
    private static let dots = Array("…".utf8)
    /// What is shorter isn't taken for a secret: too much else would be hidden.
    private static let minimumLength = 6
    /// Words in addresses that are no secrets have small letters only, and aren't longer than this.
    private static let longestWord = 15
    /// What must be told to nobody, the longest first.
    private let secrets: [[UInt8]]

    package init(_ target: WebhookTarget) {
        let token = target.authorization.split(separator: " ").last.map(String.init) ?? ""
        let secrets = [target.authorization, token, target.secret] + Self.pieces(of: target)
        self.secrets = Set(secrets).map { Array($0.utf8) }.filter { $0.count >= Self.minimumLength }
            .sorted { $0.count > $1.count }
    }

    /// The beginning of a text, with dots in place of secrets; at most `maximum` bytes. `isCut`: the text was longer, so
    /// that only the beginning of a secret may stand at its end.
    package func text(of bytes: [UInt8], isCut: Bool = false, maximum: Int) -> String {
        var shown: [UInt8] = []
        var place = 0
        while place < bytes.count, shown.count < maximum + (secrets.first?.count ?? 0) {
            if let secret = secrets.first(where: { bytes[place...].starts(with: $0) }) {
                shown += Self.dots
                place += secret.count
            } else {
                shown.append(bytes[place])
                place += 1
            }
        }
        if isCut, place == bytes.count { shown.removeLast(min(shown.count, secrets.first?.count ?? 0)) }
        return String(decoding: shown.prefix(maximum), as: UTF8.self)
    }

    /// The values of an address's query; with chat programs what in its path isn't a word, too.
    private static func pieces(of target: WebhookTarget) -> [String] {
        let parts = target.address.url.target.split(separator: "?", maxSplits: 1)
        let query: Substring = parts.count > 1 ? parts[1] : ""
        let values = query.split(separator: "&").map { parameter -> Substring in
            parameter.firstIndex(of: "=").map { parameter[parameter.index(after: $0)...] } ?? parameter
        }
        let path = target.kind == .http ? [] : (parts.first ?? "").split(separator: "/").filter { !isWord($0) }
        return (values + path).map(String.init)
    }

    private static func isWord(_ text: Substring) -> Bool {
        text.utf8.count <= longestWord && text.utf8.allSatisfy { 0x61...0x7A ~= $0 || $0 == UInt8(ascii: "-") }
    }
}
