/// The names that have a meaning in one kind of JSON object of a manifest.
struct KnownNames: Sendable, ExpressibleByArrayLiteral {
    private let names: Set<String>
    private let folded: Set<String>

    /// More bytes than any known name has with every letter written as the three bytes of a Kelvin sign.
    private static let longestImitation = 64

    init(arrayLiteral elements: String...) {
        names = Set(elements)
        folded = Set(elements.map(Self.fold))
    }

    /// Whether a reader that doesn't distinguish upper and lower case takes the name for another one, which is known.
    func areImitated(by name: String) -> Bool {
        name.utf8.count <= Self.longestImitation && !names.contains(name) && folded.contains(Self.fold(name))
    }

    /// Upper case first, because the long s has no lower case of its own; the Kelvin sign has no upper case.
    private static func fold(_ name: String) -> String {
        name.uppercased().lowercased()
    }
}
