package import SQL

/// A PostgreSQL database: threads that each keep one connection.
///
/// Connections are made when there is work for them, and made anew when they break. A unit of work that a broken
/// connection, a deadlock or a serialisation failure interrupts runs again, unless its COMMIT was sent.
package final class PostgreSQLDatabase: Database {
    private let queue: WorkQueue

    /// Connects to the server at `connectionString` (a URI or libpq's keywords and values).
    ///
    /// The string's own parameters go before the defaults: connect_timeout 5 s, tcp_user_timeout 10 s, keepalives,
    /// statement_timeout. `host=a,b target_session_attrs=read-write` follows a fail-over. Behind a pooler that gives
    /// each transaction another session nothing is kept in the session: no prepared statements, no time-outs.
    /// At most `queueLimit` units of work wait, each for at most `patience`. Throws `DatabaseError`.
    package init(
        connectionString: String, maximumConnections: Int = 16, isBehindTransactionPooler: Bool = false,
        queueLimit: Int = 1024, patience: Duration = .seconds(5), statementTimeout: Duration = .seconds(30),
        observer: DatabaseObserver? = nil
    ) async throws {
        let settings = try PostgreSQLSettings(
            connectionString: connectionString, isBehindTransactionPooler: isBehindTransactionPooler,
            statementTimeout: statementTimeout)
        queue = WorkQueue(limit: queueLimit, patience: patience, observer: observer)
        do {
            for _ in 0..<max(1, maximumConnections) {
                try queue.startThread { [queue] seat in
                    var worker = PostgreSQLWorker(settings)
                    worker.serve(queue, at: seat)
                }
            }
            _ = try await read { try $0.query("SELECT 1") }
        } catch {
            await queue.close()
            throw error
        }
    }

    deinit {
        queue.finish()
    }

    /// The dialect of PostgreSQL.
    package var dialect: Dialect { .postgresql }

    /// Runs one reading statement; a second statement in the closure is refused.
    package func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await queue.perform(.read, body)
    }

    /// Runs several reading statements that all see the same state (REPEATABLE READ, READ ONLY).
    package func snapshot<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await queue.perform(.snapshot, body)
    }

    /// Runs statements in one transaction (READ COMMITTED), durable when this returns; undone if the closure throws.
    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await queue.perform(.write, body)
    }

    /// Runs a statement that can't be in a transaction, such as CREATE DATABASE or VACUUM; on a direct connection.
    package func runOutsideTransaction(_ statement: SQL) async throws {
        try await queue.perform(.maintenance) { _ = try $0.execute(statement) }
    }

    /// Lets the units of work that were accepted finish, then closes every connection.
    package func close() async {
        await queue.close()
    }
}
