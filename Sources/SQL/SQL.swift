/// A statement and its bound values: interpolating a value binds it, nothing is ever pasted.
///
/// ```swift
/// let page: SQL = "SELECT id FROM tag WHERE repository = \(id) AND name IN \(list: names)\(fragment: dialect.forShare)"
/// ```
/// The n-th value is the placeholder `$n`, once, in the order of the text. Write no placeholder by hand.
package struct SQL: Sendable, Hashable {
    /// The statement with placeholders `$1`, `$2`, …
    package private(set) var text: String
    /// The bound values, in the order of their placeholders.
    package private(set) var values: [SQLValue]
    /// The UTF-8 offset of each placeholder in the text: a `$` inside a quoted string is none.
    private var placeholders: [Int]

    private init(capacity: Int) {
        text = ""
        text.reserveCapacity(capacity)
        values = []
        placeholders = []
    }

    /// The fragments one after the other, with the separator between them; empty for no fragment.
    package static func joined(_ fragments: [SQL], separator: StaticString) -> SQL {
        var joined = SQL(capacity: fragments.reduce(0) { $0 + $1.text.utf8.count + separator.utf8CodeUnitCount })
        for (position, fragment) in fragments.enumerated() {
            if position > 0 { joined.text += separator.description }
            joined.append(fragment)
        }
        return joined
    }

    private mutating func bind(_ value: SQLValue) {
        placeholders.append(text.utf8.count)
        values.append(value)
        text += "$"
        text += String(values.count)
    }

    private mutating func append(_ fragment: SQL) {
        let source = fragment.text.utf8
        var copied = source.startIndex
        for (number, offset) in fragment.placeholders.enumerated() {
            let dollar = source.index(source.startIndex, offsetBy: offset)
            text += fragment.text[copied..<dollar]
            bind(fragment.values[number])
            copied = source.index(dollar, offsetBy: 1 + String(number + 1).utf8.count)
        }
        text += fragment.text[copied...]
    }
}

extension SQL: ExpressibleByStringInterpolation {
    /// A statement without values.
    package init(stringLiteral text: String) {
        self.text = text
        values = []
        placeholders = []
    }

    /// A statement whose interpolations bind.
    package init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.sql
    }

    /// What a statement's literal is built with.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var sql: SQL

        /// Starts a statement of about this size.
        package init(literalCapacity: Int, interpolationCount: Int) {
            sql = SQL(capacity: literalCapacity + 3 * interpolationCount)
        }

        /// Text of the statement.
        package mutating func appendLiteral(_ literal: String) {
            sql.text += literal
        }

        /// `\(value)` binds the value.
        package mutating func appendInterpolation(_ value: some SQLValueConvertible) {
            sql.bind(value.sqlValue)
        }

        /// `\(optional: value)` binds the value, or NULL if there is none.
        package mutating func appendInterpolation(optional value: (some SQLValueConvertible)?) {
            sql.bind(value?.sqlValue ?? .null)
        }

        /// `\(value)` binds the value, or NULL.
        package mutating func appendInterpolation(_ value: (some SQLValueConvertible)?) {
            sql.bind(value?.sqlValue ?? .null)
        }

        /// `\(list: values)` binds the values as `($1, $2, …)`, for IN; at most 32,768 of them.
        ///
        /// The last value is repeated up to the next power of two, so that few different statements fill the statement
        /// caches; an empty list becomes `(NULL)`, which is IN nothing.
        package mutating func appendInterpolation(list: [some SQLValueConvertible]) {
            guard let last = list.last else {
                sql.text += "(NULL)"
                return
            }
            var paddedCount = 1
            while paddedCount < list.count { paddedCount *= 2 }
            for position in 0..<paddedCount {
                sql.text += position == 0 ? "(" : ", "
                sql.bind(position < list.count ? list[position].sqlValue : last.sqlValue)
            }
            sql.text += ")"
        }

        /// `\(fragment: sql)` inserts a part of a statement with its values.
        package mutating func appendInterpolation(fragment: SQL) {
            sql.append(fragment)
        }

        /// `\(raw: text)` inserts text that is known when the program is compiled.
        package mutating func appendInterpolation(raw text: StaticString) {
            sql.text += text.description
        }
    }
}
