package import HTTPTypes
import NIOCore

/// Where a request came from and under which address the client sees this server.
package struct RequestOrigin: Sendable {
    /// The client's address as text; "local" on a Unix socket.
    package let clientAddress: String
    /// `http` or `https`, as the client sees it.
    package let scheme: String
    /// Host and port as the client sees them.
    package let authority: String

    /// The base address of this server in the client's eyes, without a trailing slash.
    package var baseURL: String { "\(scheme)://\(authority)" }

    package init(clientAddress: String, scheme: String, authority: String) {
        self.clientAddress = clientAddress
        self.scheme = scheme
        self.authority = authority
    }
}

/// Which peers may tell, by `X-Forwarded-` headers, what a client asked of them.
package struct ForwardingRules: Sendable {
    /// The configured address of this server, such as `https://registry.example.com`; nil: taken from each request.
    package let externalURL: String?
    /// Addresses of proxies whose `X-Forwarded-For` counts.
    package let trustedProxies: Set<String>

    package init(externalURL: String? = nil, trustedProxies: Set<String> = []) {
        self.externalURL = externalURL
        self.trustedProxies = trustedProxies
    }

    /// Tells the origin of a request from its head, its peer's address and whether the connection is encrypted.
    package func origin(of head: HTTPRequest, peer: String?, isEncrypted: Bool) -> RequestOrigin {
        var scheme = isEncrypted ? "https" : "http"
        var authority = head.authority ?? "localhost"
        // Without an address the peer is a process of this machine, on a Unix socket.
        if peer.map(Self.isPrivate) ?? true {
            if let forwarded = head.headerFields[.forwardedProtocol], ["http", "https"].contains(forwarded) {
                scheme = forwarded
            }
            if let forwarded = head.headerFields[.forwardedHost] { authority = forwarded }
        }
        if let externalURL, let separator = externalURL.firstRange(of: "://") {
            scheme = String(externalURL[..<separator.lowerBound])
            authority = String(externalURL[separator.upperBound...])
        } else if !Self.isPlainAuthority(authority) {
            authority = "localhost"
        }
        return RequestOrigin(
            clientAddress: clientAddress(of: head, peer: peer ?? "local"), scheme: scheme, authority: authority)
    }

    private func clientAddress(of head: HTTPRequest, peer: String) -> String {
        guard trustedProxies.contains(peer), let forwarded = head.headerFields[.forwardedFor] else { return peer }
        // The last address that isn't one of ours is the first that can't be forged.
        let chain = forwarded.split(separator: ",").map { String($0.trimmingPrefix { $0 == " " }) }
        return chain.last { !trustedProxies.contains($0) && $0.utf8.count <= 64 } ?? peer
    }

    /// Whether an address is loopback or private (RFC 1918, RFC 4193), where reverse proxies stand.
    package static func isPrivate(_ address: String) -> Bool {
        if address.hasPrefix("127.") || address == "::1" || address.hasPrefix("10.") || address.hasPrefix("192.168.") {
            return true
        }
        if address.hasPrefix("fd") || address.hasPrefix("fc") { return address.contains(":") }
        let parts = address.split(separator: ".")
        return parts.count == 4 && parts[0] == "172" && (Int(parts[1]).map { (16...31).contains($0) } ?? false)
    }

    /// Whether a host is made of nothing that could break out of a quoted header value.
    static func isPlainAuthority(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 260
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"),
                    UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}

extension HTTPField.Name {
    static let forwardedProtocol = HTTPField.Name.constant("X-Forwarded-Proto")
    static let forwardedHost = HTTPField.Name.constant("X-Forwarded-Host")
    static let forwardedFor = HTTPField.Name.constant("X-Forwarded-For")
}
