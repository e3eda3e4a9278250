import PostgreSQL
import RegistryTesting
import SQL
import Testing

@Suite(.timeLimit(.minutes(60))) struct PostgreSQLSessionTests {
    /// Shows that the suite's locks are needed: without one, of two increments one is lost.
    @Test func withoutALockAnIncrementIsLost() async throws {
        try await TemporaryDatabase.with(.postgresql) { database in
            try await database.write { connection in
                try connection.execute("CREATE TABLE counter (value BIGINT NOT NULL)")
                try connection.execute("INSERT INTO counter (value) VALUES (0)")
            }
            let bothHaveRead = [Gate(), Gate()]
            try await withThrowingTaskGroup { group in
                for number in 0..<2 {
                    group.addTask {
                        try await database.write { connection in
                            let value = try connection.query("SELECT value FROM counter")[0].int("value")
                            bothHaveRead[number].open()
                            try bothHaveRead[1 - number].blockUntilOpen()
                            try connection.execute("UPDATE counter SET value = \(value + 1)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.read { try $0.query("SELECT value FROM counter")[0].int("value") } == 1)
        }
    }

    @Test func behindAPoolerNothingIsPrepared() async throws {
        try await TemporaryDatabase.withLocation(.postgresql) { location in
            let database = try await PostgreSQLDatabase(
                connectionString: location.address, maximumConnections: 1, isBehindTransactionPooler: true,
                patience: .seconds(60))
            let prepared = try await database.read {
                try $0.query("SELECT count(*) FROM pg_prepared_statements")[0].int(0)
            }
            #expect(prepared == 0)
            let value = try await database.write {
                try $0.query("SELECT CAST(\(41) AS BIGINT) + 1 AS value")[0].int("value")
            }
            #expect(value == 42)
            await database.close()
        }
    }

    @Test func theServerHoldsNoMoreStatementsThanTheCache() async throws {
        try await TemporaryDatabase.with(.postgresql) { database in
            let prepared = try await database.write { connection in
                for number in 0..<400 { _ = try connection.query(SQL(stringLiteral: "SELECT \(number)")) }
                return try connection.query("SELECT count(*) FROM pg_prepared_statements")[0].int(0)
            }
            #expect(prepared <= 256)
        }
    }

    @Test func theConnectionStringGoesBeforeTheDefaults() async throws {
        try await TemporaryDatabase.withLocation(.postgresql) { location in
            let database = try await PostgreSQLDatabase(
                connectionString: location.address + "?application_name=other&options=-c%20statement_timeout%3D7s",
                maximumConnections: 1, patience: .seconds(60))
            let name = try await database.read { try $0.query("SHOW application_name")[0].text(0) }
            #expect(name == "other")
            #expect(try await database.read { try $0.query("SHOW statement_timeout")[0].text(0) } == "7s")
            await database.close()
        }
    }

    @Test func defaultsOfASession() async throws {
        let settings: [(statement: SQL, value: String)] = [
            ("SHOW statement_timeout", "30s"),
            ("SHOW idle_in_transaction_session_timeout", "1min"),
            ("SHOW client_encoding", "UTF8"),
            ("SHOW application_name", "haven"),
            // A read changes nothing, and a retried one neither.
            ("SHOW transaction_read_only", "on"),
        ]
        try await TemporaryDatabase.withLocation(.postgresql) { location in
            let database = try await PostgreSQLDatabase(
                connectionString: location.address, maximumConnections: 1, patience: .seconds(60))
            for (statement, value) in settings {
                let read = try await database.read { try $0.query(statement)[0].text(0) }
                #expect(read == value)
            }
            let isolation = try await database.write { try $0.query("SHOW transaction_isolation")[0].text(0) }
            #expect(isolation == "read committed")
            await database.close()
        }
    }

    @Test func fewConnectionsServeLittleWork() async throws {
        try await TemporaryDatabase.withLocation(.postgresql) { location in
            try await location.withDatabase(connections: 16) { database in
                for _ in 0..<50 { _ = try await database.read { try $0.query("SELECT 1") } }
                let sessions = try await database.read { connection in
                    try connection.query("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")[0]
                        .int(0)
                }
                // One connection would do; but a thread answers before it is idle again.
                #expect(sessions < 8)
            }
        }
    }

    private static let numbers: [(text: String, value: SQLValue)] = [
        ("0", .integer(0)),
        ("-1", .integer(-1)),
        // Zeros at the end of the number aren't sent.
        ("50000000", .integer(50_000_000)),
        ("9223372036854775807", .integer(.max)),
        ("-9223372036854775808", .integer(.min)),
        ("12345.5", .real(12345.5)),
        ("-0.00005", .real(-0.00005)),
    ]

    @Test func numericsAreIntegersOrReals() async throws {
        try await TemporaryDatabase.with(.postgresql) { database in
            for (text, value) in Self.numbers {
                let statement = SQL(stringLiteral: "SELECT CAST(\(text) AS NUMERIC) AS value")
                let read = try await database.read { try $0.query(statement)[0].value("value") }
                #expect(read == value, "\(text)")
            }
        }
    }

    /// Values that no `SQLValue` holds are refused, not rounded.
    @Test func valuesThatCannotBeReadAreErrors() async throws {
        let expressions = ["CAST(9223372036854775808 AS NUMERIC)", "CAST('NaN' AS NUMERIC)", "now()", "ARRAY[1]"]
        try await TemporaryDatabase.with(.postgresql) { database in
            for expression in expressions {
                let statement = SQL(stringLiteral: "SELECT \(expression) AS value")
                let error = await #expect(throws: DatabaseError.self) {
                    _ = try await database.read { try $0.query(statement) }
                }
                #expect(error?.kind == .decoding, "\(expression)")
            }
        }
    }
}
