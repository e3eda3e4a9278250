/// Where audit records are sent: `HOST:PORT` or `[IPv6]:PORT`, as Harbor writes it.
package struct SyslogEndpoint: Sendable, Hashable {
    /// The name or address, without brackets.
    package let host: String
    /// The port, as it was written.
    package let port: Int

    /// Reads the text; nil for any other.
    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]) else { return nil }
        var host = text[..<colon]
        let isBracketed = host.first == "[" && host.last == "]"
        if isBracketed { host = host.dropFirst().dropLast() }
        let isPlain = host.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "/") }
        guard !host.isEmpty, host.utf8.count <= 255, isPlain, isBracketed || !host.contains(":") else { return nil }
        self.host = String(host)
        self.port = port
    }
}
