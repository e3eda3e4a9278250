import BlobStorage
import SQL
import Time

/// The SQL of the collector; its functions run inside a unit of work and throw `DatabaseError`.
///
/// Tables are passed through in windows of their key, so that no statement takes long, however large they are and
/// however little in them can go. Blob rows are locked in one statement and judged in the next: a push that was faster
/// is then seen, and one that is slower finds the mark.
enum CollectionStore {
    /// A repository's link to a blob.
    struct BlobLink: Hashable, Sendable {
        var repositoryID: Int64 = 0
        var blobID: Int64 = 0
    }

    /// A part of a table that was passed through.
    struct Window<Key: Sendable, Found: Sendable>: Sendable {
        /// Its last key, behind which the next one begins.
        let end: Key
        let found: Found
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

    /// Each part is looked up by the blob's number: the OFFSET keeps PostgreSQL from reading whole tables for a join.
    private static let isUnlinkedBlob: SQL = """
        NOT EXISTS (SELECT 1 FROM repository_blob l WHERE l.blob_id = blob.id LIMIT 1 OFFSET 0)
        AND NOT EXISTS (SELECT 1 FROM artifact_blob u WHERE u.blob_id = blob.id LIMIT 1 OFFSET 0)
        AND NOT EXISTS (SELECT 1 FROM trashed_blob d WHERE d.blob_id = blob.id LIMIT 1 OFFSET 0)
        """

    /// The links among the next `size` after `link` that are older than `cutoff` and used by no artifact; nil if there
    /// are no more links.
    static func unusedLinks(
        after link: BlobLink, window size: Int, cutoff: Timestamp, on connection: any SQLConnection
    ) throws -> Window<BlobLink, [BlobLink]>? {
        guard let end = try linkWindowEnd(after: link, size: size, on: connection) else { return nil }
        let unused = try connection.query(
            """
            SELECT repository_id, blob_id FROM repository_blob
            WHERE (repository_id, blob_id) > (\(link.repositoryID), \(link.blobID))
            AND (repository_id, blob_id) <= (\(end.repositoryID), \(end.blobID)) AND renewed_at < \(cutoff)
            EXCEPT SELECT a.repository_id, u.blob_id FROM artifact a JOIN artifact_blob u ON u.artifact_id = a.id
            WHERE a.repository_id >= \(link.repositoryID) AND a.repository_id <= \(end.repositoryID)
            ORDER BY 1, 2
            """
        ).map { BlobLink(repositoryID: try $0.int64("repository_id"), blobID: try $0.int64("blob_id")) }
        return Window(end: end, found: unused)
    }

    private static func linkWindowEnd(
        after link: BlobLink, size: Int, on connection: any SQLConnection
    ) throws -> BlobLink? {
        try connection.query(
            """
            SELECT repository_id, blob_id FROM (SELECT repository_id, blob_id FROM repository_blob
                WHERE (repository_id, blob_id) > (\(link.repositoryID), \(link.blobID))
                ORDER BY repository_id, blob_id LIMIT \(size)) AS next
            ORDER BY repository_id DESC, blob_id DESC LIMIT 1
            """
        ).first.map { BlobLink(repositoryID: try $0.int64("repository_id"), blobID: try $0.int64("blob_id")) }
    }

    /// Removes those of some links that are still unused; returns how many.
    static func removeLinks(
        _ links: [BlobLink], cutoff: Timestamp, on connection: any SQLConnection
    ) throws -> Int {
        try lock(links.map(\.blobID), on: connection)
        let places = Dictionary(grouping: links, by: \.repositoryID).sorted { $0.key < $1.key }
        return try places.reduce(0) { count, place in
            try count
                + connection.execute(
                    """
                    DELETE FROM repository_blob
                    WHERE repository_id = \(place.key) AND blob_id IN \(list: place.value.map(\.blobID))
                    AND renewed_at < \(cutoff) AND \(fragment: isUnusedLink)
                    """)
        }
    }

    /// The blobs among the next `size` after `cursor` that nothing refers to, or whose deletion a crash interrupted; nil
    /// if there are no more blobs.
    static func unlinkedBlobs(
        after cursor: Int64, window size: Int, on connection: any SQLConnection
    ) throws -> Window<Int64, [Int64]>? {
        let end = try connection.query(
            "SELECT max(id) AS last FROM (SELECT id FROM blob WHERE id > \(cursor) ORDER BY id LIMIT \(size)) AS next"
        )[0].optionalInt64("last")
        guard let end else { return nil }
        let found = try connection.query(
            """
            SELECT id FROM blob WHERE id > \(cursor) AND id <= \(end)
            AND (deleting OR (\(fragment: isUnlinkedBlob))) ORDER BY id
            """
        ).map { try $0.int64("id") }
        return Window(end: end, found: found)
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

    /// Drops the rows of deleted blobs and returns their numbers; one that was pushed again meanwhile has another key and
    /// stays.
    static func drop(_ blobs: [MarkedBlob], on connection: any SQLConnection) throws -> Set<Int64> {
        guard !blobs.isEmpty else { return [] }
        try lock(blobs.map(\.id), on: connection)
        // No two blobs ever have the same key.
        return Set(
            try connection.query(
                """
                DELETE FROM blob WHERE id IN \(list: blobs.map(\.id)) AND deleting
                AND object_key IN \(list: blobs.map(\.key.description)) RETURNING id
                """
            ).map { try $0.int64("id") })
    }

    /// Those of some object keys that a blob has.
    static func knownKeys(among keys: [ObjectKey], on connection: any SQLConnection) throws -> Set<String> {
        Set(
            try connection.query(
                "SELECT object_key FROM blob WHERE object_key IN \(list: keys.map(\.description))"
            ).map { try $0.text("object_key") })
    }

    /// Locks blobs in the order of their digests, as pushes, copies and restorations do.
    private static func lock(_ blobs: [Int64], on connection: any SQLConnection) throws {
        guard connection.dialect == .postgresql, !blobs.isEmpty else { return }
        _ = try connection.query(
            "SELECT id FROM blob WHERE id IN \(list: blobs) ORDER BY digest\(fragment: connection.dialect.forUpdate)")
    }
}
