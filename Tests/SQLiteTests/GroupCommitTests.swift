import RegistryTesting
import SQL
import SQLite
import Testing

@Suite(.timeLimit(.minutes(60))) struct GroupCommitTests {
    private struct Refusal: Error {}

    /// Runs the units so that they wait together, and form one batch, and returns their outcomes in order.
    private func runTogether(
        in database: SQLiteDatabase, _ units: [@Sendable (any SQLConnection) throws -> Void]
    ) async throws -> [Result<Void, any Error>] {
        let (hasBegun, mayEnd) = (Gate(), Gate())
        async let occupation: Void = database.write { _ in
            hasBegun.open()
            try mayEnd.blockUntilOpen()
        }
        try await hasBegun.untilOpen()
        var tasks: [Task<Void, any Error>] = []
        for unit in units {
            tasks.append(Task { try await database.write(unit) })
            // One after the other, so that their order is known.
            try await untilWaiting(tasks.count, in: database)
        }
        mayEnd.open()
        try await occupation
        var outcomes: [Result<Void, any Error>] = []
        for task in tasks { outcomes.append(await task.result) }
        return outcomes
    }

    /// Waits until so many units wait to write, and no longer than the suite may take.
    private func untilWaiting(_ count: Int, in database: SQLiteDatabase) async throws {
        while database.waitingWrites < count { try await Task.sleep(for: .milliseconds(1)) }
    }

    private func withDatabase(_ body: (SQLiteDatabase) async throws -> Void) async throws {
        try await TemporaryDatabase.withLocation(.sqlite) { location in
            let database = try SQLiteDatabase(path: location.address, patience: .seconds(600))
            try await database.write { try $0.execute("CREATE TABLE item (number BIGINT PRIMARY KEY, content BLOB)") }
            try await body(database)
            await database.close()
        }
    }

    private func numbers(in database: SQLiteDatabase) async throws -> [Int] {
        try await database.read { try $0.query("SELECT number FROM item ORDER BY number").map { try $0.int(0) } }
    }

    private func insert(_ number: Int, bytes: Int = 0) -> @Sendable (any SQLConnection) throws -> Void {
        { connection in
            let content = [UInt8](repeating: 7, count: bytes)
            try connection.execute("INSERT INTO item (number, content) VALUES (\(number), \(content))")
        }
    }

    @Test func whatWaitsIsCommittedAtOnce() async throws {
        try await withDatabase { database in
            let before = database.writeCounts
            let outcomes = try await runTogether(in: database, (1...10).map { insert($0) })
            #expect(outcomes.allSatisfy { (try? $0.get()) != nil })
            #expect(try await numbers(in: database) == Array(1...10))
            // The unit that occupied the writer, and one commit for all the others.
            #expect(database.writeCounts.commits == before.commits + 2)
            #expect(database.writeCounts.units == before.units + 11)
        }
    }

    @Test func aFailingUnitHurtsNoOther() async throws {
        try await withDatabase { database in
            let outcomes = try await runTogether(
                in: database,
                [
                    insert(1),
                    // Its own insertion goes with it.
                    { connection in
                        try connection.execute("INSERT INTO item (number) VALUES (2)")
                        throw Refusal()
                    },
                    // What an earlier unit of the batch has stored counts.
                    insert(1),
                    insert(3),
                ])
            #expect(throws: Never.self) { try outcomes[0].get() }
            #expect(throws: Refusal.self) { try outcomes[1].get() }
            let error = #expect(throws: DatabaseError.self) { try outcomes[2].get() }
            #expect(error?.kind == .uniqueViolation)
            #expect(throws: Never.self) { try outcomes[3].get() }
            #expect(try await numbers(in: database) == [1, 3])
            #expect(database.writeCounts.lostBatches == 0)
        }
    }

    @Test func aFullDiskFailsOnlyTheUnitThatNeedsTheRoom() async throws {
        try await withDatabase { database in
            try await database.write { connection in
                let pages = try connection.query("PRAGMA page_count")[0].int(0)
                let limit = SQL(stringLiteral: "PRAGMA max_page_count = \(pages + 20)")
                try expectEqual(connection.query(limit)[0].int(0), pages + 20)
            }
            let outcomes = try await runTogether(in: database, [insert(1), insert(2, bytes: 1 << 20), insert(3)])
            #expect(throws: Never.self) { try outcomes[0].get() }
            let error = #expect(throws: DatabaseError.self) { try outcomes[1].get() }
            #expect(error?.kind == .storageFull)
            #expect(throws: Never.self) { try outcomes[2].get() }
            #expect(try await numbers(in: database) == [1, 3])
            // A full disk makes SQLite undo the whole transaction.
            #expect(database.writeCounts.lostBatches == 1)
        }
    }

    @Test func aUnitThatEndsTheTransactionHurtsNoOther() async throws {
        try await withDatabase { database in
            let outcomes = try await runTogether(in: database, [insert(1), { try $0.execute("ROLLBACK") }, insert(3)])
            #expect(throws: Never.self) { try outcomes[0].get() }
            #expect(throws: DatabaseError.self) { try outcomes[1].get() }
            #expect(throws: Never.self) { try outcomes[2].get() }
            #expect(try await numbers(in: database) == [1, 3])
        }
    }

    @Test func aDeferredConstraintFailsOnlyItsUnit() async throws {
        try await withDatabase { database in
            try await database.write { connection in
                try connection.execute(
                    "CREATE TABLE child (item BIGINT REFERENCES item (number) DEFERRABLE INITIALLY DEFERRED)")
            }
            let outcomes = try await runTogether(
                in: database, [insert(1), { try $0.execute("INSERT INTO child (item) VALUES (99)") }, insert(3)])
            let error = #expect(throws: DatabaseError.self) { try outcomes[1].get() }
            #expect(error?.kind == .foreignKeyViolation)
            #expect(try await numbers(in: database) == [1, 3])
        }
    }

    @Test func nothingIsAnsweredBeforeTheCommit() async throws {
        try await withDatabase { database in
            let (hasBegun, mayBegin, secondRuns, mayEnd, firstIsAnswered) = (Gate(), Gate(), Gate(), Gate(), Gate())
            let insertion = insert(1)
            async let occupation: Void = database.write { _ in
                hasBegun.open()
                try mayBegin.blockUntilOpen()
            }
            try await hasBegun.untilOpen()
            async let first: Void = {
                try await database.write(insertion)
                firstIsAnswered.open()
            }()
            try await untilWaiting(1, in: database)
            async let second: Void = database.write { _ in
                secondRuns.open()
                try mayEnd.blockUntilOpen()
            }
            try await untilWaiting(2, in: database)
            mayBegin.open()
            try await secondRuns.untilOpen()
            // By now the first unit has run, in the same transaction: time for a wrong answer to arrive.
            try await Task.sleep(for: .milliseconds(100))
            #expect(!firstIsAnswered.isOpen)
            #expect(try await numbers(in: database) == [])
            mayEnd.open()
            _ = try await (occupation, first, second)
            #expect(try await numbers(in: database) == [1])
        }
    }

    private func expectEqual(_ actual: Int, _ expected: Int) throws {
        if actual != expected { throw DatabaseError(kind: .other, message: "\(actual) instead of \(expected)") }
    }
}
