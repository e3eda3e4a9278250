package import Time

/// Brings the schema of a database up to date.
///
/// Each migration is a transaction of its own, recorded in the table `migration`. On PostgreSQL it holds an advisory
/// lock and no statement time-out, so that nodes which start together apply each migration once.
package struct Migrator: Sendable {
    private let migrations: [Migration]
    private let clock: WallClock

    /// A migrator for these migrations, given in any order; the clock tells when each was applied.
    package init(_ migrations: [Migration], clock: WallClock = .system) {
        self.migrations = migrations
        self.clock = clock
    }

    /// Applies what is missing and returns the identifiers of the migrations that this call applied, in order.
    ///
    /// Throws `DatabaseError`: among others if the database is newer than this program.
    @discardableResult
    package func migrate(_ database: any Database) async throws -> [String] {
        let plan = try MigrationPlan(migrations)
        var applied: [String] = []
        while let identifier = try await database.write({ try applyNext(of: plan, on: $0) }) {
            applied.append(identifier)
        }
        return applied
    }

    /// The identifiers of the migrations that `migrate` would apply, in order; changes nothing but making the table
    /// that records them.
    package func pending(in database: any Database) async throws -> [String] {
        let plan = try MigrationPlan(migrations)
        return try await database.write { connection in
            try plan.pending(applied: Self.appliedIdentifiers(on: connection)).map(\.identifier)
        }
    }

    private func applyNext(of plan: MigrationPlan, on connection: any SQLConnection) throws -> String? {
        guard let next = try plan.pending(applied: Self.appliedIdentifiers(on: connection)).first else { return nil }
        for statement in next.statements(for: connection.dialect) {
            try connection.execute(statement)
        }
        try connection.execute(
            "INSERT INTO migration (identifier, applied_at) VALUES (\(next.identifier), \(clock.now))")
        return next.identifier
    }

    private static func appliedIdentifiers(on connection: any SQLConnection) throws -> [String] {
        if connection.dialect == .postgresql {
            try connection.execute("SET LOCAL statement_timeout = 0")
            // The number is arbitrary; every node has to use the same.
            _ = try connection.query("SELECT pg_advisory_xact_lock(5207384406823211)")
        }
        try connection.execute(
            "CREATE TABLE IF NOT EXISTS migration (identifier TEXT PRIMARY KEY, applied_at BIGINT NOT NULL)")
        return try connection.query("SELECT identifier FROM migration").map { try $0.text(0) }
    }
}
