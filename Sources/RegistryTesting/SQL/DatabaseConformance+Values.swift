import SQL

extension DatabaseConformance {
    /// What is stored comes back the same.
    static let values: [DatabaseConformance] = [
        .opened("integers come back up to the limits of Int64") { database in
            for integer in [Int64.min, -1, 0, 1, .max] {
                let row = try await stored(integer, as: "BIGINT", in: database)
                try expect(row.int64("value"), is: integer, "BIGINT")
            }
        },
        .opened("text comes back byte for byte") { database in
            for text in ["", "a'b\"c\\d$1;--", "ä漢字🚢", String(repeating: "x", count: 100_000)] {
                let row = try await stored(text, as: "TEXT", in: database)
                try expect(row.text("value"), is: text, "TEXT")
            }
        },
        .opened("byte strings come back, an empty one is not NULL") { database in
            for bytes in [[], Array(0...255), [0]] as [[UInt8]] {
                let row = try await stored(bytes, as: database.dialect.blobType, in: database)
                try expect(row.bytes("value"), is: bytes, "bytes")
            }
        },
        .opened("4 MiB of bytes come back: the largest manifest") { database in
            let bytes = (0..<(4 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
            let row = try await stored(bytes, as: database.dialect.blobType, in: database)
            let isSame = try row.bytes("value") == bytes
            try expect(isSame, is: true, "4 MiB are the same")
        },
        .opened("floating point numbers come back exactly") { database in
            for real in [0.1, -1.5e300, .leastNonzeroMagnitude, .infinity] {
                let row = try await stored(real, as: "DOUBLE PRECISION", in: database)
                try expect(row.double("value"), is: real, "DOUBLE PRECISION")
            }
        },
        .opened("booleans fit BOOLEAN columns and conditions") { database in
            for boolean in [true, false] {
                let row = try await stored(boolean, as: "BOOLEAN", in: database)
                try expect(row.bool("value"), is: boolean, "BOOLEAN")
                let found = try await database.read { try $0.query("SELECT value FROM item WHERE value = \(boolean)") }
                try expect(found.count, is: 1, "rows where the column is \(boolean)")
            }
            let comparison = try await database.read { try $0.query("SELECT 1 < 2 AS is_less, 1 > 2 AS is_more") }
            try expect(comparison[0].bool("is_less"), is: true, "1 < 2")
            try expect(comparison[0].bool("is_more"), is: false, "1 > 2")
        },
        .opened("NULL comes back as nil, and is no value") { database in
            let row = try await stored(String?.none, as: "TEXT", in: database)
            try expect(row.optionalText("value"), is: nil, "NULL")
            try await expectError(.decoding, "text of NULL") { _ = try row.text("value") }
        },
        .opened("text with a NUL is refused, as PostgreSQL can't store it") { database in
            try await expectError(.encoding, "text with a NUL") {
                _ = try await stored("a\u{0}b", as: "TEXT", in: database)
            }
        },
        .opened("a number that is none is refused, as SQLite would make it NULL") { database in
            try await expectError(.encoding, "not a number") {
                _ = try await stored(Double.nan, as: "DOUBLE PRECISION", in: database)
            }
        },
        .opened("sums and counts of BIGINTs are integers, averages are not") { database in
            let rows = try await database.read { connection in
                try connection.query(
                    """
                    SELECT sum(CAST(value AS BIGINT)) AS total, count(*) AS number, avg(CAST(value AS BIGINT)) AS mean
                    FROM (SELECT 9007199254740993 AS value UNION ALL SELECT -3 UNION ALL SELECT 40000) AS number
                    """)
            }
            try expect(rows[0].int64("total"), is: 9_007_199_254_780_990, "sum")
            try expect(rows[0].int("number"), is: 3, "count")
            try expect(abs(rows[0].double("mean") - 3_002_399_751_593_663.3) < 2, is: true, "average is near")
        },
    ]

    /// Stores the value in a column of this type, and reads it.
    private static func stored(
        _ value: some SQLValueConvertible & Sendable, as type: SQL, in database: any Database
    ) async throws -> Row {
        try await database.write { connection in
            try connection.execute("DROP TABLE IF EXISTS item")
            try connection.execute("CREATE TABLE item (value \(fragment: type))")
            try connection.execute("INSERT INTO item (value) VALUES (\(value))")
        }
        let rows = try await database.read { try $0.query("SELECT value FROM item") }
        try expect(rows.count, is: 1, "rows")
        return rows[0]
    }
}
