package import SQL
import Time

/// The SQL of the keys that sign tokens.
package enum SigningKeyStore {
    package static let migrations = [
        Migration(
            identifier: "0007-signing-key",
            statements: [
                """
                CREATE TABLE signing_key (
                    id TEXT PRIMARY KEY,
                    algorithm TEXT NOT NULL,
                    private_key TEXT NOT NULL,
                    slot BIGINT NOT NULL UNIQUE,
                    created_at BIGINT NOT NULL)
                """
            ])
    ]

    /// All keys, the newest first.
    static func list(on connection: any SQLConnection) throws -> [(id: String, privateKey: String)] {
        try connection.query("SELECT id, private_key FROM signing_key ORDER BY slot DESC").map {
            (try $0.text("id"), try $0.text("private_key"))
        }
    }

    /// Adds the first key; when two nodes start at once, the later one keeps the earlier one's.
    static func insertFirst(id: String, privateKey: String, now: Timestamp, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO signing_key (id, algorithm, private_key, slot, created_at)
            VALUES (\(id), \("ES256"), \(privateKey), 1, \(now)) ON CONFLICT (slot) DO NOTHING
            """)
    }
}
