import Admission
import OCI
import SQL
package import Time

/// The deletion of artifacts that nothing names, and its prediction.
///
/// Those of a repository go in the order of their numbers, each with what belongs to it alone; one stays whose family
/// has a protected tag. Both go by the same steps, so that what is foretold is what goes.
extension DeletionService {
    /// Artifacts that nothing names and that were pushed before `cutoff`, among the next `size` of all artifacts after the
    /// number `cursor`; nil if there are no more artifacts.
    package func untagged(
        _ kinds: UntaggedKinds, after cursor: Int64, window size: Int, pushedBefore cutoff: Timestamp
    ) async throws -> UntaggedWindow? {
        try await database.snapshot { connection in
            let end = try connection.query(
                """
                SELECT max(id) AS last FROM (SELECT id FROM artifact WHERE id > \(cursor) ORDER BY id LIMIT \(size))
                    AS next
                """)[0].optionalInt64("last")
            guard let end else { return nil }
            let found = try DeletionStore.unnamed(kinds, from: cursor, to: end, pushedBefore: cutoff, on: connection)
            return UntaggedWindow(end: end, found: found)
        }
    }

    /// Which artifacts would go if some of `untagged` were deleted after `gone` had been: they and what belongs to them
    /// alone.
    package func foretell(_ artifacts: [UntaggedArtifact], after gone: Set<Int64>) async throws -> [Int64] {
        try await database.snapshot { connection in
            var (gone, members) = (gone, [Int64]())
            try takeFamilies(
                of: artifacts.map(\.id), on: connection,
                find: { try ArtifactFamily(foretoldFor: $0, after: gone, on: connection) },
                take: {
                    members += $0
                    gone.formUnion($0)
                })
            return members
        }
    }

    /// Whether what is deleted now can be had back for a while.
    package func isKeptInTrash() async throws -> Bool { try await undeleteHours() > 0 }

    /// Deletes those of some artifacts of a repository, in the order of their numbers, that still nothing names, with what
    /// belongs to them alone, in one transaction; gives the digests that went. They go to the trash as after any
    /// deletion.
    package func deleteUntagged(
        _ artifacts: [UntaggedArtifact], of repository: RepositoryRecord, pushedBefore cutoff: Timestamp,
        within deletion: Deletion
    ) async throws -> [String] {
        do {
            return try await write(to: repository) { connection in
                let roots = try DeletionStore.lockUnnamed(artifacts.map(\.id), pushedBefore: cutoff, on: connection)
                var digests: [String] = []
                try takeFamilies(
                    of: roots, on: connection, find: { try ArtifactFamily(of: $0, on: connection) },
                    take: { digests += try remove($0, of: repository, deletion: deletion, on: connection).digests })
                return digests
            }
        } catch AdmissionError.immutable {
            // A rule was made meanwhile.
            return []
        }
    }

    /// Takes the families of some artifacts, but those with a protected tag: together where none has one, else by halves
    /// and in the same order, so that each half sees what became of the one before.
    private func takeFamilies(
        of roots: [Int64], on connection: any SQLConnection, find: ([Int64]) throws -> ArtifactFamily,
        take: ([Int64]) throws -> Void
    ) throws {
        guard !roots.isEmpty else { return }
        let members = try find(roots).members
        if try !hasProtectedTag(members, on: connection) { return try take(members) }
        guard roots.count > 1 else { return }
        let middle = roots.count / 2
        for half in [roots[..<middle], roots[middle...]] {
            try takeFamilies(of: Array(half), on: connection, find: find, take: take)
        }
    }

    private func hasProtectedTag(_ artifacts: [Int64], on connection: any SQLConnection) throws -> Bool {
        let tags = try DeletionStore.tagsByPlace(of: artifacts, on: connection)
        return try tags.contains { try !admission.protected($0.value, in: $0.key, on: connection).isEmpty }
    }
}
