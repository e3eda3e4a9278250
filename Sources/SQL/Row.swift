/// The column names of a result, shared by its rows.
package final class Columns: Sendable {
    /// The names, in the order of the columns.
    package let names: [String]

    /// The columns of a result.
    package init(_ names: [String]) {
        self.names = names
    }
}

/// What names a column of a row: its name (`String`) or its position from 0 (`Int`).
package protocol ColumnReference {
    /// The position among the columns; nil if there is no such column.
    func position(in columns: Columns) -> Int?
}

extension String: ColumnReference {
    /// The first column of this name.
    package func position(in columns: Columns) -> Int? { columns.names.firstIndex(of: self) }
}

extension Int: ColumnReference {
    /// The number itself, if there are so many columns.
    package func position(in columns: Columns) -> Int? { columns.names.indices.contains(self) ? self : nil }
}

/// One row of a result.
///
/// Every function throws `DatabaseError` of kind `decoding` if the column is missing, is NULL (those that return no
/// optional) or holds another type. The error names the column and never the value.
package struct Row: Sendable {
    /// The result's columns.
    package let columns: Columns
    /// The values, in the order of the columns.
    package let values: [SQLValue]

    /// A row; `values` has one value a column.
    package init(columns: Columns, values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    /// The value of any type.
    package func value(_ column: some ColumnReference) throws -> SQLValue {
        guard let position = column.position(in: columns), position < values.count else {
            throw DatabaseError(kind: .decoding, message: "the result has no column \(column)")
        }
        return values[position]
    }

    private func required<T>(_ column: some ColumnReference, _ value: T?) throws -> T {
        guard let value else { throw DatabaseError(kind: .decoding, message: "column \(column) is NULL") }
        return value
    }

    private func mismatch(_ column: some ColumnReference, expected: StaticString) -> DatabaseError {
        DatabaseError(kind: .decoding, message: "column \(column) doesn't hold \(expected)")
    }
}

extension Row {
    /// An integer, or nil for NULL.
    package func optionalInt64(_ column: some ColumnReference) throws -> Int64? {
        switch try value(column) {
        case .null: return nil
        case .integer(let integer): return integer
        default: throw mismatch(column, expected: "an integer")
        }
    }

    /// Text, or nil for NULL.
    package func optionalText(_ column: some ColumnReference) throws -> String? {
        switch try value(column) {
        case .null: return nil
        case .text(let text): return text
        default: throw mismatch(column, expected: "text")
        }
    }

    /// A byte string, or nil for NULL.
    package func optionalBytes(_ column: some ColumnReference) throws -> [UInt8]? {
        switch try value(column) {
        case .null: return nil
        case .blob(let bytes): return bytes
        default: throw mismatch(column, expected: "bytes")
        }
    }

    /// A floating point number (or an integer as one), or nil for NULL.
    package func optionalDouble(_ column: some ColumnReference) throws -> Double? {
        switch try value(column) {
        case .null: return nil
        case .real(let real): return real
        case .integer(let integer): return Double(integer)
        default: throw mismatch(column, expected: "a number")
        }
    }

    /// A boolean, or nil for NULL; an integer other than 0 and 1 is refused.
    package func optionalBool(_ column: some ColumnReference) throws -> Bool? {
        switch try value(column) {
        case .null: return nil
        case .integer(0): return false
        case .integer(1): return true
        default: throw mismatch(column, expected: "a boolean")
        }
    }

    /// An integer as `Int`, or nil for NULL.
    package func optionalInt(_ column: some ColumnReference) throws -> Int? {
        try optionalInt64(column).map(Int.init)
    }
}

extension Row {
    /// An integer.
    package func int64(_ column: some ColumnReference) throws -> Int64 {
        try required(column, optionalInt64(column))
    }

    /// An integer as `Int`.
    package func int(_ column: some ColumnReference) throws -> Int {
        try required(column, optionalInt(column))
    }

    /// Text.
    package func text(_ column: some ColumnReference) throws -> String {
        try required(column, optionalText(column))
    }

    /// A byte string.
    package func bytes(_ column: some ColumnReference) throws -> [UInt8] {
        try required(column, optionalBytes(column))
    }

    /// A boolean.
    package func bool(_ column: some ColumnReference) throws -> Bool {
        try required(column, optionalBool(column))
    }

    /// A floating point number.
    package func double(_ column: some ColumnReference) throws -> Double {
        try required(column, optionalDouble(column))
    }
}
