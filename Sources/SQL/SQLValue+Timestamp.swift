package import Time

extension Timestamp: SQLValueConvertible {
    /// The microseconds, for a BIGINT column.
    package var sqlValue: SQLValue { .integer(microseconds) }
}

extension Row {
    /// A moment; throws `DatabaseError` of kind `decoding`.
    package func timestamp(_ column: some ColumnReference) throws -> Timestamp {
        Timestamp(microseconds: try int64(column))
    }

    /// A moment, or nil for NULL; throws `DatabaseError` of kind `decoding`.
    package func optionalTimestamp(_ column: some ColumnReference) throws -> Timestamp? {
        try optionalInt64(column).map(Timestamp.init(microseconds:))
    }
}
