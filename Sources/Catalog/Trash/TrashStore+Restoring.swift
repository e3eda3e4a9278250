import SQL
import Time

/// Moving content out of the trash. All of it is set-based: the number of statements doesn't depend on how much it is.
extension TrashStore {
    /// An entry as its restoration needs it.
    struct LockedEntry: Sendable {
        let id: Int64
        let deletionID: String
        let kind: TrashEntry.Kind
        let repositoryID: Int64
        let repositoryName: String
        let digest: String
    }

    private static let lockedColumns: SQL = "id, deletion_id, kind, repository_id, repository_name, digest"

    /// Locks an entry of a project that hasn't expired; nil if there is none.
    static func lock(
        id: Int64, projectID: Int64, now: Timestamp, on connection: any SQLConnection
    ) throws -> LockedEntry? {
        try connection.query(
            """
            SELECT \(fragment: lockedColumns) FROM trash
            WHERE id = \(id) AND project_id = \(projectID) AND expires_at > \(now)
            \(fragment: connection.dialect.forUpdate)
            """
        ).first.map(lockedEntry)
    }

    /// Locks entries of a deletion, at most `limit`, none of which is an index of something that is in the trash by the
    /// same deletion: what they list is restored already, or was never deleted with them.
    static func lockReady(
        deletionID: String, projectID: Int64, now: Timestamp, limit: Int, on connection: any SQLConnection
    ) throws -> [LockedEntry] {
        try connection.query(
            """
            SELECT \(fragment: lockedColumns) FROM trash
            WHERE deletion_id = \(deletionID) AND project_id = \(projectID) AND expires_at > \(now)
            AND NOT EXISTS (SELECT 1 FROM trashed_child c
                JOIN trash o ON o.deletion_id = trash.deletion_id AND o.digest = c.digest AND o.kind = 'artifact'
                WHERE c.trash_id = trash.id)
            ORDER BY id LIMIT \(limit)\(fragment: connection.dialect.forUpdate)
            """
        ).map(lockedEntry)
    }

    private static func lockedEntry(_ row: Row) throws -> LockedEntry {
        LockedEntry(
            id: try row.int64("id"), deletionID: try row.text("deletion_id"),
            kind: try row.text("kind") == TrashEntry.Kind.tag.rawValue ? .tag : .artifact,
            repositoryID: try row.int64("repository_id"), repositoryName: try row.text("repository_name"),
            digest: try row.text("digest"))
    }

    /// The tags of some entries that name something else in a repository now.
    static func takenTags(
        of entries: [Int64], repositoryID: Int64, on connection: any SQLConnection
    ) throws -> [String] {
        try connection.query(
            """
            SELECT s.name FROM trashed_tag s JOIN trash t ON t.id = s.trash_id
            JOIN tag g ON g.repository_id = \(repositoryID) AND g.name = s.name
            JOIN artifact a ON a.id = g.artifact_id
            WHERE t.id IN \(list: entries) AND a.digest <> t.digest ORDER BY s.name
            """
        ).map { try $0.text("name") }
    }

    /// The tags that a whole deletion would bring back and that name something else in their repository now, at most 20.
    static func takenTags(ofDeletion id: String, on connection: any SQLConnection) throws -> [String] {
        try connection.query(
            """
            SELECT DISTINCT s.name FROM trash t JOIN trashed_tag s ON s.trash_id = t.id
            JOIN tag g ON g.repository_id = t.repository_id AND g.name = s.name
            JOIN artifact a ON a.id = g.artifact_id
            WHERE t.deletion_id = \(id) AND a.digest <> t.digest ORDER BY s.name LIMIT 20
            """
        ).map { try $0.text("name") }
    }

    /// Links a repository to the blobs of some entries; the collector is kept from them until the transaction ends.
    static func linkBlobs(
        of entries: [Int64], repositoryID: Int64, now: Timestamp, on connection: any SQLConnection
    ) throws {
        let blobs: SQL = "SELECT blob_id FROM trashed_blob WHERE trash_id IN \(list: entries)"
        _ = try connection.query(
            "SELECT id FROM blob WHERE id IN (\(fragment: blobs)) ORDER BY digest\(fragment: connection.dialect.forShare)"
        )
        try connection.execute(
            """
            INSERT INTO repository_blob (repository_id, blob_id, renewed_at)
            SELECT CAST(\(repositoryID) AS BIGINT), id, CAST(\(now) AS BIGINT) FROM blob
            WHERE id IN (\(fragment: blobs)) ORDER BY digest
            ON CONFLICT (repository_id, blob_id) DO UPDATE SET renewed_at = excluded.renewed_at, is_pending = FALSE
            """)
    }

