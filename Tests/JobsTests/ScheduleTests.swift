import Cron
import Jobs
import Listing
import Logging
import OCI
import RegistryTesting
import SQL
import Testing
import Time

@Suite struct ScheduleTests {
    private static let hourly = "0 0 * * * *"

    private func put(_ fixture: JobFixture, catchesUp: Bool = true) async throws {
        // At half past an hour.
        let hour = fixture.clock.now.seconds % 3600
        fixture.clock.advance(bySeconds: 3600 + 1800 - hour)
        try await fixture.schedules.put(
            NewSchedule(vendorType: "T", kind: "Hourly", cron: CronExpression(Self.hourly), catchesUp: catchesUp))
    }

    /// Fires what is due and ends it, unless it is to wait.
    private func fire(_ fixture: JobFixture, waits: Bool = false) async throws -> Int {
        let fired = try await fixture.schedules.fire { schedule in
            NewExecution(vendorType: schedule.vendorType, trigger: .schedule, tasks: [NewTask(type: "T")])
        }
        if !waits { try await fixture.queues.stopWaiting(nil) }
        return fired
    }

    @Test(arguments: DatabaseKind.allCases)
    func whatWaitsIsNotFiredAgain(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            try await put(fixture)
            for expected in [1, 0, 0] {
                fixture.clock.advance(bySeconds: 3600)
                #expect(try await fire(fixture, waits: true) == expected)
            }
            try await fixture.queues.stopWaiting(nil)
            fixture.clock.advance(bySeconds: 3600)
            #expect(try await fire(fixture) == 1, "what waited is gone")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func whatRunsIsNotFiredBesideIt(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            let gate = Gate()
            let handler = ClosureHandler(JobType("T", perNode: 2)) { _ in
                try await gate.untilOpen()
                return [:]
            }
            try await withRunning(fixture.runner(handler)) {
                try await put(fixture)
                let id = try await fixture.submit("T")
                #expect(try await fixture.begins(id))
                fixture.clock.advance(bySeconds: 3600)
                #expect(try await fire(fixture, waits: true) == 0, "one that somebody asked for runs")
                gate.open()
                #expect(try await fixture.ended(id, "T")?.status == .success)
                #expect(try await fire(fixture, waits: true) == 0, "that firing is left out")
                fixture.clock.advance(bySeconds: 3600)
                #expect(try await fire(fixture, waits: true) == 1)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func whatIsAskedForAsItsScheduleFiresIsMadeOnce(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            for round in 0..<5 {
                try await put(fixture)
                fixture.clock.advance(bySeconds: 1800)
                let new = NewExecution(vendorType: "T", trigger: .manual, tasks: [NewTask(type: "T")])
                async let asked = fixture.jobs.submitUnlessRunning(new)
                async let fired = fire(fixture, waits: true)
                let made = (try await asked == nil ? 0 : 1) + (try await fired)
                #expect(made == 1, "round \(round)")
                try await fixture.queues.stopWaiting(nil)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func firesOnceAndInTime(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            try await put(fixture)
            #expect(try await fire(fixture) == 0)
            fixture.clock.advance(bySeconds: 1800)
            async let first = fire(fixture)
            async let second = fire(fixture)
            let both = try await (first, second)
            #expect(both.0 + both.1 == 1)
            #expect(try await fire(fixture) == 0)
            fixture.clock.advance(bySeconds: 3600)
            #expect(try await fire(fixture) == 1)
        }
    }

    @Test(arguments: DatabaseKind.allCases, [(true, 1), (false, 0)])
    func whatWasMissedIsMadeUpForOnceOrLeftOut(_ kind: DatabaseKind, _ wanted: (Bool, Int)) async throws {
        try await JobFixture.with(kind) { fixture in
            let (catchesUp, expected) = wanted
            try await put(fixture, catchesUp: catchesUp)
            #expect(try await fixture.schedules.schedule(vendorType: "T")?.catchesUp == catchesUp)
            fixture.clock.advance(bySeconds: 5 * 3600)
            #expect(try await fire(fixture) == expected)
            fixture.clock.advance(bySeconds: 1800 + 30)
            #expect(try await fire(fixture) == 1, "half a minute late isn't missed")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func oldExecutionsGo(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            let type = JobType("T", perNode: 10, keptExecutions: 3)
            let sweep = ExecutionSweep(database: fixture.database, types: [type])
            try await withRunning(fixture.runner(ClosureHandler(type) { _ in [:] })) {
                for _ in 0..<5 {
                    let id = try await fixture.submit("T")
                    #expect(try await fixture.ended(id, "T")?.status == .success)
                }
            }
            let waiting = try await fixture.submit("T")
            try await sweep.run()
            let left = try await fixture.jobs.executions(.init(page: .everything), vendorType: "T")
            #expect(left.elements.map(\.status) == [.pending, .success, .success] && left.elements[0].id == waiting)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func oldExecutionsGoWithHoweverManyTasks(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            // More than one batch of tasks, and more than one of the parts of their logs.
            for count in [1100, 1] { _ = try await fixture.submit("T", tasks: count) }
            try await fixture.database.write { connection in
                try connection.execute("UPDATE execution SET status = 'Success', ended_at = 1")
                for part in 1...5 {
                    try connection.execute(
                        "INSERT INTO task_log (task_id, part, content) SELECT id, \(part), 'line' FROM task")
                }
            }
            try await ExecutionSweep(database: fixture.database, types: [JobType("T", keptExecutions: 1)]).run()
            for (table, expected): (SQL, Int) in [("execution", 1), ("task", 1), ("task_log", 5)] {
                let rows = try await fixture.database.read {
                    try $0.query("SELECT count(*) AS n FROM \(fragment: table)")
                }
                #expect(try rows.first?.int("n") == expected, "rows of \(table.text)")
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func pausingCoversWhatIsMadeLater(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            #expect(try await !fixture.schedules.areAllPaused())
            try await fixture.schedules.pauseAll(true)
            #expect(try await fixture.schedules.areAllPaused(), "with no schedule at all")
            try await put(fixture)
            #expect(try await fixture.schedules.schedule(vendorType: "T")?.isPaused == true)
            fixture.clock.advance(bySeconds: 1801)
            #expect(try await fire(fixture) == 0)
            try await fixture.schedules.pauseAll(false)
            #expect(try await fire(fixture) == 1, "what was missed is made up for once")
            #expect(try await fire(fixture) == 0)
            // As Harbor's: pausing everything pauses the schedules too.
            #expect(try await fixture.queues.pause(nil, true))
            #expect(try await fixture.schedules.areAllPaused())
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func onlyOneAtATimeForTheSameThing(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            // No process has joined yet.
            let new = NewExecution(vendorType: "T", trigger: .manual, tasks: [NewTask(type: "T")])
            let made = try await withThrowingTaskGroup(of: Int64?.self) { group in
                for _ in 0..<8 { group.addTask { try await fixture.jobs.submitUnlessRunning(new) } }
                return try await group.reduce(into: [Int64]()) { all, id in if let id { all.append(id) } }
            }
            #expect(made.count == 1)
        }
    }
}
