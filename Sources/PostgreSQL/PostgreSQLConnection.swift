import CPostgreSQL
import SQL

/// One open connection to a PostgreSQL server, used by one thread.
final class PostgreSQLConnection {
    private let handle: OpaquePointer
    private var statementNames: StatementCache<String>
    private var preparedCount = 0
    private var progress = UnitProgress(.read)
    /// Whether another connection may do what this one couldn't.
    private(set) var isStale = false

    /// Connects; throws `connectionLost` if that isn't possible.
    init(_ settings: PostgreSQLSettings) throws(DatabaseError) {
        let handle = settings.connect()
        guard let handle, PQstatus(handle) == CONNECTION_OK else {
            defer { PQfinish(handle) }
            throw DatabaseError(
                kind: .connectionLost, message: DatabaseError.line(String(cString: PQerrorMessage(handle))))
        }
        self.handle = handle
        statementNames = StatementCache(capacity: settings.isBehindTransactionPooler ? 0 : 256)
        // By default libpq prints notices.
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        try checkServer()
        // Not at connecting: libpq would take the server for one that is read-only.
        if !settings.isBehindTransactionPooler { try control("SET default_transaction_read_only = on") }
    }

    deinit {
        PQfinish(handle)
    }

    private func checkServer() throws(DatabaseError) {
        guard PQserverVersion(handle) >= 130_000 else {
            throw DatabaseError(kind: .other, message: "the PostgreSQL server is older than 13")
        }
        let encoding = PQparameterStatus(handle, "server_encoding").map { String(cString: $0) }
        guard encoding == "UTF8" else {
            throw DatabaseError(kind: .other, message: "the database's encoding is \(encoding ?? "unknown"), not UTF8")
        }
    }

    private func result(of sql: SQL) throws(DatabaseError) -> PostgreSQLResult {
        let parameters = try PostgreSQLParameters(sql.values)
        let name = statementNames.capacity > 0 ? try preparedName(of: sql.text) : nil
        // The last argument asks for binary values.
        let answer = parameters.withPointers { count, values, lengths, formats in
            if let name { return PQexecPrepared(handle, name, count, values, lengths, formats, 1) }
            return PQexecParams(handle, sql.text, count, nil, values, lengths, formats, 1)
        }
        return try checked(answer)
    }

    private func preparedName(of text: String) throws(DatabaseError) -> String {
        if let name = statementNames.statement(for: text) { return name }
        if let oldest = statementNames.makeRoom() { try control("DEALLOCATE \(oldest)") }
        preparedCount += 1
        let name = "s\(preparedCount)"
        _ = try checked(PQprepare(handle, name, text, 0, nil))
        statementNames.insert(name, for: text)
        return name
    }

    private func checked(_ answer: OpaquePointer?) throws(DatabaseError) -> PostgreSQLResult {
        let state = SQLState(of: answer)
        if state.isStaleStatement { isStale = true }
        return try PostgreSQLResult(answer, on: handle)
    }

    private func counted<T>(_ body: () throws(DatabaseError) -> T) throws(DatabaseError) -> T {
        try progress.admit()
        do throws(DatabaseError) {
            return try body()
        } catch {
            progress.record(error)
            throw error
        }
    }
}

extension PostgreSQLConnection: SQLConnection {
    var dialect: Dialect { .postgresql }

    func query(_ sql: SQL) throws -> [Row] {
        try counted { () throws(DatabaseError) in try result(of: sql).rows() }
    }

    @discardableResult
    func execute(_ sql: SQL) throws -> Int {
        try counted { () throws(DatabaseError) in try result(of: sql).changedRows }
    }
}

extension PostgreSQLConnection {
    /// Whether it can serve another unit of work.
    var isUsable: Bool {
        PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE && !isStale
    }

    /// The first error of a statement in the unit of work.
    var failure: DatabaseError? { progress.failure }

    /// Runs a statement on behalf of the database and not of a unit of work.
    @discardableResult
    func control(_ text: String) throws(DatabaseError) -> PostgreSQLResult {
        try checked(PQexec(handle, text))
    }

    /// Runs the closure of a unit of work.
    func run(_ unit: UnitOfWork) -> UnitOfWork.Completion {
        progress = UnitProgress(unit.operation)
        let completion = unit.run(self)
        return progress.settle(completion, of: unit)
    }

    /// Undoes the open transaction, if there is one.
    func rollBack() {
        if PQtransactionStatus(handle) != PQTRANS_IDLE { _ = try? control("ROLLBACK") }
    }

    /// Commits; throws `outcomeUnknown` if the connection fails meanwhile.
    func commit() throws(DatabaseError) {
        do throws(DatabaseError) {
            let answer = try control("COMMIT")
            guard answer.command == "COMMIT" else {
                throw DatabaseError(kind: .other, message: "the transaction was undone during a unit of work")
            }
        } catch {
            guard error.kind == .connectionLost else { throw error }
            throw DatabaseError(kind: .outcomeUnknown, message: "the connection failed during COMMIT: \(error.message)")
        }
    }
}
