import PostgreSQL
package import SQL
import SQLite

/// The kinds of database that Haven runs on.
package enum DatabaseKind: String, Sendable, CaseIterable, CustomStringConvertible {
    case sqlite
    case postgresql

    /// The kind's name.
    package var description: String { rawValue }
}

/// Where a temporary database is: it can be opened more than once, as the nodes of a cluster do.
package struct DatabaseLocation: Sendable {
    /// The kind.
    package let kind: DatabaseKind
    /// The path of the file, or the server's URL with the database's name.
    package let address: String

    /// Opens the database; whoever opens it closes it.
    ///
    /// `connections` is that of readers on SQLite, which has one writer more. At most `queueLimit` units of work wait, each
    /// for at most `patience`.
    package func open(
        connections: Int = 4, queueLimit: Int = 1024, patience: Duration = .seconds(300)
    ) async throws -> any Database {
        switch kind {
        case .sqlite:
            return try SQLiteDatabase(
                path: address, readers: connections, queueLimit: queueLimit, patience: patience)
        case .postgresql:
            return try await PostgreSQLDatabase(
                connectionString: address, maximumConnections: connections, queueLimit: queueLimit, patience: patience,
                // A statement's time is also that of its waiting for locks.
                statementTimeout: .seconds(300))
        }
    }

    /// Opens the database for the time of the body.
    package func withDatabase<Result>(
        connections: Int = 4, queueLimit: Int = 1024, patience: Duration = .seconds(300),
        _ body: (any Database) async throws -> Result
    ) async throws -> Result {
        let database = try await open(connections: connections, queueLimit: queueLimit, patience: patience)
        do {
            let result = try await body(database)
            await database.close()
            return result
        } catch {
            await database.close()
            throw error
        }
    }
}
