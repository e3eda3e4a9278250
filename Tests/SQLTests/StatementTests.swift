import SQL
import Testing

@Suite struct StatementTests {
    private static let condition: SQL = "size > \(5) AND name = \("x")"

    private static let statements: [(sql: SQL, text: String, values: [SQLValue])] = [
        // Nothing to bind.
        ("SELECT 1", "SELECT 1", []),
        // Values bind in the order of the text, by type.
        (
            "VALUES (\(1), \(Int32(2)), \(Int64(3)), \(true), \("t"), \([UInt8(9)]), \(0.5))",
            "VALUES ($1, $2, $3, $4, $5, $6, $7)",
            [.integer(1), .integer(2), .integer(3), .integer(1), .text("t"), .blob([9]), .real(0.5)]
        ),
        // An absent value is NULL.
        ("VALUES (\(Int?.none), \(Optional("t")))", "VALUES ($1, $2)", [.null, .text("t")]),
        // A value is never part of the text, whatever it says.
        ("SELECT \("'; DROP TABLE tag; --")", "SELECT $1", [.text("'; DROP TABLE tag; --")]),
        // A fragment's placeholders are numbered anew, before and after values of the statement.
        (
            "SELECT \(1) WHERE \(fragment: condition) LIMIT \(2)", "SELECT $1 WHERE size > $2 AND name = $3 LIMIT $4",
            [.integer(1), .integer(5), .text("x"), .integer(2)]
        ),
        // A fragment twice binds its values twice.
        (
            "\(fragment: condition) OR \(fragment: condition)",
            "size > $1 AND name = $2 OR size > $3 AND name = $4",
            [.integer(5), .text("x"), .integer(5), .text("x")]
        ),
        // An empty fragment, as a lock on SQLite.
        ("SELECT 1\(fragment: Dialect.sqlite.forUpdate)", "SELECT 1", []),
        // A dollar inside a fragment's quoted text is none of its placeholders.
        (
            "SELECT \(1), \(fragment: "'$1', \(2)")", "SELECT $1, '$1', $2",
            [.integer(1), .integer(2)]
        ),
        // Text that the compiler knows.
        ("SELECT \(raw: "max")(size)", "SELECT max(size)", []),
    ]

    @Test(arguments: statements)
    func interpolation(_ sql: SQL, text: String, values: [SQLValue]) {
        #expect(sql.text == text)
        #expect(sql.values == values)
    }

    private static let lists: [(count: Int, bound: Int)] = [
        (1, 1), (2, 2),
        // Up to the next power of two.
        (3, 4), (4, 4), (5, 8), (1000, 1024),
    ]

    @Test(arguments: lists)
    func listsArePaddedWithTheirLastValue(count: Int, bound: Int) {
        let sql: SQL = "IN \(list: Array(1...count))"
        let placeholders = (1...bound).map { "$\($0)" }.joined(separator: ", ")
        #expect(sql.text == "IN (\(placeholders))")
        #expect(sql.values == (1...bound).map { .integer(Int64(min($0, count))) })
    }

    @Test func anEmptyListIsNull() {
        let sql: SQL = "id IN \(list: [String]())"
        #expect(sql.text == "id IN (NULL)")
        #expect(sql.values.isEmpty)
    }

    @Test func placeholdersOfManyDigitsAreRenumbered() {
        let many: SQL = "\(list: Array(1...16)) AND \("last")"
        let sql: SQL = "\("first") AND \(fragment: many)"
        #expect(sql.text.hasSuffix(", $16, $17) AND $18"))
        #expect(sql.values.last == .text("last"))
    }

    @Test func joiningPutsTheSeparatorBetween() {
        let conditions: [SQL] = ["a = \(1)", "b = \(2)", "c"]
        let joined = SQL.joined(conditions, separator: " AND ")
        #expect(joined.text == "a = $1 AND b = $2 AND c")
        #expect(joined.values == [.integer(1), .integer(2)])
        #expect(SQL.joined([], separator: ", ").text.isEmpty)
    }

    private enum Visibility: String, SQLValueConvertible { case hidden, shown }

    @Test func enumerationsBindTheirRawValue() {
        let sql: SQL = "\(Visibility.shown)"
        #expect(sql.values == [.text("shown")])
    }
}
