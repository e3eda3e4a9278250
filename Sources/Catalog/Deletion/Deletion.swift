package import Time

/// What one deletion is about: who deletes, when, and how long what goes can be had back.
package struct Deletion: Sendable, Hashable {
    /// What its entries in the trash have in common: 16 hexadecimal digits.
    package let id: String
    /// The name of who deletes.
    package let deletedBy: String
    package let deletedAt: Timestamp
    /// When the trash forgets what was deleted; nil: it goes at once.
    package let expiresAt: Timestamp?

    /// Makes a deletion; with a window of 0 hours nothing goes to the trash.
    package init(by name: String, at now: Timestamp, hours: Int) {
        id = Self.identifier()
        deletedBy = name
        deletedAt = now
        expiresAt = hours > 0 ? now.advanced(bySeconds: Int64(hours) * 3600) : nil
    }

    /// The same deletion under an identifier of its own: what is restored by itself.
    var another: Deletion { Deletion(id: Self.identifier(), of: self) }

    private init(id: String, of deletion: Deletion) {
        self.id = id
        deletedBy = deletion.deletedBy
        deletedAt = deletion.deletedAt
        expiresAt = deletion.expiresAt
    }

    private static func identifier() -> String {
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// What a deletion removed.
package struct DeletedContent: Sendable, Equatable {
    /// The digests of the artifacts, the one asked for first.
    package var digests: [String] = []
    /// Their tags, or the tag that was deleted alone.
    package var tags: [String] = []

    package init() {}
}
