import CSQLite
import SQL

/// A prepared statement of one connection.
final class SQLiteStatement {
    private let handle: OpaquePointer
    private let connection: OpaquePointer
    /// SQLite numbers `$n` by appearance: the index of each n.
    private let parameterIndexes: [Int32]
    private var columns: Columns?
    private var preparations: Int32 = 0

    /// Prepares the text, which has to be a single statement with placeholders `$1`, `$2`, ….
    init(_ text: String, on connection: OpaquePointer) throws(DatabaseError) {
        var statement: OpaquePointer?
        let (code, isSingle) = text.withCString { start in
            var tail: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v3(
                connection, start, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, &tail)
            return (code, tail.map { String(cString: $0).allSatisfy { $0.isWhitespace || $0 == ";" } } ?? true)
        }
        guard code == SQLITE_OK else { throw DatabaseError(lastOf: connection) }
        guard let statement, isSingle else {
            sqlite3_finalize(statement)
            throw DatabaseError(kind: .other, message: "a text of \(text.utf8.count) bytes isn't a single statement")
        }
        handle = statement
        self.connection = connection
        let parameterCount = sqlite3_bind_parameter_count(statement)
        parameterIndexes = (0..<parameterCount).map { sqlite3_bind_parameter_index(statement, "$\($0 + 1)") }
    }

    deinit {
        sqlite3_finalize(handle)
    }

    func bind(_ values: [SQLValue]) throws(DatabaseError) {
        guard values.count == parameterIndexes.count else {
            throw DatabaseError(
                kind: .other,
                message: "\(values.count) values are bound to a statement of \(parameterIndexes.count) parameters")
        }
        for (value, index) in zip(values, parameterIndexes) {
            guard try bind(value, at: index) == SQLITE_OK else { throw DatabaseError(lastOf: connection) }
        }
    }

    private func bind(_ value: SQLValue, at index: Int32) throws(DatabaseError) -> Int32 {
        // Makes SQLite copy the bytes; the macro SQLITE_TRANSIENT isn't imported.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null: return sqlite3_bind_null(handle, index)
        case .integer(let integer): return sqlite3_bind_int64(handle, index, integer)
        case .real(let real):
            guard !real.isNaN else {
                throw DatabaseError(kind: .encoding, message: "a number to be stored is not a number")
            }
            return sqlite3_bind_double(handle, index, real)
        // A pointer to nothing would bind NULL.
        case .text(let text) where text.isEmpty: return sqlite3_bind_text(handle, index, "", 0, transient)
        case .text(var text):
            let code = text.withUTF8 { bytes -> Int32? in
                if bytes.contains(0) { return nil }
                return bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text64(
                        handle, index, $0.baseAddress, UInt64($0.count), transient, UInt8(SQLITE_UTF8))
                }
            }
            guard let code else { throw DatabaseError(kind: .encoding, message: "a text to be stored holds a NUL") }
            return code
        case .blob(let bytes) where bytes.isEmpty: return sqlite3_bind_zeroblob(handle, index, 0)
        case .blob(let bytes): return sqlite3_bind_blob64(handle, index, bytes, UInt64(bytes.count), transient)
        }
    }

    /// Goes to the next row; false at the end.
    func step() throws(DatabaseError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw DatabaseError(lastOf: connection)
        }
    }

    /// Makes the statement ready for its next use and lets go of the values.
    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }
}

extension SQLiteStatement {
    /// The row it stands on.
    func row() -> Row {
        let columns = currentColumns()
        let count = columns.names.count
        let values = [SQLValue](unsafeUninitializedCapacity: count) { buffer, initializedCount in
            for position in 0..<count {
                buffer.initializeElement(at: position, to: value(at: Int32(position)))
            }
            initializedCount = count
        }
        return Row(columns: columns, values: values)
    }

    private func currentColumns() -> Columns {
        // SQLite prepares a statement anew when the schema has changed: it may then have other columns.
        let preparations = sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_REPREPARE, 0)
        if let columns, preparations == self.preparations { return columns }
        let names = (0..<sqlite3_column_count(handle)).map { position in
            sqlite3_column_name(handle, position).map { String(cString: $0) } ?? ""
        }
        let columns = Columns(names)
        self.columns = columns
        self.preparations = preparations
        return columns
    }

    private func value(at position: Int32) -> SQLValue {
        switch sqlite3_column_type(handle, position) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, position))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, position))
        case SQLITE_TEXT:
            let start = sqlite3_column_text(handle, position)
            let count = Int(sqlite3_column_bytes(handle, position))
            return .text(
                String(decoding: UnsafeBufferPointer(start: start, count: start == nil ? 0 : count), as: UTF8.self))
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(handle, position)
            let count = Int(sqlite3_column_bytes(handle, position))
            return .blob(Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)))
        default: return .null
        }
    }
}
