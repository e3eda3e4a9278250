import SQL
import Time

/// Counting what a collection removes.
extension CollectionStore {
    /// Blobs and their bytes.
    struct BlobCount: Sendable, Hashable {
        var blobs = 0
        var bytes: Int64 = 0
    }

    /// Counts the blobs among the next `size` after `cursor` that nothing but links older than `cutoff` and what is in the
    /// trash too long refers to; nil if there are no more blobs.
    static func removableBlobs(
        after cursor: Int64, window size: Int, cutoff: Timestamp, now: Timestamp, on connection: any SQLConnection
    ) throws -> Window<Int64, BlobCount>? {
        let row = try connection.query(
            """
            WITH next AS MATERIALIZED (
                SELECT id, size, deleting FROM blob WHERE id > \(cursor) ORDER BY id LIMIT \(size)),
            judged AS MATERIALIZED (
                SELECT id, size, (deleting OR (
                    NOT EXISTS (SELECT 1 FROM artifact_blob u WHERE u.blob_id = next.id LIMIT 1 OFFSET 0)
                    AND \(fragment: isForgotten(cutoff: cutoff, now: now)))) AS is_removable
                FROM next)
            SELECT max(id) AS last, count(CASE WHEN is_removable THEN 1 END) AS blobs,
                CAST(coalesce(sum(CASE WHEN is_removable THEN size END), 0) AS BIGINT) AS bytes FROM judged
            """)[0]
        guard let last = try row.optionalInt64("last") else { return nil }
        return Window(end: last, found: BlobCount(blobs: try row.int("blobs"), bytes: try row.int64("bytes")))
    }

    /// Holds for a blob of `next` that neither a young link nor the trash refers to.
    private static func isForgotten(cutoff: Timestamp, now: Timestamp) -> SQL {
        """
        NOT EXISTS (SELECT 1 FROM repository_blob l WHERE l.blob_id = next.id AND l.renewed_at >= \(cutoff)
            LIMIT 1 OFFSET 0)
        AND NOT EXISTS (SELECT 1 FROM trashed_blob d JOIN trash t ON t.id = d.trash_id
            WHERE d.blob_id = next.id AND t.expires_at > \(now) LIMIT 1 OFFSET 0)
        """
    }

    /// How many of some artifacts use each blob, by the links of their repositories.
    static func uses(by artifacts: [Int64], on connection: any SQLConnection) throws -> [BlobLink: Int] {
        try counts(of: "u.artifact_id IN \(list: artifacts)", on: connection)
    }

    /// How many artifacts use each of some blobs, by the links of their repositories.
    static func uses(of blobs: [Int64], on connection: any SQLConnection) throws -> [BlobLink: Int] {
        try counts(of: "u.blob_id IN \(list: blobs)", on: connection)
    }

    /// Each artifact is looked up by its number: for a join PostgreSQL reads all of them.
    private static func counts(of chosen: SQL, on connection: any SQLConnection) throws -> [BlobLink: Int] {
        let rows = try connection.query(
            """
            SELECT used.repository_id, used.blob_id, count(*) AS uses
            FROM (SELECT u.blob_id, (SELECT a.repository_id FROM artifact a WHERE a.id = u.artifact_id) AS repository_id
                FROM artifact_blob u WHERE \(fragment: chosen)) AS used
            GROUP BY used.repository_id, used.blob_id
            """)
        return Dictionary(
            try rows.map { row in
                let link = BlobLink(repositoryID: try row.int64("repository_id"), blobID: try row.int64("blob_id"))
                return (link, try row.int("uses"))
            }, uniquingKeysWith: +)
    }

    /// Those of some blobs' links that are older than `cutoff`.
    static func oldLinks(
        of blobs: [Int64], cutoff: Timestamp, on connection: any SQLConnection
    ) throws -> Set<BlobLink> {
        Set(
            try connection.query(
                """
                SELECT repository_id, blob_id FROM repository_blob
                WHERE blob_id IN \(list: blobs) AND renewed_at < \(cutoff)
                """
            ).map { BlobLink(repositoryID: try $0.int64("repository_id"), blobID: try $0.int64("blob_id")) })
    }

    /// Counts those of some blobs that neither a link younger than `cutoff` nor the trash refers to.
    static func forgotten(
        among blobs: [Int64], cutoff: Timestamp, now: Timestamp, on connection: any SQLConnection
    ) throws -> BlobCount {
        let row = try connection.query(
            """
            SELECT count(*) AS blobs, CAST(coalesce(sum(next.size), 0) AS BIGINT) AS bytes FROM blob AS next
            WHERE next.id IN \(list: blobs) AND \(fragment: isForgotten(cutoff: cutoff, now: now))
            """)[0]
        return BlobCount(blobs: try row.int("blobs"), bytes: try row.int64("bytes"))
    }
}
