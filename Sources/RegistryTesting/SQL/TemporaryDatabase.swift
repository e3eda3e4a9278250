import FoundationEssentials
package import SQL
import SQLite

/// Fresh databases for tests, removed afterwards.
///
/// SQLite's is a file in a temporary directory. PostgreSQL's is on the server that the environment variable
/// HAVEN_TEST_POSTGRESQL_URL names, a copy of a template that was migrated once; there are at most four at a time.
package enum TemporaryDatabase {
    /// Runs the body with a fresh database to which the migrations were applied.
    package static func with<Result>(
        _ kind: DatabaseKind, migrations: [Migration] = [], _ body: (any Database) async throws -> Result
    ) async throws -> Result {
        try await withLocation(kind, migrations: migrations) { location in
            try await location.withDatabase(body)
        }
    }

    /// Runs the body with the place of a fresh database, for tests that open it themselves or more than once.
    package static func withLocation<Result>(
        _ kind: DatabaseKind, migrations: [Migration] = [], _ body: (DatabaseLocation) async throws -> Result
    ) async throws -> Result {
        switch kind {
        case .sqlite: try await withFile(migrations: migrations, body)
        case .postgresql: try await withCopy(migrations: migrations, body)
        }
    }

    private static func withFile<Result>(
        migrations: [Migration], _ body: (DatabaseLocation) async throws -> Result
    ) async throws -> Result {
        let directory = FileManager.default.temporaryDirectory.appending(path: "haven-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let location = DatabaseLocation(kind: .sqlite, address: directory.appending(path: "haven.sqlite").path)
        if !migrations.isEmpty { try await location.withDatabase { _ = try await Migrator(migrations).migrate($0) } }
        return try await body(location)
    }

    private static func withCopy<Result>(
        migrations: [Migration], _ body: (DatabaseLocation) async throws -> Result
    ) async throws -> Result {
        let server = try await PostgreSQLTestServer.connected()
        let location = try await server.makeDatabase(migrations: migrations)
        do {
            let result = try await body(location)
            await server.remove(location)
            return result
        } catch {
            await server.remove(location)
            throw error
        }
    }
}
