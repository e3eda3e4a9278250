package import Cryptography
package import SQL
import Synchronization

/// Secret keys that all nodes of a registry share, made when they are first needed and kept in the database.
package final class SharedKeys: Sendable {
    /// What a key is for: each purpose has one of its own.
    package enum Purpose: String, Sendable {
        /// Hashing the secrets that programs use in place of passwords.
        case secrets = "command-line-secret"
        /// The tokens that show that a request comes from the registry's own pages.
        case forgery = "cross-site-forgery"
    }

    private let database: any Database
    private let known = Mutex<[Purpose: KeyedHash]>([:])

    package init(database: any Database) {
        self.database = database
    }

    /// The key for a purpose; throws `DatabaseError`, `CryptographyError`.
    package func key(for purpose: Purpose) async throws -> KeyedHash {
        if let key = known.withLock({ $0[purpose] }) { return key }
        let stored = try await database.read { try SharedKeyStore.find(purpose.rawValue, on: $0) }
        let bytes = if let stored { stored } else { try await make(purpose) }
        let key = KeyedHash(key: bytes)
        known.withLock { $0[purpose] = key }
        return key
    }

    /// Makes a key, or takes the one that another node has made in the meantime.
    private func make(_ purpose: Purpose) async throws -> [UInt8] {
        let proposal = try SecureRandom.bytes(32)
        return try await database.write { connection in
            try SharedKeyStore.insertFirst(purpose.rawValue, proposal, on: connection)
            return try SharedKeyStore.find(purpose.rawValue, on: connection) ?? proposal
        }
    }
}

/// The SQL of shared keys; its functions run inside a unit of work and throw `DatabaseError`.
enum SharedKeyStore {
    static func find(_ purpose: String, on connection: any SQLConnection) throws -> [UInt8]? {
        try connection.query("SELECT key_bytes FROM shared_key WHERE purpose = \(purpose)").first?.bytes("key_bytes")
    }

    /// Adds a key unless there is one already.
    static func insertFirst(_ purpose: String, _ key: [UInt8], on connection: any SQLConnection) throws {
        try connection.execute(
            "INSERT INTO shared_key (purpose, key_bytes) VALUES (\(purpose), \(key)) ON CONFLICT (purpose) DO NOTHING")
    }
}
