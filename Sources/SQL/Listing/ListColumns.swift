package import Listing

/// What a list can be filtered and sorted by: the keys that clients use, and the columns behind them.
package struct ListColumns: Sendable {
    /// A column, or another expression, and what it holds.
    package enum Column: Sendable {
        case text(SQL)
        /// Text in whose parts the case of ASCII letters alone is passed over: much faster on PostgreSQL.
        case plainText(SQL)
        case integer(SQL)
        case boolean(SQL)
        /// Microseconds since 1970 UTC.
        case time(SQL)

        var sql: SQL {
            switch self {
            case .text(let sql), .plainText(let sql), .integer(let sql), .boolean(let sql), .time(let sql): sql
            }
        }
    }

    private let columns: [String: Column]
    private let ignored: Set<String>

    /// Makes the columns of a list; conditions on `ignored` keys are accepted and have no effect, as in Harbor.
    package init(_ columns: [String: Column], ignored: Set<String> = []) {
        self.columns = columns
        self.ignored = ignored
    }

    /// The conditions of a WHERE clause, to be joined with AND.
    ///
    /// Throws `ListingError` for a key that the list doesn't have and for values that don't fit the column.
    package func conditions(for filters: [FilterTerm], dialect: Dialect) throws(ListingError) -> [SQL] {
        var conditions: [SQL] = []
        for term in filters {
            if let column = column(term.key) {
                conditions.append(try condition(term, on: column, dialect: dialect))
            } else if !ignored.contains(Self.snakeCase(term.key)) {
                throw .unknownKey(term.key)
            }
        }
        return conditions
    }

    /// An ORDER BY clause: the keys asked for that the list has, then `tieBreak`, which must be unique.
    package func order(by sort: [SortKey], default standard: SQL, tieBreak: SQL) -> SQL {
        let keys = sort.compactMap { key in
            column(key.key).map { column -> SQL in
                key.isDescending ? "\(fragment: column.sql) DESC" : "\(fragment: column.sql)"
            }
        }
        return " ORDER BY \(fragment: .joined((keys.isEmpty ? [standard] : keys) + [tieBreak], separator: ", "))"
    }

    /// Finds a column by its key, in snake case or as a field's name such as `ProjectID`.
    private func column(_ key: String) -> Column? { columns[key] ?? columns[Self.snakeCase(key)] }

    private func condition(
        _ term: FilterTerm, on column: Column, dialect: Dialect
    ) throws(ListingError) -> SQL {
        switch term.condition {
        case .exact(let value): return "\(fragment: column.sql) = \(try bind(value, term.key, column))"
        case .anyOf(let values), .allOf(let values):
            var bound: [SQLValue] = []
            for value in values { bound.append(try bind(value, term.key, column)) }
            if case .allOf = term.condition, values.count > 1 { throw .unsupportedCondition(key: term.key) }
            return "\(fragment: column.sql) IN \(list: bound)"
        case .range(let lowest, let highest):
            var ends: [SQL] = []
            if let lowest { ends.append("\(fragment: column.sql) >= \(try bind(lowest, term.key, column))") }
            if let highest { ends.append("\(fragment: column.sql) <= \(try bind(highest, term.key, column))") }
            return .joined(ends, separator: " AND ")
        case .fuzzy(let text):
            switch column {
            case .text(let sql): return .contains(sql, text, dialect: dialect)
            case .plainText(let sql): return .containsPlain(sql, text, dialect: dialect)
            default: throw .unsupportedCondition(key: term.key)
            }
        }
    }

    private func bind(_ value: FilterValue, _ key: String, _ column: Column) throws(ListingError) -> SQLValue {
        switch column {
        case .text, .plainText: return .text(value.text)
        case .integer:
            guard let integer = value.integer else { throw .wrongType(key: key, expected: "a number") }
            return .integer(integer)
        case .boolean:
            switch value.text.lowercased() {
            case "true", "1": return true.sqlValue
            case "false", "0": return false.sqlValue
            default: throw .wrongType(key: key, expected: "true or false")
            }
        case .time:
            if let time = value.time { return time.sqlValue }
            guard let seconds = value.integer, (-(1 << 40)...(1 << 40)).contains(seconds) else {
                throw .wrongType(key: key, expected: "a time such as 2006-01-02T15:04:05")
            }
            return .integer(seconds * 1_000_000)
        }
    }

    /// `ProjectID` becomes `project_id`, as Harbor's keys are either.
    static func snakeCase(_ key: String) -> String {
        var result = ""
        var previousIsLower = false
        for character in key {
            if character.isASCII, character.isUppercase {
                if previousIsLower { result.append("_") }
                result += character.lowercased()
                previousIsLower = false
            } else {
                result.append(character)
                previousIsLower = true
            }
        }
        return result
    }
}

extension SQL {
    /// A condition: `column` contains `text`, whatever the case of its letters (on SQLite of the ASCII letters).
    package static func contains(_ column: SQL, _ text: String, dialect: Dialect) -> SQL {
        "\(fragment: column)\(fragment: dialect.caseInsensitiveLike)\("%" + escapedForLike(text) + "%") ESCAPE '\\'"
    }

    /// A condition: `column` contains `text`, whatever the case of ASCII letters.
    ///
    /// PostgreSQL's ILIKE takes four times as long: it folds every letter of every row by the rules of its locale.
    package static func containsPlain(_ column: SQL, _ text: String, dialect: Dialect) -> SQL {
        guard dialect == .postgresql else { return contains(column, text, dialect: dialect) }
        let folded = String(
            decoding: text.utf8.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
        return "lower(\(fragment: column) COLLATE \"C\") LIKE \("%" + escapedForLike(folded) + "%") ESCAPE '\\'"
    }

    /// Text for LIKE with ESCAPE '\' in which no character is a wildcard.
    package static func escapedForLike(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if character == "%" || character == "_" || character == "\\" { escaped.append("\\") }
            escaped.append(character)
        }
        return escaped
    }

    /// A WHERE clause of all conditions; empty without any.
    package static func filter(by conditions: [SQL]) -> SQL {
        conditions.isEmpty ? "" : " WHERE \(fragment: .joined(conditions, separator: " AND "))"
    }
}
