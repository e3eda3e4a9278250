import SQL

extension DatabaseConformance {
    /// What statements mean.
    static let statements: [DatabaseConformance] = [
        .opened("values keep their places in fragments and lists, and a quoted $1 is no placeholder") { database in
            let condition: SQL = "identifier IN \(list: [2, 3, 5, 7, 11]) AND name <> \("$2")"
            let rows = try await database.write { connection in
                try makeItems(12, on: connection)
                return try connection.query(
                    "SELECT name, '$1' AS dollar FROM item WHERE identifier > \(2) AND \(fragment: condition) LIMIT \(2)"
                )
            }
            try expect(rows.map { try $0.text("name") }, is: ["name 3", "name 5"], "names")
            try expect(rows[0].text("dollar"), is: "$1", "quoted text")
        },
        .opened("IN an empty list is never true") { database in
            let rows = try await database.write { connection in
                try makeItems(2, on: connection)
                return try connection.query("SELECT name FROM item WHERE identifier IN \(list: [Int]())")
            }
            try expect(rows.count, is: 0, "rows")
        },
        .opened("execute counts the rows it changed, and none for other statements") { database in
            try await database.write { connection in
                try expect(makeItems(5, on: connection), is: 5, "inserted")
                try expect(connection.execute("UPDATE item SET name = 'x' WHERE identifier > 3"), is: 2, "updated")
                try expect(connection.execute("UPDATE item SET name = 'x' WHERE identifier > 9"), is: 0, "none updated")
                try expect(connection.execute("DELETE FROM item WHERE identifier = 1"), is: 1, "deleted")
                try expect(connection.execute("CREATE TABLE other (value BIGINT)"), is: 0, "made a table")
                try expect(connection.execute("SELECT name FROM item"), is: 0, "selected")
            }
        },
        .opened("RETURNING, ON CONFLICT, FILTER, window counts, UPDATE FROM and recursion work") { database in
            try await database.write { connection in
                try makeItems(4, on: connection)
                let upserted = try connection.query(
                    """
                    INSERT INTO item (identifier, name) VALUES (\(4), \("new")), (\(5), \("newer"))
                    ON CONFLICT (identifier) DO UPDATE SET name = excluded.name RETURNING identifier, name
                    """)
                try expect(upserted.map { try $0.text(1) }.sorted(), is: ["new", "newer"], "upserted")
                let counted = try connection.query(
                    """
                    SELECT count(*) FILTER (WHERE identifier > 2) AS found, count(*) OVER () AS pages
                    FROM item GROUP BY identifier > 2 ORDER BY found DESC
                    """)
                try expect(counted.map { try $0.int("found") }, is: [3, 0], "filtered")
                try expect(counted[0].int("pages"), is: 2, "window")
                let joined = try connection.execute(
                    "UPDATE item SET name = other.name FROM item AS other WHERE other.identifier = item.identifier + 1")
                try expect(joined, is: 4, "updated from another row")
                let walked = try connection.query(
                    """
                    WITH RECURSIVE step (number) AS (
                        SELECT CAST(\(1) AS BIGINT) UNION ALL SELECT number + 1 FROM step WHERE number < 10)
                    SELECT sum(number) AS total FROM step
                    """)
                try expect(walked[0].int("total"), is: 55, "recursion")
            }
        },
        .opened("more statements than the cache holds, and the first ones again") { database in
            for round in 1...2 {
                try await database.write { connection in
                    for number in 0..<600 {
                        let rows = try connection.query(
                            SQL(stringLiteral: "SELECT CAST(\(number) AS BIGINT) AS value_\(number)"))
                        try expect(rows[0].int("value_\(number)"), is: number, "statement \(number), round \(round)")
                    }
                }
            }
        },
        .opened("a statement that was used before sees a changed table") { database in
            try await database.write { _ = try makeItems(1, on: $0) }
            for round in 1...2 {
                let rows = try await database.write { try $0.query("SELECT * FROM item") }
                try expect(rows[0].columns.names.count, is: round + 1, "columns")
                if round == 1 { try await database.write { try $0.execute("ALTER TABLE item ADD COLUMN more TEXT") } }
            }
        },
        .opened("a column that is missing or of another type is an error") { database in
            let rows = try await database.read { try $0.query("SELECT CAST(1 AS BIGINT) AS number, 'a' AS word") }
            try expect(rows[0].int(0), is: 1, "the first column")
            try await expectError(.decoding, "missing name") { _ = try rows[0].int("missing") }
            try await expectError(.decoding, "missing position") { _ = try rows[0].int(2) }
            try await expectError(.decoding, "text as a number") { _ = try rows[0].int("word") }
            try await expectError(.decoding, "a number as text") { _ = try rows[0].text("number") }
        },
        .opened("binary collation sorts by bytes, whatever the server's locale") { database in
            let names = try await database.write { connection in
                let collation = connection.dialect.binaryCollation
                try connection.execute("CREATE TABLE word (value TEXT\(fragment: collation) NOT NULL)")
                try connection.execute("INSERT INTO word (value) VALUES ('b'), ('a-c'), ('B'), ('ab'), ('ä')")
                return try connection.query("SELECT value FROM word ORDER BY value").map { try $0.text(0) }
            }
            try expect(names, is: ["B", "a-c", "ab", "b", "ä"], "order")
        },
        .opened("identity columns never give a number twice") { database in
            let numbers = try await database.write { connection in
                let identity = connection.dialect.identityColumn
                try connection.execute("CREATE TABLE counted (identifier \(fragment: identity), name TEXT NOT NULL)")
                return try (0..<3).map { _ in
                    let row = try connection.query("INSERT INTO counted (name) VALUES ('x') RETURNING identifier")[0]
                    try connection.execute("DELETE FROM counted")
                    return try row.int("identifier")
                }
            }
            try expect(numbers, is: [1, 2, 3], "numbers")
        },
    ]

    /// Makes the table `item` (identifier, name) with this many rows, `name 1` and on.
    @discardableResult
    static func makeItems(_ count: Int, on connection: any SQLConnection) throws -> Int {
        try connection.execute("CREATE TABLE item (identifier BIGINT PRIMARY KEY, name TEXT NOT NULL)")
        let rows = (1...count).map { number -> SQL in "(\(number), \("name \(number)"))" }
        return try connection.execute(
            "INSERT INTO item (identifier, name) VALUES \(fragment: .joined(rows, separator: ", "))")
    }
}
