import SQL
import Synchronization

/// How many bytes a project has taken in for which no manifest came yet: open uploads, and pending links to blobs that
/// no artifact of it is made of.
///
/// They are bounded by the project's limit itself, so that who never pushes a manifest fills at most as much again.
/// What was deleted doesn't count, though its blobs stay until they are collected. The number is remembered for 30
/// seconds: what is uploaded meanwhile comes on top. Who asks while it is counted waits for that count.
final class UncommittedContent: Sendable {
    private enum Entry {
        case known(Int64, until: ContinuousClock.Instant)
        case counting(Task<Int64, any Error>)
    }

    private static let lifetime = Duration.seconds(30)
    private static let capacity = 10_000
    private let entries = Mutex<[Int64: Entry]>([:])

    /// The number of bytes, read from the database if it is not known.
    func bytes(projectID: Int64, in database: any Database) async throws -> Int64 {
        switch entry(of: projectID, in: database) {
        case .known(let bytes, _): bytes
        case .counting(let count): try await count.value
        }
    }

    private func entry(of projectID: Int64, in database: any Database) -> Entry {
        entries.withLock { entries in
            switch entries[projectID] {
            case .known(_, let end)? where end <= .now: break
            case let entry?: return entry
            case nil: break
            }
            if entries.count >= Self.capacity { entries.removeAll() }
            // It belongs to no caller: one that goes away doesn't end it for the others.
            let entry = Entry.counting(Task { try await self.count(projectID: projectID, in: database) })
            entries[projectID] = entry
            return entry
        }
    }

    private func count(projectID: Int64, in database: any Database) async throws -> Int64 {
        do {
            let bytes = try await database.read { try Self.count(projectID: projectID, on: $0) }
            entries.withLock { $0[projectID] = .known(bytes, until: .now + Self.lifetime) }
            return bytes
        } catch {
            entries.withLock { $0[projectID] = nil }
            throw error
        }
    }

    private static func count(projectID: Int64, on connection: any SQLConnection) throws -> Int64 {
        try connection.query(
            """
            SELECT (SELECT CAST(coalesce(sum(u.received), 0) AS BIGINT) FROM repository r
                    JOIN upload u ON u.repository_id = r.id WHERE r.project_id = \(projectID))
                + (SELECT CAST(coalesce(sum(part.size), 0) AS BIGINT) FROM (
                    SELECT DISTINCT b.id, b.size FROM repository r
                    JOIN repository_blob l ON l.repository_id = r.id AND l.is_pending
                    JOIN blob b ON b.id = l.blob_id WHERE r.project_id = \(projectID) AND NOT EXISTS (
                        SELECT 1 FROM project_content c WHERE c.project_id = \(projectID) AND c.digest = b.digest)
                    ) AS part) AS bytes
            """)[0].int64("bytes")
    }
}
