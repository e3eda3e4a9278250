import PostgreSQL
import RegistryTesting
import SQL
import Testing

@Suite(.timeLimit(.minutes(60))) struct PostgreSQLFailureTests {
    private func withDatabase(
        connections: Int = 2, _ body: (any Database, DatabaseLocation) async throws -> Void
    ) async throws {
        try await TemporaryDatabase.withLocation(.postgresql) { location in
            try await location.withDatabase(connections: connections) { database in
                try await database.write { try $0.execute("CREATE TABLE item (number BIGINT PRIMARY KEY)") }
                try await body(database, location)
            }
        }
    }

    /// Ends every other session of the database, as a restart of the server would.
    private func terminateSessions(of location: DatabaseLocation) async throws {
        try await location.withDatabase(connections: 1) { other in
            _ = try await other.read { connection in
                try connection.query(
                    """
                    SELECT pg_terminate_backend(pid, 25000) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """)
            }
        }
    }

    @Test func idleConnectionsThatTheServerEndedAreMadeAnew() async throws {
        try await withDatabase { database, location in
            for _ in 0..<3 {
                try await terminateSessions(of: location)
                #expect(try await database.read { try $0.query("SELECT 1 AS one")[0].int("one") } == 1)
                try await terminateSessions(of: location)
                #expect(try await database.snapshot { try $0.query("SELECT 1 AS one")[0].int("one") } == 1)
                try await terminateSessions(of: location)
                #expect(try await database.write { try $0.query("SELECT 1 AS one")[0].int("one") } == 1)
            }
        }
    }

    @Test func aUnitWhoseConnectionEndsBeforeCommitRunsAgain() async throws {
        try await withDatabase { database, location in
            let (hasInserted, isTerminated) = (Gate(), Gate())
            let runs = Recording<Void>()
            async let write: Void = database.write { connection in
                try connection.execute("INSERT INTO item (number) VALUES (1)")
                hasInserted.open()
                try isTerminated.blockUntilOpen()
                runs.append(())
                try connection.execute("INSERT INTO item (number) VALUES (2)")
            }
            try await hasInserted.untilOpen()
            try await terminateSessions(of: location)
            isTerminated.open()
            try await write
            #expect(runs.elements.count == 2)
            #expect(try await database.read { try $0.query("SELECT count(*) FROM item")[0].int(0) } == 2)
        }
    }

    @Test func aConnectionThatEndsDuringCommitLeavesTheOutcomeUnknown() async throws {
        try await withDatabase { database, _ in
            try await database.write { connection in
                try connection.execute(
                    """
                    CREATE FUNCTION end_session() RETURNS trigger LANGUAGE plpgsql AS
                    'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END'
                    """)
                // A deferred trigger runs when COMMIT does.
                try connection.execute(
                    """
                    CREATE CONSTRAINT TRIGGER end_session AFTER INSERT ON item DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION end_session()
                    """)
            }
            let runs = Recording<Void>()
            let error = await #expect(throws: DatabaseError.self) {
                try await database.write { connection in
                    runs.append(())
                    try connection.execute("INSERT INTO item (number) VALUES (1)")
                }
            }
            #expect(error?.kind == .outcomeUnknown)
            // A COMMIT that was sent is never repeated.
            #expect(runs.elements.count == 1)
            #expect(try await database.read { try $0.query("SELECT count(*) FROM item")[0].int(0) } == 0)
        }
    }

    @Test func aViolationDuringCommitIsKnown() async throws {
        try await withDatabase { database, _ in
            try await database.write { connection in
                try connection.execute(
                    """
                    CREATE TABLE child (
                        item BIGINT REFERENCES item (number) DEFERRABLE INITIALLY DEFERRED)
                    """)
            }
            let error = await #expect(throws: DatabaseError.self) {
                try await database.write { try $0.execute("INSERT INTO child (item) VALUES (99)") }
            }
            #expect(error?.kind == .foreignKeyViolation)
        }
    }

    @Test func statementsThatTakeTooLongAreEnded() async throws {
        try await TemporaryDatabase.withLocation(.postgresql) { location in
            let database = try await PostgreSQLDatabase(
                connectionString: location.address, maximumConnections: 1, patience: .seconds(60),
                statementTimeout: .seconds(3))
            let error = await #expect(throws: DatabaseError.self) {
                _ = try await database.read { try $0.query("SELECT pg_sleep(600)") }
            }
            #expect(error?.kind == .timedOut)
            #expect(try await database.read { try $0.query("SELECT 1 AS one")[0].int("one") } == 1)
            await database.close()
        }
    }

    @Test func aServerThatIsNotThereIsAnErrorWithoutThePassword() async {
        let error = await #expect(throws: DatabaseError.self) {
            _ = try await PostgreSQLDatabase(
                connectionString: "postgresql://haven:hunter2@127.0.0.1:1/haven", patience: .seconds(60))
        }
        #expect(error?.kind == .connectionLost)
        #expect(error?.message.contains("hunter2") == false)
    }

    @Test func aMalformedConnectionStringIsNotQuoted() async {
        let error = await #expect(throws: DatabaseError.self) {
            _ = try await PostgreSQLDatabase(connectionString: "host=a password=hunter2 =")
        }
        #expect(error?.message.contains("hunter2") == false)
    }
}
