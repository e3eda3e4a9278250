import BlobStorage
import SQL
import Time

/// The SQL of the collector; its functions run inside a unit of work and throw `DatabaseError`.
///
/// Blob rows are locked in one statement and judged in the next: a push that was faster is then seen, and one that is
/// slower finds the mark.
enum CollectionStore {
    /// A place in the table of links.
    struct LinkCursor: Sendable {
        var repositoryID: Int64 = 0
        var blobID: Int64 = 0
    }

    /// A blob that is marked for deletion.
    struct MarkedBlob: Sendable {
        let id: Int64
        let key: ObjectKey
        let size: Int64
    }

    private static let isUnusedLink: SQL = """
        NOT EXISTS (SELECT 1 FROM artifact_blob u JOIN artifact a ON a.id = u.artifact_id
            WHERE u.blob_id = repository_blob.blob_id AND a.repository_id = repository_blob.repository_id)
        """

    private static let isUnlinkedBlob: SQL = """
        NOT EXISTS (SELECT 1 FROM repository_blob l WHERE l.blob_id = blob.id)
        AND NOT EXISTS (SELECT 1 FROM artifact_blob u WHERE u.blob_id = blob.id)
        AND NOT EXISTS (SELECT 1 FROM trashed_blob d WHERE d.blob_id = blob.id)
        """

    /// Links after `cursor` that are older than `cutoff` and used by no artifact.
    static func unusedLinks(
        after cursor: LinkCursor, cutoff: Timestamp, limit: Int, on connection: any SQLConnection
    ) throws -> [LinkCursor] {
        try connection.query(
            """
            SELECT repository_id, blob_id FROM repository_blob
            WHERE (repository_id, blob_id) > (\(cursor.repositoryID), \(cursor.blobID)) AND renewed_at < \(cutoff)
            AND \(fragment: isUnusedLink) ORDER BY repository_id, blob_id LIMIT \(limit)
            """
        ).map { LinkCursor(repositoryID: try $0.int64("repository_id"), blobID: try $0.int64("blob_id")) }
    }

    /// Removes those of some links that are still unused; returns how many.
    static func removeLinks(
        _ links: [LinkCursor], cutoff: Timestamp, on connection: any SQLConnection
    ) throws -> Int {
        try lock(links.map(\.blobID), on: connection)
        return try links.reduce(0) { count, link in
            try count
                + connection.execute(
                    """
                    DELETE FROM repository_blob WHERE repository_id = \(link.repositoryID) AND blob_id = \(link.blobID)
                    AND renewed_at < \(cutoff) AND \(fragment: isUnusedLink)
                    """)
        }
    }

    /// Blobs after `cursor` that nothing refers to, or whose deletion a crash interrupted.
    static func unlinkedBlobs(after cursor: Int64, limit: Int, on connection: any SQLConnection) throws -> [Int64] {
        try connection.query(
            """
            SELECT id FROM blob WHERE id > \(cursor) AND (deleting OR (\(fragment: isUnlinkedBlob)))
            ORDER BY id LIMIT \(limit)
            """
        ).map { try $0.int64("id") }
    }

    /// Marks those of some blobs that still nothing refers to.
    static func mark(_ blobs: [Int64], on connection: any SQLConnection) throws -> [MarkedBlob] {
        try lock(blobs, on: connection)
        return try connection.query(
            """
            UPDATE blob SET deleting = \(true)
            WHERE id IN \(list: blobs) AND (deleting OR (\(fragment: isUnlinkedBlob)))
            RETURNING id, object_key, size
            """
        ).map {
            MarkedBlob(id: try $0.int64("id"), key: try ObjectKey($0.text("object_key")), size: try $0.int64("size"))
        }
    }

    /// Drops the rows of deleted blobs; one that was pushed again meanwhile has another key and stays.
    static func drop(_ blobs: [MarkedBlob], on connection: any SQLConnection) throws -> [MarkedBlob] {
        try blobs.sorted { $0.id < $1.id }.filter { blob in
            try connection.execute(
                """
                DELETE FROM blob WHERE id = \(blob.id) AND deleting AND object_key = \(blob.key.description)
                """) > 0
        }
    }

    /// What a run would remove: blobs and bytes that nothing younger than `cutoff` refers to, nor the trash.
    static func countRemovable(
        cutoff: Timestamp, now: Timestamp, on connection: any SQLConnection
    ) throws -> (Int, Int64) {
        let row = try connection.query(
            """
            SELECT count(*) AS blobs, coalesce(sum(size), 0) AS bytes FROM blob
            WHERE NOT EXISTS (SELECT 1 FROM artifact_blob u WHERE u.blob_id = blob.id)
            AND NOT EXISTS (SELECT 1 FROM repository_blob l WHERE l.blob_id = blob.id AND l.renewed_at >= \(cutoff))
            AND NOT EXISTS (SELECT 1 FROM trashed_blob d JOIN trash t ON t.id = d.trash_id
                WHERE d.blob_id = blob.id AND t.expires_at > \(now))
            """)[0]
        return (try row.int("blobs"), Int64(try row.double("bytes")))
    }

    /// How many links a run would remove.
    static func countUnusedLinks(cutoff: Timestamp, on connection: any SQLConnection) throws -> Int {
        try connection.query(
            """
            SELECT count(*) AS links FROM repository_blob WHERE renewed_at < \(cutoff) AND \(fragment: isUnusedLink)
            """)[0].int("links")
    }

    /// Those of some object keys that a blob has.
    static func knownKeys(among keys: [ObjectKey], on connection: any SQLConnection) throws -> Set<String> {
        Set(
            try connection.query(
                "SELECT object_key FROM blob WHERE object_key IN \(list: keys.map(\.description))"
            ).map { try $0.text("object_key") })
    }

    private static func lock(_ blobs: [Int64], on connection: any SQLConnection) throws {
        _ = try connection.query(
            "SELECT id FROM blob WHERE id IN \(list: blobs) ORDER BY id\(fragment: connection.dialect.forUpdate)")
    }
}