    /// Writes the artifacts of some entries and locks them; one that was pushed again meanwhile is left as it is.
    static func insertArtifacts(
        of entries: [Int64], repositoryID: Int64, on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO artifact (repository_id, digest, \(fragment: ArtifactStore.details), pull_count, pulled_at,
                pushed_at)
            SELECT CAST(\(repositoryID) AS BIGINT), t.digest, \(fragment: ArtifactStore.details), x.pull_count,
                x.pulled_at, x.pushed_at
            FROM trash t JOIN trashed_artifact x ON x.trash_id = t.id WHERE t.id IN \(list: entries) ORDER BY t.digest
            ON CONFLICT (repository_id, digest) DO NOTHING
            """)
    }

    /// The numbers of a repository's artifacts with some digests, locked against deletion.
    static func lockArtifacts(
        digests: [String], repositoryID: Int64, on connection: any SQLConnection
    ) throws -> [String: Int64] {
        var found: [String: Int64] = [:]
        for part in digests.sorted().chunks() {
            let rows = try connection.query(
                """
                SELECT id, digest FROM artifact WHERE repository_id = \(repositoryID) AND digest IN \(list: part)
                ORDER BY digest\(fragment: connection.dialect.forShare)
                """)
            for row in rows { found[try row.text("digest")] = try row.int64("id") }
        }
        return found
    }

    /// The digests of what the indexes among some entries listed.
    static func children(of entries: [Int64], on connection: any SQLConnection) throws -> [String] {
        try connection.query("SELECT DISTINCT digest FROM trashed_child WHERE trash_id IN \(list: entries)")
            .map { try $0.text("digest") }
    }

    /// Writes what belongs to the artifacts of some entries: manifests, what they are made of, labels.
    static func insertParts(
        of entries: [Int64], repositoryID: Int64, on connection: any SQLConnection
    ) throws {
        // Its first part is the entry, its last the artifact that the entry became.
        let source: SQL = """
            JOIN trash t ON t.id = x.trash_id JOIN artifact a ON a.repository_id = \(repositoryID) AND a.digest = t.digest
            """
        let statements: [SQL] = [
            """
            INSERT INTO manifest (artifact_id, content) SELECT a.id, x.content
            FROM trashed_artifact x \(fragment: source) WHERE t.id IN \(list: entries)
            ON CONFLICT (artifact_id) DO NOTHING
            """,
            """
            INSERT INTO artifact_blob (artifact_id, blob_id) SELECT a.id, x.blob_id
            FROM trashed_blob x \(fragment: source) WHERE t.id IN \(list: entries)
            ON CONFLICT (artifact_id, blob_id) DO NOTHING
            """,
            """
            INSERT INTO artifact_child (parent_id, child_id) SELECT a.id, c.id
            FROM trashed_child x \(fragment: source)
            JOIN artifact c ON c.repository_id = a.repository_id AND c.digest = x.digest WHERE t.id IN \(list: entries)
            ON CONFLICT (parent_id, child_id) DO NOTHING
            """,
            """
            INSERT INTO artifact_label (artifact_id, label_id) SELECT a.id, x.label_id
            FROM trashed_label x \(fragment: source) JOIN label l ON l.id = x.label_id WHERE t.id IN \(list: entries)
            ON CONFLICT (artifact_id, label_id) DO NOTHING
            """,
        ]
        for statement in statements { try connection.execute(statement) }
    }

    /// Writes the tags of some entries that name nothing in the repository now; returns those that were written.
    static func insertTags(
        of entries: [Int64], repositoryID: Int64, on connection: any SQLConnection
    ) throws -> [String] {
        try connection.query(
            """
            INSERT INTO tag (repository_id, name, artifact_id, pulled_at, pushed_at)
            SELECT a.repository_id, x.name, a.id, x.pulled_at, x.pushed_at
            FROM trashed_tag x JOIN trash t ON t.id = x.trash_id
            JOIN artifact a ON a.repository_id = \(repositoryID) AND a.digest = t.digest
            WHERE t.id IN \(list: entries) ORDER BY x.name
            ON CONFLICT (repository_id, name) DO NOTHING RETURNING name
            """
        ).map { try $0.text("name") }
    }

    /// Removes entries with all that belongs to them.
    static func remove(_ entries: [Int64], on connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM trash WHERE id IN \(list: entries)")
    }
}
