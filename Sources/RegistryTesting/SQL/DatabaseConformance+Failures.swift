import SQL

extension DatabaseConformance {
    /// The kinds of error, and that the database goes on after them.
    static let failures: [DatabaseConformance] =
        violations.map { violation in
            .opened("‘\(violation.statement.text)’ fails with \(violation.kind)") { database in
                try await database.write(makeTables)
                try await expectError(violation.kind, violation.statement.text) {
                    try await database.write { _ = try $0.execute(violation.statement) }
                }
                let rows = try await database.write { try $0.query("SELECT count(*) FROM child") }
                try expect(rows[0].int(0), is: 1, "rows afterwards")
            }
        }

    private static let violations: [(statement: SQL, kind: DatabaseError.Kind)] = [
        ("INSERT INTO parent (identifier, name) VALUES (1, 'other')", .uniqueViolation),
        ("INSERT INTO parent (identifier, name) VALUES (2, 'first')", .uniqueViolation),
        ("INSERT INTO child (parent, size) VALUES (7, 1)", .foreignKeyViolation),
        ("DELETE FROM parent", .foreignKeyViolation),
        ("DELETE FROM grandparent", .foreignKeyViolation),
        ("INSERT INTO child (parent, size) VALUES (1, -1)", .checkViolation),
        ("INSERT INTO child (parent, size) VALUES (1, NULL)", .checkViolation),
        ("SELECT nothing FROM nowhere", .other),
        ("SELECT 1; SELECT 2", .other),
        ("", .other),
    ]

    private static func makeTables(on connection: any SQLConnection) throws {
        try connection.execute("CREATE TABLE grandparent (identifier BIGINT PRIMARY KEY)")
        try connection.execute(
            """
            CREATE TABLE parent (
                identifier BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE,
                grandparent BIGINT REFERENCES grandparent (identifier) ON DELETE RESTRICT)
            """)
        try connection.execute(
            """
            CREATE TABLE child (
                parent BIGINT NOT NULL REFERENCES parent (identifier), size BIGINT NOT NULL CHECK (size >= 0))
            """)
        try connection.execute("INSERT INTO grandparent (identifier) VALUES (1)")
        try connection.execute("INSERT INTO parent (identifier, name, grandparent) VALUES (1, 'first', 1)")
        try connection.execute("INSERT INTO child (parent, size) VALUES (1, 1)")
    }
}
