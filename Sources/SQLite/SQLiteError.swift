import CSQLite
import SQL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension DatabaseError {
    /// The last error of a connection: its extended result code, https://www.sqlite.org/rescode.html.
    init(lastOf connection: OpaquePointer?) {
        let message = String(cString: sqlite3_errmsg(connection))
        let code = sqlite3_extended_errcode(connection)
        let systemError = sqlite3_system_errno(connection)
        self.init(
            kind: Kind(resultCode: code, message: message, systemError: systemError),
            message: "\(message) (SQLite \(code))")
    }
}

extension DatabaseError.Kind {
    /// What a result code means; `systemError` is the errno behind an I/O error.
    init(resultCode: Int32, message: String, systemError: Int32) {
        switch resultCode & 0xff {
        case SQLITE_CONSTRAINT: self.init(constraintCode: resultCode, message: message)
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
        case SQLITE_FULL: self = .storageFull
        // A quota on the disk is reported as a failed write.
        case SQLITE_IOERR where systemError == ENOSPC || systemError == EDQUOT: self = .storageFull
        case SQLITE_READONLY: self = .readOnly
        case SQLITE_INTERRUPT: self = .timedOut
        default: self = .other
        }
    }

    private init(constraintCode: Int32, message: String) {
        // The headers define these as expressions, which aren't imported.
        switch constraintCode >> 8 {
        case 6, 8, 10: self = .uniqueViolation  // PRIMARYKEY, UNIQUE, ROWID
        case 3: self = .foreignKeyViolation  // FOREIGNKEY
        // ON DELETE RESTRICT is a trigger inside SQLite.
        case 7 where message.hasPrefix("FOREIGN KEY"): self = .foreignKeyViolation
        case 1, 5, 12: self = .checkViolation  // CHECK, NOTNULL, DATATYPE
        default: self = .other
        }
    }
}
