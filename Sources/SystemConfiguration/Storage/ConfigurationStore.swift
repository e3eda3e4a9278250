package import SQL
import Time

/// The SQL of the configuration; its functions run inside a unit of work and throw `DatabaseError`.
package enum ConfigurationStore {
    /// The tables of the room.
    package static let migrations = [
        Migration(
            identifier: "0009-configuration",
            statements: [
                """
                CREATE TABLE configuration (
                    key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL, updated_at BIGINT NOT NULL)
                """,
                // The row that every change locks: there must be one before the first.
                "INSERT INTO configuration (key, value, updated_at) VALUES ('auth_mode', 'db_auth', 0)",
            ])
    ]

    /// Keeps other changes of the configuration waiting until the transaction ends.
    static func lock(on connection: any SQLConnection) throws {
        _ = try connection.query(
            "SELECT key FROM configuration WHERE key = 'auth_mode'\(fragment: connection.dialect.forUpdate)")
    }

    /// What was set, by key, as it is kept.
    static func all(on connection: any SQLConnection) throws -> [String: String] {
        let rows = try connection.query("SELECT key, value FROM configuration")
        return Dictionary(try rows.map { (try $0.text("key"), try $0.text("value")) }) { first, _ in first }
    }

    /// Keeps a value.
    static func set(_ key: String, _ value: String, now: Timestamp, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO configuration (key, value, updated_at) VALUES (\(key), \(value), \(now))
            ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at
            """)
    }
}
