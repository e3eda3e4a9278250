import Jobs
import Listing
import RegistryTesting
import SQL
import Testing

/// Many executions, each of little: what is done to all of them takes few statements.
@Suite struct QuantityTests {
    private static let many: Int64 = 2500

    /// Makes an execution of one task that waits for each of many things.
    private func fill(_ fixture: JobFixture) async throws {
        try await fixture.database.write { connection in
            for vendor in 1...Self.many {
                let new = NewExecution(
                    vendorType: "T", vendorID: vendor, trigger: .event, tasks: [NewTask(type: "T")])
                _ = try JobService.insert(new, now: fixture.clock.now, on: connection)
            }
        }
    }

    /// How many executions have a status.
    private func count(_ status: JobStatus, _ fixture: JobFixture) async throws -> Int {
        try await fixture.database.read {
            try $0.query(
                """
                SELECT count(*) AS n FROM execution
                WHERE status = \(status.rawValue) AND (ended_at IS NOT NULL) = \(status.isFinal)
                """)[0].int("n")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aQueueIsStoppedInShortTransactions(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { base in
            let watched = WatchedDatabase(base.database)
            let fixture = JobFixture(location: base.location, database: watched)
            try await fill(fixture)
            let other = try await fixture.submit("OTHER", tasks: 2)
            let mixed = try await fixture.submit("T", tasks: 3)
            try await fixture.database.write {
                // One of three runs, one has failed.
                try $0.execute(
                    """
                    UPDATE task SET status = 'Running'
                    WHERE id = (SELECT max(id) FROM task WHERE execution_id = \(mixed))
                    """)
                try $0.execute(
                    """
                    UPDATE task SET status = 'Error'
                    WHERE id = (SELECT min(id) FROM task WHERE execution_id = \(mixed))
                    """)
                try $0.execute(
                    "UPDATE execution SET status = 'Running', failed = 1, unfinished = 2 WHERE id = \(mixed)")
            }
            let before = watched.statements.count
            try await fixture.queues.stopWaiting("T")
            #expect(watched.statements.count - before < 50)
            #expect(try await count(.stopped, fixture) == Int(Self.many))
            let counts = TaskCounts(total: 3, unfinished: 1, failed: 1, stopped: 1)
            let going = try await fixture.jobs.execution(mixed)
            #expect(going?.counts == counts && going?.status == .running, "one of its tasks runs")
            #expect(try await fixture.jobs.execution(other)?.status == .pending, "of another type")
            try await fixture.queues.stopWaiting(nil)
            #expect(try await fixture.jobs.execution(other)?.counts == TaskCounts(total: 2, stopped: 2))
            #expect(try await fixture.jobs.execution(other)?.status == .stopped)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func whatHasNothingTooOldCostsNoStatement(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { base in
            let watched = WatchedDatabase(base.database)
            let fixture = JobFixture(location: base.location, database: watched)
            try await fill(fixture)
            try await fill(fixture)
            try await fixture.queues.stopWaiting(nil)
            let before = watched.statements.count
            try await ExecutionSweep(database: watched, types: [JobType("T", keptExecutions: 2)]).run()
            #expect(watched.statements.count - before == 1)
            try await ExecutionSweep(database: watched, types: [JobType("T", keptExecutions: 1)]).run()
            #expect(try await count(.stopped, fixture) == Int(Self.many), "one for each")
            #expect(watched.statements.count - before < 100)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func whatWasForSomethingGoesWhateverItsState(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            try await fill(fixture)
            let kept = try await fixture.submit("OTHER")
            try await fixture.database.write { try $0.execute("UPDATE execution SET vendor_id = 7") }
            try await ExecutionRemoval(database: fixture.database).removeAll(vendorTypes: ["T"], vendorID: 7)
            let left = try await fixture.jobs.executions(.init(page: .everything), vendorType: nil)
            #expect(left.elements.map(\.id) == [kept])
        }
    }
}
