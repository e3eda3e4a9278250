extension IPAddress {
    /// The IPv4 address that a gateway or the system itself would make of this one; nil if it stands for itself.
    ///
    /// IPv4-mapped and -compatible (RFC 4291 section 2.5.5), -translated (RFC 2765), NAT64's well-known prefix (RFC 6052)
    /// and 6to4 (RFC 3056).
    package var embeddedIPv4: IPAddress? {
        guard !isIPv4 else { return nil }
        if Self.sixToFour.contains(self) { return IPAddress(bytes: Array(bytes[2..<6])) }
        // `::` and `::1` are addresses of their own, though they look compatible.
        guard Self.endingInIPv4.contains(where: { $0.contains(self) }), bytes.prefix(15).contains(where: { $0 != 0 })
        else { return nil }
        return IPAddress(bytes: Array(bytes.suffix(4)))
    }

    private static let sixToFour = IPNetworkList.of("2002::/16")
    private static let endingInIPv4 = ["::/96", "::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96"]
        .map { IPNetworkList.of($0) }
}
