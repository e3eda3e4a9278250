package import Time

/// Vulnerabilities that don't count, by their identifiers; of a project or of the whole registry.
package struct CVEAllowlist: Sendable, Hashable {
    package let id: Int64
    /// The project; nil for the registry's own list.
    package let projectID: Int64?
    package let content: CVEAllowlistContent
    /// When it was made; nil for a list that nobody has written yet.
    package let createdAt: Timestamp?
    package let updatedAt: Timestamp?
}

/// What an allowlist says.
package struct CVEAllowlistContent: Sendable, Hashable {
    /// Why a list is refused.
    package enum Failure: Error, Sendable, Hashable, CustomStringConvertible {
        case tooMany
        case malformed(String)
        case twice(String)
        case invalidExpiry

        /// What is wrong and what to do, for people.
        package var description: String {
            switch self {
            case .tooMany: "a CVE allowlist has at most \(CVEAllowlistContent.maximumCount) items"
            case .malformed(let text):
                "\(text.prefix(64)) is no identifier of a vulnerability: use 1 to 64 letters, digits and . _ : -"
            case .twice(let text): "the CVE allowlist has \(text) twice"
            case .invalidExpiry: "expires_at must be a number of seconds since 1970"
            }
        }
    }

    static let maximumCount = 5000
    /// An empty list that holds for ever.
    package static let empty = CVEAllowlistContent()

    /// The identifiers, such as `CVE-2019-10164`, in their order.
    package let items: [String]
    /// Seconds since 1970 from which on the list doesn't count; nil: never.
    package let expiresAt: Int64?

    private init() {
        items = []
        expiresAt = nil
    }

    /// Checks a list; throws `Failure`.
    package init(items: [String], expiresAt: Int64?) throws(Failure) {
        guard items.count <= Self.maximumCount else { throw .tooMany }
        var seen: Set<String> = []
        for item in items {
            guard (1...64).contains(item.utf8.count), item.utf8.allSatisfy(Self.isAllowed) else {
                throw .malformed(item)
            }
            guard seen.insert(item).inserted else { throw .twice(item) }
        }
        if let expiresAt, !(0...(1 << 40)).contains(expiresAt) { throw .invalidExpiry }
        self.items = items
        self.expiresAt = expiresAt
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: Array("._:-".utf8).contains(byte)
        }
    }
}
