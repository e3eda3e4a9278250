package import BlobStorage
import Cryptography
package import SQL
package import Time

/// The SQL of upload sessions; its functions run inside a unit of work and throw `DatabaseError`.
package enum UploadStore {
    private static let columns: SQL = "id, repository_id, partial_object, received, hash_state"

    static func insert(_ session: UploadSession, now: Timestamp, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO upload (id, repository_id, partial_object, received, hash_state, lease_until, created_at,
                updated_at)
            VALUES (\(session.id), \(session.repositoryID), \(session.partial.encoded), \(session.received),
                \(session.hash.state), 0, \(now), \(now))
            """)
    }

    static func find(_ id: String, repositoryID: Int64, on connection: any SQLConnection) throws -> UploadSession? {
        try connection.query(
            "SELECT \(fragment: columns) FROM upload WHERE id = \(id) AND repository_id = \(repositoryID)"
        ).first.map { try UploadSession(row: $0) }
    }

    /// Takes the right to append for a node; nil if there is no such session or another node has it.
    static func lease(
        _ id: String, repositoryID: Int64, owner: String, now: Timestamp, until: Timestamp,
        on connection: any SQLConnection
    ) throws -> UploadSession? {
        try connection.query(
            """
            UPDATE upload SET lease_owner = \(owner), lease_until = \(until)
            WHERE id = \(id) AND repository_id = \(repositoryID) AND (lease_until < \(now) OR lease_owner = \(owner))
            RETURNING \(fragment: columns)
            """
        ).first.map { try UploadSession(row: $0) }
    }

    /// Saves what has arrived and gives the right to append back; false if the session is gone.
    static func update(_ session: UploadSession, now: Timestamp, on connection: any SQLConnection) throws -> Bool {
        try connection.execute(
            """
            UPDATE upload SET partial_object = \(session.partial.encoded), received = \(session.received),
                hash_state = \(session.hash.state), lease_until = 0, updated_at = \(now)
            WHERE id = \(session.id)
            """) > 0
    }

    /// Gives the right to append back.
    static func release(_ id: String, owner: String, on connection: any SQLConnection) throws {
        try connection.execute("UPDATE upload SET lease_until = 0 WHERE id = \(id) AND lease_owner = \(owner)")
    }

    /// Removes a session; false if there was none.
    @discardableResult
    static func delete(_ id: String, on connection: any SQLConnection) throws -> Bool {
        try connection.execute("DELETE FROM upload WHERE id = \(id)") > 0
    }

    /// Removes sessions that nobody has touched since `oldest` and no node appends to, at most `limit`, and returns
    /// their partial objects.
    package static func deleteExpired(
        before oldest: Timestamp, now: Timestamp, limit: Int, on connection: any SQLConnection
    ) throws -> [PartialObject] {
        let isExpired = isExpired(before: oldest, now: now)
        // A session that was gone on with while its row was waited for is judged anew by the outer condition.
        return try connection.query(
            """
            DELETE FROM upload WHERE \(fragment: isExpired) AND id IN
                (SELECT id FROM upload WHERE \(fragment: isExpired) ORDER BY updated_at LIMIT \(limit))
            RETURNING partial_object
            """
        ).map { PartialObject(encoded: try $0.text("partial_object")) }
    }

    /// How many sessions `deleteExpired` would remove.
    package static func countExpired(
        before oldest: Timestamp, now: Timestamp, on connection: any SQLConnection
    ) throws -> Int {
        try connection.query(
            "SELECT count(*) AS uploads FROM upload WHERE \(fragment: isExpired(before: oldest, now: now))"
        )[0].int("uploads")
    }

    private static func isExpired(before oldest: Timestamp, now: Timestamp) -> SQL {
        "updated_at < \(oldest) AND lease_until < \(now)"
    }

    /// Those of some objects that a session may be about to commit.
    package static func unfinished(among keys: [ObjectKey], on connection: any SQLConnection) throws -> [ObjectKey] {
        let words = keys.compactMap(\.distinguisher)
        guard !words.isEmpty else { return [] }
        let rows = try connection.query(
            """
            SELECT substr(partial_object, 1, \(PartialObject.distinguisherLength)) AS word FROM upload
            WHERE substr(partial_object, 1, \(PartialObject.distinguisherLength)) IN \(list: words)
            """)
        let open = Set(try rows.map { try $0.text("word") })
        return keys.filter { $0.distinguisher.map(open.contains) ?? false }
    }

    /// Those of some partial objects that a session still knows.
    package static func known(
        among partials: [PartialObject], on connection: any SQLConnection
    ) throws -> Set<PartialObject> {
        let rows = try connection.query(
            "SELECT partial_object FROM upload WHERE partial_object IN \(list: partials.map(\.encoded))")
        return Set(try rows.map { PartialObject(encoded: try $0.text("partial_object")) })
    }
}
