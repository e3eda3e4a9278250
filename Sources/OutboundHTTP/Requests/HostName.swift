/// The name of a host as URLs have it: letters, digits, hyphens and underscores in labels (RFC 1123 section 2.1).
struct HostName: Hashable, Sendable {
    /// The name in lower case, without a dot at its end.
    let text: String

    /// Nil for what can't be a name: international ones are written in Punycode.
    init?(_ text: some StringProtocol) {
        var name = text.lowercased()
        if name.last == "." { name.removeLast() }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard name.utf8.count <= 253, labels.allSatisfy({ (1...63).contains($0.utf8.count) }),
            name.utf8.allSatisfy(Self.isPlain)
        else { return nil }
        self.text = name
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
