import Admission
import OCI
import SQL
import Time

/// The SQL of artifacts that nothing names.
extension DeletionStore {
    /// The artifacts of some kinds with numbers after `start`, up to `end`, that nothing names and that were pushed before
    /// `cutoff`, in the order of their numbers; those of projects that are being deleted are left out.
    static func unnamed(
        _ kinds: UntaggedKinds, from start: Int64, to end: Int64, pushedBefore cutoff: Timestamp,
        on connection: any SQLConnection
    ) throws -> [UntaggedArtifact] {
        try connection.query(
            """
            SELECT a.id, a.digest, r.id AS repository_id, r.project_id, r.name
            FROM artifact a JOIN repository r ON r.id = a.repository_id JOIN project p ON p.id = r.project_id
            WHERE a.id > \(start) AND a.id <= \(end) AND a.pushed_at < \(cutoff) AND NOT p.is_deleting
                AND \(fragment: isUnnamed) AND \(fragment: isOfKind(kinds))
            ORDER BY a.id
            """
        ).map { row in
            UntaggedArtifact(
                id: try row.int64("id"), digest: try Digest(row.text("digest")),
                repository: RepositoryRecord(
                    id: try row.int64("repository_id"), projectID: try row.int64("project_id"),
                    name: try RepositoryName(row.text("name"))))
        }
    }

    /// Locks some artifacts; gives those that nothing names then and that were pushed before `cutoff`, in the order of
    /// their numbers.
    static func lockUnnamed(
        _ artifacts: [Int64], pushedBefore cutoff: Timestamp, on connection: any SQLConnection
    ) throws -> [Int64] {
        try artifacts.sorted().chunks().flatMap { part in
            _ = try connection.query(
                "SELECT id FROM artifact WHERE id IN \(list: part) ORDER BY id\(fragment: connection.dialect.forUpdate)"
            )
            return try connection.query(
                """
                SELECT a.id FROM artifact a
                WHERE a.id IN \(list: part) AND a.pushed_at < \(cutoff) AND \(fragment: isUnnamed) ORDER BY a.id
                """
            ).map { try $0.int64("id") }
        }
    }

    /// The tags of some artifacts by the repositories that have them.
    static func tagsByPlace(
        of artifacts: [Int64], on connection: any SQLConnection
    ) throws -> [AdmissionPlace: [String]] {
        var tags: [AdmissionPlace: [String]] = [:]
        for part in artifacts.chunks() {
            let rows = try connection.query(
                """
                SELECT r.id, r.project_id, r.name, t.name AS tag FROM tag t JOIN repository r ON r.id = t.repository_id
                WHERE t.artifact_id IN \(list: part)
                """)
            for row in rows {
                let place = AdmissionPlace(
                    projectID: try row.int64("project_id"), repositoryID: try row.int64("id"),
                    name: try RepositoryName(row.text("name")))
                tags[place, default: []].append(try row.text("tag"))
            }
        }
        return tags
    }

    /// Holds for an artifact `a` of some kinds.
    private static func isOfKind(_ kinds: UntaggedKinds) -> SQL {
        if kinds.isEmpty { return "FALSE" }
        if kinds == .all { return "TRUE" }
        let types = [MediaType.ociIndex, .dockerManifestList].map(\.rawValue)
        return kinds.contains(.indexes) ? "a.media_type IN \(list: types)" : "a.media_type NOT IN \(list: types)"
    }

    /// Holds for an artifact `a` that no tag and no index names, and no subject: it has none, or one that is gone. Each
    /// part is looked up: the OFFSET keeps PostgreSQL from reading whole tables for a join.
    private static var isUnnamed: SQL {
        """
        NOT EXISTS (SELECT 1 FROM tag t WHERE t.artifact_id = a.id LIMIT 1 OFFSET 0)
        AND NOT EXISTS (SELECT 1 FROM artifact_child c WHERE c.child_id = a.id LIMIT 1 OFFSET 0)
        AND NOT EXISTS (SELECT 1 FROM artifact s WHERE s.repository_id = a.repository_id
            AND s.digest = coalesce(a.accessory_subject, a.subject_digest) LIMIT 1 OFFSET 0)
        """
    }
}
