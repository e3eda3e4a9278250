package import SQL
import Time

/// The SQL of sessions; its functions run inside a unit of work and throw `DatabaseError`.
package enum UserSessionStore {
    package static let migrations = [
        Migration(identifier: "0011-session") { dialect in
            [
                """
                CREATE TABLE user_session (
                    id TEXT PRIMARY KEY,
                    user_id BIGINT NOT NULL REFERENCES user_account (id),
                    session_version BIGINT NOT NULL,
                    created_at BIGINT NOT NULL,
                    last_seen_at BIGINT NOT NULL,
                    address TEXT NOT NULL,
                    user_agent TEXT NOT NULL)
                """,
                "CREATE INDEX user_session_user ON user_session (user_id)",
                "CREATE INDEX user_session_seen ON user_session (last_seen_at)",
                """
                CREATE TABLE shared_key (purpose TEXT PRIMARY KEY, key_bytes \(fragment: dialect.blobType) NOT NULL)
                """,
            ]
        }
    ]

    private static let columns: SQL = "id, user_id, session_version, created_at, last_seen_at, address, user_agent"

    /// Begins a session of a user.
    static func insert(
        identifier: String, user: User, address: String, userAgent: String, now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO user_session (id, user_id, session_version, created_at, last_seen_at, address, user_agent)
            VALUES (\(identifier), \(user.id), \(user.sessionVersion), \(now), \(now), \(address), \(userAgent))
            """)
    }

    /// Finds a session that was seen after `oldest`.
    static func find(
        identifier: String, oldest: Timestamp, on connection: any SQLConnection
    ) throws -> UserSession? {
        try connection.query(
            "SELECT \(fragment: columns) FROM user_session WHERE id = \(identifier) AND last_seen_at > \(oldest)"
        ).first.map { try UserSession(row: $0) }
    }

    /// Notes that a session that was seen after `oldest` is used now; nil if there is none any more.
    static func renew(
        identifier: String, oldest: Timestamp, now: Timestamp, on connection: any SQLConnection
    ) throws -> UserSession? {
        try connection.query(
            """
            UPDATE user_session SET last_seen_at = \(now)
            WHERE id = \(identifier) AND last_seen_at > \(oldest) RETURNING \(fragment: columns)
            """
        ).first.map { try UserSession(row: $0) }
    }

    /// Lists a user's sessions that were seen after `oldest`, those used last first.
    static func list(of user: User, oldest: Timestamp, on connection: any SQLConnection) throws -> [UserSession] {
        try connection.query(
            """
            SELECT \(fragment: columns) FROM user_session
            WHERE user_id = \(user.id) AND session_version = \(user.sessionVersion) AND last_seen_at > \(oldest)
            ORDER BY last_seen_at DESC, id LIMIT 1000
            """
        ).map { try UserSession(row: $0) }
    }

    /// Ends a session.
    static func delete(identifier: String, on connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM user_session WHERE id = \(identifier)")
    }

    /// Ends a user's session by the first 16 letters of its identifier, and tells whether there was one.
    static func delete(
        shortIdentifier: String, of userID: Int64, on connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute(
            "DELETE FROM user_session WHERE user_id = \(userID) AND substr(id, 1, 16) = \(shortIdentifier)") > 0
    }

    /// Ends all of a user's sessions.
    static func deleteAll(of userID: Int64, on connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM user_session WHERE user_id = \(userID)")
    }

    /// Ends the sessions of a user beyond the `kept` that were used last.
    static func deleteSurplus(of userID: Int64, kept: Int, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            DELETE FROM user_session WHERE id IN (
                SELECT id FROM user_session WHERE user_id = \(userID)
                ORDER BY last_seen_at DESC, id LIMIT 1000 OFFSET \(kept))
            """)
    }

    /// Removes at most `count` sessions that weren't seen after `oldest`, and returns how many.
    static func deleteExpired(oldest: Timestamp, count: Int, on connection: any SQLConnection) throws -> Int {
        try connection.execute(
            """
            DELETE FROM user_session WHERE id IN (
                SELECT id FROM user_session WHERE last_seen_at <= \(oldest) ORDER BY last_seen_at LIMIT \(count))
            """)
    }
}
