import OCI

/// Where a target is: an `http` or `https` URL (RFC 3986) without user information and fragment, in ASCII.
package struct WebhookAddress: Hashable, Sendable, CustomStringConvertible {
    /// The longest address, in bytes.
    package static let maximumLength = 2048

    /// The address as it was written.
    package let description: String
    /// The name or the number of the host, without brackets, as it was written.
    package let host: String
    /// The port as it was written, or the scheme's own.
    package let port: Int
    package let isEncrypted: Bool

    /// Reads an address; throws `WebhookError.invalid`, with the place `address`.
    package init(_ text: String) throws(WebhookError) {
        func refuse(_ reason: String) -> WebhookError { .invalid(place: "address", reason: reason) }
        guard !text.isEmpty, text.utf8.count <= Self.maximumLength else {
            throw refuse("must have 1 to \(Self.maximumLength) bytes")
        }
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f && !Self.forbidden.contains($0) }) else {
            throw refuse("has a blank or another character that URLs write with %, or as punycode in a host's name")
        }
        guard let (scheme, rest) = Self.split(text), let isEncrypted = ["http": false, "https": true][scheme] else {
            throw refuse("must begin with http:// or https://")
        }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard !rest.contains("#") else { throw refuse("must not have a fragment (#)") }
        guard !authority.contains("@") else {
            throw refuse("must not have a user name or password: put them into auth_header")
        }
        guard let (host, port) = Self.hostAndPort(authority) else {
            throw refuse("needs a host, and a port of 1 to 65535")
        }
        description = text
        self.host = host
        self.port = port ?? (isEncrypted ? 443 : 80)
        self.isEncrypted = isEncrypted
    }

    private static let forbidden = Set("\"<>\\^`{|}".utf8)

    private static func split(_ text: String) -> (scheme: String, rest: Substring)? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let rest = text[text.index(after: colon)...]
        guard rest.hasPrefix("//") else { return nil }
        return (text[..<colon].lowercased(), rest.dropFirst(2))
    }

    private static func hostAndPort(_ authority: Substring) -> (host: String, port: Int?)? {
        var host = authority
        var port: Int?
        let bracket = authority.lastIndex(of: "]") ?? authority.startIndex
        if let colon = authority[bracket...].lastIndex(of: ":") {
            let digits = authority[authority.index(after: colon)...]
            guard digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(digits), 1...65535 ~= number
            else { return nil }
            (host, port) = (authority[..<colon], number)
        }
        if host.hasPrefix("[") {
            guard host.hasSuffix("]"), host.count > 2 else { return nil }
            host = host.dropFirst().dropLast()
            guard host.utf8.allSatisfy({ isHexadecimal($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") })
            else { return nil }
        } else if host.utf8.contains(where: { "[]:%!$&'()*+,;=".utf8.contains($0) }) {
            return nil
        }
        return host.isEmpty || host.utf8.count > 255 ? nil : (String(host), port)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }
}
