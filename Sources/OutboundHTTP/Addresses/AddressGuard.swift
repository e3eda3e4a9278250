/// Decides which addresses requests to other systems may go to.
///
/// Whoever may name an address of a webhook could otherwise make this server ask what only this server can reach: services
/// on its own loopback, and the cloud's metadata with its credentials (server-side request forgery).
package struct AddressGuard: Sendable {
    private let allowed: [AllowedDestination]
    private let allowsPrivateNetworks: Bool

    /// A guard that lets through what is `allowed` by name or network, whatever it is, and other addresses unless they
    /// are special; private ones (RFC 1918, RFC 4193, RFC 6598) only if `allowsPrivateNetworks`.
    package init(allowed: [AllowedDestination] = [], allowsPrivateNetworks: Bool = true) {
        self.allowed = allowed
        self.allowsPrivateNetworks = allowsPrivateNetworks
    }

    /// What kind of address it is that a host must not have; nil if requests may go there.
    package func refusal(of address: IPAddress, host: String) -> String? {
        let meant = address.embeddedIPv4 ?? address
        if allowed.contains(where: { $0.covers(meant, host: host) || $0.covers(address, host: host) }) { return nil }
        // Metadata stands first: some of its addresses are in networks that would pass.
        if let list = Self.special.first(where: { $0.contains(meant) }) { return list.name }
        guard !allowsPrivateNetworks, Self.privateNetworks.contains(meant) else { return nil }
        return Self.privateNetworks.name
    }

    private static let privateNetworks = IPNetworkList(
        "private", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7")

    private static let special = [
        IPNetworkList(
            "a cloud's metadata", "169.254.169.254", "169.254.170.2", "169.254.170.23", "100.100.100.200",
            "168.63.129.16", "192.0.0.192", "fd00:ec2::254", "fd00:ec2::23", "fd20:ce::254"),
        IPNetworkList("loopback", "127.0.0.0/8", "::1"),
        IPNetworkList("unspecified", "0.0.0.0/8", "::"),
        IPNetworkList("link-local", "169.254.0.0/16", "fe80::/10", "fec0::/10"),
        IPNetworkList("multicast", "224.0.0.0/4", "ff00::/8"),
        IPNetworkList("broadcast or reserved", "240.0.0.0/4", "192.0.0.0/24", "100::/64"),
        // Where these lead can't be seen from the address, or depends on the network.
        IPNetworkList("a tunnel's", "2001::/32", "64:ff9b:1::/48"),
    ]
}
