import CSQLite
import SQL

/// One open connection to a SQLite database, used by one thread.
final class SQLiteConnection {
    /// What a connection is for.
    enum Role {
        case reader
        case writer
    }

    private let handle: OpaquePointer
    private var isOpen = true
    private var cache = StatementCache<SQLiteStatement>(capacity: 256)
    private var progress = UnitProgress(.read)

    /// Opens the database at a path; the writer makes it if there is none. A statement waits for locks of other
    /// connections for at most `patience`.
    init(path: String, role: Role, patience: Duration) throws(DatabaseError) {
        var handle: OpaquePointer?
        let create = role == .writer ? SQLITE_OPEN_CREATE : 0
        let code = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE | create | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let handle else {
            let error = DatabaseError(lastOf: handle)
            sqlite3_close_v2(handle)
            throw DatabaseError(kind: error.kind, message: "can't open \(path): \(error.message)")
        }
        self.handle = handle
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, Int32(clamping: Int64(patience / .milliseconds(1))))
        try configure(role)
    }

    deinit {
        close()
    }

    /// Closes the connection, after which it isn't used.
    func close() {
        guard isOpen else { return }
        isOpen = false
        _ = cache.removeAll()
        sqlite3_close_v2(handle)
    }

    private func configure(_ role: Role) throws(DatabaseError) {
        let mode = try rows(of: "PRAGMA journal_mode = WAL").first?.values.first
        guard mode == .text("wal") else {
            throw DatabaseError(kind: .other, message: "SQLite has no write-ahead log here: is this a network disk?")
        }
        try control("PRAGMA synchronous = FULL")
        try control("PRAGMA foreign_keys = ON")
        try control("PRAGMA journal_size_limit = 67108864")
        try control("PRAGMA temp_store = MEMORY")
        if role == .reader { try control("PRAGMA query_only = ON") }
    }

    private func prepared(_ text: String) throws(DatabaseError) -> SQLiteStatement {
        if let statement = cache.statement(for: text) { return statement }
        let statement = try SQLiteStatement(text, on: handle)
        _ = cache.makeRoom()
        cache.insert(statement, for: text)
        return statement
    }

    private func rows(of sql: SQL) throws(DatabaseError) -> [Row] {
        let statement = try prepared(sql.text)
        defer { statement.reset() }
        try statement.bind(sql.values)
        var rows: [Row] = []
        while try statement.step() { rows.append(statement.row()) }
        return rows
    }

    private func changes(by sql: SQL) throws(DatabaseError) -> Int {
        let statement = try prepared(sql.text)
        defer { statement.reset() }
        try statement.bind(sql.values)
        let before = sqlite3_total_changes64(handle)
        while try statement.step() {}
        // A statement that changes nothing leaves the count of the one before it.
        return sqlite3_total_changes64(handle) == before ? 0 : Int(sqlite3_changes64(handle))
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

extension SQLiteConnection: SQLConnection {
    var dialect: Dialect { .sqlite }

    func query(_ sql: SQL) throws -> [Row] {
        try counted { () throws(DatabaseError) in try rows(of: sql) }
    }

    @discardableResult
    func execute(_ sql: SQL) throws -> Int {
        try counted { () throws(DatabaseError) in try changes(by: sql) }
    }
}

extension SQLiteConnection {
    /// Whether no transaction is open: SQLite itself ends one after some errors, such as a full disk.
    var isOutsideTransaction: Bool { sqlite3_get_autocommit(handle) != 0 }

    /// Runs a statement on behalf of the database and not of a unit of work.
    func control(_ sql: SQL) throws(DatabaseError) {
        let statement = try prepared(sql.text)
        defer { statement.reset() }
        while try statement.step() {}
    }

    /// Commits; throws `outcomeUnknown` after an I/O error, as only reading the log anew would tell what it holds.
    func commit() throws(DatabaseError) {
        do throws(DatabaseError) {
            try control("COMMIT")
        } catch {
            guard error.kind == .other, sqlite3_errcode(handle) & 0xff == SQLITE_IOERR else { throw error }
            throw DatabaseError(kind: .outcomeUnknown, message: error.message)
        }
    }

    /// Undoes the open transaction, if there is one.
    func rollBack() {
        if !isOutsideTransaction { try? control("ROLLBACK") }
    }

    /// Runs the closure of a unit of work.
    func run(_ unit: UnitOfWork) -> UnitOfWork.Completion {
        progress = UnitProgress(unit.operation)
        let completion = unit.run(self)
        return progress.settle(completion, of: unit)
    }
}
