import Catalog
import SQL

/// Finds the artifacts that can't go because something would go with them that a rule of immutability keeps: the tag of
/// a signature, say.
struct FamilyProtection: Sendable {
    private static let page = 1000
    let database: any Database
    let limits: EvaluationLimits

    /// Notes them in what a repository holds, all tags of which were added.
    func extend(in contents: inout RepositoryContents) async throws {
        var seen = contents.protectedAccessories
        var next = seen.sorted()
        while !next.isEmpty {
            var holders: Set<Int64> = []
            for part in next.chunks(of: Self.page) {
                try limits.check(entries: seen.count)
                holders.formUnion(try await self.holders(of: part, in: contents))
            }
            holders.subtract(seen)
            seen.formUnion(holders)
            next = holders.sorted().filter { contents.hold($0) }
        }
    }

    /// What some artifacts would go with: the subjects of accessories, the indexes of others.
    private func holders(of artifacts: [Int64], in contents: RepositoryContents) async throws -> [Int64] {
        let accessories = artifacts.filter { contents.place(of: $0) == nil }
        let children = artifacts.filter { contents.place(of: $0) != nil }
        return try await database.read { connection in
            try connection.query(
                """
                SELECT s.id FROM artifact a
                JOIN artifact s ON s.repository_id = a.repository_id AND s.digest = a.accessory_subject
                WHERE a.id IN \(list: accessories)
                UNION ALL
                SELECT parent_id FROM artifact_child WHERE child_id IN \(list: children)
                """
            ).map { try $0.int64(0) }
        }
    }
}
