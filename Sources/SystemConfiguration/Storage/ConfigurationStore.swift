package import SQL
import Time

/// The SQL of the configuration; its functions run inside a unit of work and throw `DatabaseError`.
package enum ConfigurationStore {
    package static let migrations = [
        Migration(
            identifier: "0009-configuration",
            statements: [
                """
                CREATE TABLE configuration (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL, updated_at BIGINT NOT NULL)
                """
            ])
    ]

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
