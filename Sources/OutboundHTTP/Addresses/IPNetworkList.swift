/// Networks that belong together, with what they are called.
struct IPNetworkList: Sendable {
    /// What people call them.
    let name: String
    private let networks: [IPNetwork]

    init(_ name: String, _ texts: String...) {
        self.init(name, texts)
    }

    private init(_ name: String, _ texts: [String]) {
        self.name = name
        networks = texts.compactMap(IPNetwork.init)
        assert(networks.count == texts.count, "a network of \(name) is misspelt")
    }

    /// A list of one network.
    static func of(_ text: String) -> IPNetworkList { IPNetworkList(text, [text]) }

    /// Whether an address is in one of them.
    func contains(_ address: IPAddress) -> Bool { networks.contains { $0.contains(address) } }
}
