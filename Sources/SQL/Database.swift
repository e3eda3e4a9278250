/// An open connection, lent to one unit of work and only on its thread.
///
/// After a statement has failed the unit can't go on: every further statement throws the same error, and so does the
/// unit, even if its closure returns. (PostgreSQL aborts the transaction; SQLite follows suit.)
package protocol SQLConnection {
    /// The database's dialect.
    var dialect: Dialect { get }

    /// Runs one statement and returns its rows; throws `DatabaseError`.
    func query(_ sql: SQL) throws -> [Row]

    /// Runs one statement and returns how many rows it inserted, updated or deleted; throws `DatabaseError`.
    @discardableResult
    func execute(_ sql: SQL) throws -> Int
}

/// A database that runs units of work: synchronous closures, one hop each, never an `await` inside a transaction.
///
/// All of them throw what their closure throws, `DatabaseError`, and `CancellationError` if the task was cancelled
/// before a connection was free. Closures may run more than once and touch nothing but their connection.
package protocol Database: Sendable {
    /// The database's dialect.
    var dialect: Dialect { get }

    /// Runs one reading statement; a second statement in the closure is refused.
    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T

    /// Runs several reading statements that all see the same state (REPEATABLE READ, READ ONLY).
    func snapshot<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T

    /// Runs statements in one transaction (READ COMMITTED), durable when this returns; undone if the closure throws.
    ///
    /// A decision locks the rows it rests on (`Dialect.forUpdate`, `forShare`): other transactions run beside this one.
    @discardableResult
    func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T

    /// Lets the units of work that were accepted finish, then closes every connection. Later units are refused.
    func close() async
}

/// The kinds of unit of work.
package enum DatabaseOperation: String, Sendable, Hashable, CaseIterable {
    case read
    case snapshot
    case write
    /// A statement that can't be in a transaction, such as CREATE DATABASE.
    case maintenance
}

/// Told of every unit of work: its operation (`DatabaseOperation`'s raw value) and its seconds, waiting included.
package typealias DatabaseObserver = @Sendable (_ operation: String, _ seconds: Double) -> Void
