package import SQL
import Synchronization

/// A database that notes every statement, for tests of how many there are and how the database carries them out.
package final class StatementRecorder: Database {
    private struct Connection: SQLConnection {
        let base: any SQLConnection
        let note: (SQL) -> Void

        var dialect: Dialect { base.dialect }

        func query(_ sql: SQL) throws -> [Row] {
            note(sql)
            return try base.query(sql)
        }

        func execute(_ sql: SQL) throws -> Int {
            note(sql)
            return try base.execute(sql)
        }
    }

    private let base: any Database
    private let noted = Mutex<[SQL]>([])

    /// Wraps a database.
    package init(_ base: any Database) { self.base = base }

    package var dialect: Dialect { base.dialect }

    /// The statements since the last call, in their order.
    package func statements() -> [SQL] {
        noted.withLock { noted in
            defer { noted = [] }
            return noted
        }
    }

    private func recording(_ connection: any SQLConnection) -> any SQLConnection {
        Connection(base: connection) { sql in self.noted.withLock { $0.append(sql) } }
    }

    package func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await base.read { try body(self.recording($0)) }
    }

    package func snapshot<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await base.snapshot { try body(self.recording($0)) }
    }

    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await base.write { try body(self.recording($0)) }
    }

    package func close() async { await base.close() }

    /// How the database carries a statement out, line by line.
    ///
    /// PostgreSQL reads small tables from end to end whatever indices they have: it is told not to where it needn't.
    package func plan(of statement: SQL) async throws -> String {
        try await base.write { connection in
            if connection.dialect == .sqlite {
                return try connection.query("EXPLAIN QUERY PLAN \(fragment: statement)").map { try $0.text("detail") }
                    .joined(separator: "\n")
            }
            try connection.execute("SET LOCAL enable_seqscan = off")
            return try connection.query("EXPLAIN \(fragment: statement)").map { try $0.text(0) }
                .joined(separator: "\n")
        }
    }

    /// The tables of `names` that a plan reads from end to end.
    package static func scans(of names: [String], in plan: String) -> [String] {
        let lines = plan.split(separator: "\n")
        return names.filter { name in
            lines.contains { line in
                // SQLite names the alias, PostgreSQL table and alias.
                line.contains("SCAN \(name)") && !line.contains("USING") || line.contains("Seq Scan on \(name) ")
            }
        }
    }
}
