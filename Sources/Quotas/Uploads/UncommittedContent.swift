import SQL
import Synchronization

/// How many bytes a project has taken in that no artifact of it is made of: open uploads, and blobs whose manifest
/// didn't come yet.
///
/// They are bounded by the project's limit itself, so that who never pushes a manifest fills at most as much again.
/// Counting takes a while in a large project, so the number is remembered for 30 seconds: what is uploaded meanwhile
/// comes on top.
final class UncommittedContent: Sendable {
    private struct Known {
        let bytes: Int64
        let until: ContinuousClock.Instant
    }

    private static let lifetime = Duration.seconds(30)
    private static let capacity = 10_000
    private let known = Mutex<[Int64: Known]>([:])

    /// The number of bytes, read from the database if it is not known.
    func bytes(projectID: Int64, in database: any Database) async throws -> Int64 {
        let remembered = known.withLock { $0[projectID] }
        if let remembered, remembered.until > .now { return remembered.bytes }
        let bytes = try await database.read { try Self.count(projectID: projectID, on: $0) }
        known.withLock { known in
            if known.count >= Self.capacity { known.removeAll() }
            known[projectID] = Known(bytes: bytes, until: .now + Self.lifetime)
        }
        return bytes
    }

    private static func count(projectID: Int64, on connection: any SQLConnection) throws -> Int64 {
        try connection.query(
            """
            SELECT (SELECT CAST(coalesce(sum(u.received), 0) AS BIGINT) FROM repository r
                    JOIN upload u ON u.repository_id = r.id WHERE r.project_id = \(projectID))
                + (SELECT CAST(coalesce(sum(part.size), 0) AS BIGINT) FROM (
                    SELECT DISTINCT b.id, b.size FROM repository r JOIN repository_blob l ON l.repository_id = r.id
                    JOIN blob b ON b.id = l.blob_id WHERE r.project_id = \(projectID) AND NOT EXISTS (
                        SELECT 1 FROM project_content c WHERE c.project_id = \(projectID) AND c.digest = b.digest)
                    ) AS part) AS bytes
            """)[0].int64("bytes")
    }
}
