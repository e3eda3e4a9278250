package import SQL

/// A database that records the statements which pass through it.
package final class WatchedDatabase: Database {
    private let database: any Database
    private let recording = Recording<SQL>()

    /// Watches a database.
    package init(_ database: any Database) { self.database = database }

    /// The statements so far, with their values.
    package var statements: [SQL] { recording.elements }

    package var dialect: Dialect { database.dialect }

    package func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await database.read { [recording] in try body(WatchedConnection($0, recording)) }
    }

    package func snapshot<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await database.snapshot { [recording] in try body(WatchedConnection($0, recording)) }
    }

    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await database.write { [recording] in try body(WatchedConnection($0, recording)) }
    }

    package func close() async { await database.close() }

    /// How the database would go about a statement, line by line.
    package func plan(of statement: SQL) async throws -> [String] {
        try await database.read { connection in
            switch connection.dialect {
            case .sqlite:
                try connection.query("EXPLAIN QUERY PLAN \(fragment: statement)").map { try $0.text("detail") }
            case .postgresql: try connection.query("EXPLAIN \(fragment: statement)").map { try $0.text(0) }
            }
        }
    }
}

private struct WatchedConnection: SQLConnection {
    private let connection: any SQLConnection
    private let recording: Recording<SQL>

    init(_ connection: any SQLConnection, _ recording: Recording<SQL>) {
        self.connection = connection
        self.recording = recording
    }

    var dialect: Dialect { connection.dialect }

    func query(_ sql: SQL) throws -> [Row] {
        recording.append(sql)
        return try connection.query(sql)
    }

    func execute(_ sql: SQL) throws -> Int {
        recording.append(sql)
        return try connection.execute(sql)
    }
}
