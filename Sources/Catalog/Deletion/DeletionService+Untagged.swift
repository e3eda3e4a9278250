import Admission
package import OCI
import SQL
package import Time

/// An artifact that nothing names: no tag, no index, no subject.
package struct UntaggedArtifact: Sendable {
    package let id: Int64
    package let digest: Digest
    package let repository: RepositoryRecord
}

extension DeletionService {
    /// Artifacts after the number `cursor` that nothing names and that were pushed before `cutoff`, at most `limit`.
    package func untagged(
        after cursor: Int64, pushedBefore cutoff: Timestamp, limit: Int
    ) async throws -> [UntaggedArtifact] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT a.id, a.digest, r.id AS repository_id, r.project_id, r.name
                FROM artifact a JOIN repository r ON r.id = a.repository_id JOIN project p ON p.id = r.project_id
                WHERE a.id > \(cursor) AND a.pushed_at < \(cutoff) AND NOT p.is_deleting
                    AND \(fragment: DeletionStore.isUnnamed)
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

    /// How many artifacts there are that nothing names and that were pushed before `cutoff`.
    package func countUntagged(pushedBefore cutoff: Timestamp) async throws -> Int {
        try await database.read { connection in
            try connection.query(
                """
                SELECT count(*) AS n FROM artifact a
                WHERE a.pushed_at < \(cutoff) AND \(fragment: DeletionStore.isUnnamed)
                """)[0].int("n")
        }
    }

    /// Deletes an artifact with what belongs to it alone, if still nothing names it; gives the digests that went, none
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
    /// Holds for an artifact `a` that no tag, no index and no subject names.
    static var isUnnamed: SQL {
        """
        NOT EXISTS (SELECT 1 FROM tag t WHERE t.artifact_id = a.id)
        AND NOT EXISTS (SELECT 1 FROM artifact_child c WHERE c.child_id = a.id)
        AND a.subject_digest IS NULL AND a.accessory_subject IS NULL
        """
    }
}
