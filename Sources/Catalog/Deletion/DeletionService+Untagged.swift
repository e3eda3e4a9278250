import Admission
package import OCI
import SQL
package import Time

/// Which of the artifacts that nothing names are meant.
package struct UntaggedKinds: OptionSet, Sendable, Hashable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Images and everything else but indexes.
    package static let images = UntaggedKinds(rawValue: 1)
    /// Indexes, with those of their children that nothing else names.
    package static let indexes = UntaggedKinds(rawValue: 2)
    package static let all: UntaggedKinds = [.images, .indexes]
}

/// An artifact that nothing names: no tag, no index, no subject.
package struct UntaggedArtifact: Sendable {
    package let id: Int64
    package let digest: Digest
    package let repository: RepositoryRecord
}

extension DeletionService {
    /// Artifacts after the number `cursor` that nothing names and that were pushed before `cutoff`, at most `limit`.
    package func untagged(
        _ kinds: UntaggedKinds, after cursor: Int64, pushedBefore cutoff: Timestamp, limit: Int
    ) async throws -> [UntaggedArtifact] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT a.id, a.digest, r.id AS repository_id, r.project_id, r.name
                FROM artifact a JOIN repository r ON r.id = a.repository_id JOIN project p ON p.id = r.project_id
                WHERE a.id > \(cursor) AND a.pushed_at < \(cutoff) AND NOT p.is_deleting
                    AND \(fragment: DeletionStore.isUnnamed) AND \(fragment: DeletionStore.isOfKind(kinds))
                ORDER BY a.id LIMIT \(limit)
                """
            ).map { row in
                UntaggedArtifact(
                    id: try row.int64("id"), digest: try Digest(row.text("digest")),
                    repository: RepositoryRecord(
                        id: try row.int64("repository_id"), projectID: try row.int64("project_id"),
                        name: try RepositoryName(row.text("name"))))
            }
        }
    }

    /// What would go if all artifacts that nothing names and that were pushed before `cutoff` were deleted: they and what
    /// belongs to them alone. A rule that protects a tag of an accessory is left out of account.
    package func untaggedFamilies(_ kinds: UntaggedKinds, pushedBefore cutoff: Timestamp) async throws -> [Int64] {
        guard !kinds.isEmpty else { return [] }
        return try await database.snapshot { connection in
            let roots = try connection.query(
                """
                SELECT a.id FROM artifact a JOIN repository r ON r.id = a.repository_id
                JOIN project p ON p.id = r.project_id
                WHERE a.pushed_at < \(cutoff) AND NOT p.is_deleting
                    AND \(fragment: DeletionStore.isUnnamed) AND \(fragment: DeletionStore.isOfKind(kinds))
                """
            ).map { try $0.int64("id") }
            return try ArtifactFamily(foretoldFor: roots, on: connection).members
        }
    }

    /// Whether what is deleted now can be had back for a while.
    package func isKeptInTrash() async throws -> Bool { try await undeleteHours() > 0 }

    /// Deletes an artifact of `untagged` with what belongs to it alone, if still nothing names it; gives the digests that went, none
    /// if something names it by now, or if a rule protects a tag of one of its accessories. It goes to the trash as
    /// after any deletion.
    package func deleteUntagged(
        _ artifact: UntaggedArtifact, pushedBefore cutoff: Timestamp, by name: String
    ) async throws -> [String] {
        let deletion = try await deletion(by: name, skipsTrash: false)
        do {
            return try await write(to: artifact.repository) { connection in
                let reference = Reference.digest(artifact.digest)
                guard
                    let id = try DeletionStore.lock(reference, repositoryID: artifact.repository.id, on: connection),
                    try !connection.query(
                        """
                        SELECT a.id FROM artifact a
                        WHERE a.id = \(id) AND a.pushed_at < \(cutoff) AND \(fragment: DeletionStore.isUnnamed)
                        """
                    ).isEmpty
                else { return [] }
                let family = try ArtifactFamily(of: id, on: connection)
                if try family.isListedOutside(on: connection) { return [] }
                return try remove(family.members, of: artifact.repository, deletion: deletion, on: connection).digests
            }
        } catch AdmissionError.immutable {
            return []
        }
    }
}

extension DeletionStore {
    /// Holds for an artifact `a` of some kinds.
    static func isOfKind(_ kinds: UntaggedKinds) -> SQL {
        if kinds.isEmpty { return "FALSE" }
        if kinds == .all { return "TRUE" }
        let types = [MediaType.ociIndex, .dockerManifestList].map(\.rawValue)
        return kinds.contains(.indexes) ? "a.media_type IN \(list: types)" : "a.media_type NOT IN \(list: types)"
    }

    /// Holds for an artifact `a` that no tag, no index and no subject names.
    static var isUnnamed: SQL {
        """
        NOT EXISTS (SELECT 1 FROM tag t WHERE t.artifact_id = a.id)
        AND NOT EXISTS (SELECT 1 FROM artifact_child c WHERE c.child_id = a.id)
        AND a.subject_digest IS NULL AND a.accessory_subject IS NULL
        """
    }
}
