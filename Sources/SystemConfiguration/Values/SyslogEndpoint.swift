/// How audit records travel to a syslog server.
package enum SyslogTransport: String, Sendable, Hashable, CaseIterable {
    /// A datagram each (RFC 5426).
    case udp
    /// A line each (RFC 6587, section 3.4.2).
    case tcp
    /// Counted frames under TLS (RFC 5425).
    case tls
}

/// Where audit records are sent: `HOST:PORT` or `[IPv6]:PORT`, as Harbor writes it, for TCP; with `udp://`, `tcp://` or
/// `tls://` before it for the transport named.
package struct SyslogEndpoint: Sendable, Hashable {
    package let transport: SyslogTransport
    /// The name or address, without brackets.
    package let host: String
    /// The port, 1 to 65,535.
    package let port: Int

    /// Reads the text; throws a sentence about what is wrong with it.
    package init(parsing text: String) throws(SyslogEndpointError) {
        var rest = text[...]
        transport = try Self.transport(&rest)
        guard let colon = rest.lastIndex(of: ":"), let port = Int(rest[rest.index(after: colon)...]) else {
            throw SyslogEndpointError(reason: "it names no port")
        }
        guard (1...65_535).contains(port) else { throw SyslogEndpointError(reason: "its port is not 1 to 65535") }
        var host = rest[..<colon]
        let isBracketed = host.first == "[" && host.last == "]" && host.count > 2
        if isBracketed { host = host.dropFirst().dropLast() }
        guard !host.isEmpty, host.utf8.count <= 255 else { throw SyslogEndpointError(reason: "it names no host") }
        let isPlain = host.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && !"/[]@?#".utf8.contains($0) }
        guard isPlain else { throw SyslogEndpointError(reason: "its host has signs that no host has") }
        guard isBracketed || !host.contains(":") else {
            throw SyslogEndpointError(reason: "an IPv6 address needs brackets")
        }
        self.host = String(host)
        self.port = port
    }

    /// Takes the transport off the beginning.
    private static func transport(_ text: inout Substring) throws(SyslogEndpointError) -> SyslogTransport {
        guard let mark = text.firstIndex(of: ":"), text[mark...].hasPrefix("://") else { return .tcp }
        guard let transport = SyslogTransport(rawValue: text[..<mark].lowercased()) else {
            throw SyslogEndpointError(reason: "it can only begin with udp://, tcp:// or tls://")
        }
        text = text[mark...].dropFirst(3)
        return transport
    }
}

/// Why a text names no syslog server.
package struct SyslogEndpointError: Error, Hashable {
    /// What is wrong, as the part of a sentence.
    package let reason: String
}
