/// One value that a statement binds or a row holds.
///
/// Booleans are integers, 1 and 0: a bound `true` fits a BOOLEAN column on both databases.
package enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    /// Valid UTF-8 without a NUL: both databases refuse a NUL with `DatabaseError.Kind.encoding`.
    case text(String)
    case blob([UInt8])
}

extension SQLValue: SQLValueConvertible {
    /// The value itself.
    package var sqlValue: SQLValue { self }
}

/// A type whose values a statement can bind.
package protocol SQLValueConvertible {
    /// The value as the database stores it.
    var sqlValue: SQLValue { get }
}

extension Int: SQLValueConvertible {
    /// A BIGINT.
    package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int32: SQLValueConvertible {
    /// A BIGINT.
    package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLValueConvertible {
    /// A BIGINT.
    package var sqlValue: SQLValue { .integer(self) }
}

extension Bool: SQLValueConvertible {
    /// A BOOLEAN, as the integer 1 or 0.
    package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension Double: SQLValueConvertible {
    /// A DOUBLE PRECISION.
    package var sqlValue: SQLValue { .real(self) }
}

extension String: SQLValueConvertible {
    /// A TEXT.
    package var sqlValue: SQLValue { .text(self) }
}

extension [UInt8]: SQLValueConvertible {
    /// A BLOB or BYTEA (`Dialect.blobType`).
    package var sqlValue: SQLValue { .blob(self) }
}

extension Optional: SQLValueConvertible where Wrapped: SQLValueConvertible {
    /// The wrapped value, or NULL.
    package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

extension SQLValueConvertible where Self: RawRepresentable, RawValue: SQLValueConvertible {
    /// The raw value, so that an enumeration of strings is bound by declaring the conformance alone.
    package var sqlValue: SQLValue { rawValue.sqlValue }
}
