package import Time

extension Timestamp: SQLValueConvertible {
    /// The microseconds, for a BIGINT column.
    package var sqlValue: SQLValue { .integer(microseconds) }
}
