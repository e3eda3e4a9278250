/// A host or a network that requests may go to although its addresses are special.
package enum AllowedDestination: Hashable, Sendable {
    /// The addresses of a network.
    case network(IPNetwork)
    /// Whatever addresses a host of this name has, in lower case.
    case host(String)

    /// Reads an address, a network as `ADDRESS/LENGTH`, or the name of a host; nil for anything else.
    package init?(_ text: String) {
        if let network = IPNetwork(text) {
            self = .network(network)
        } else if let host = HostName(text) {
            self = .host(host.text)
        } else {
            return nil
        }
    }

    /// Whether it lets an address through that `host` was found to have.
    func covers(_ address: IPAddress, host: String) -> Bool {
        switch self {
        case .network(let network): network.contains(address)
        case .host(let name): name == host
        }
    }
}
