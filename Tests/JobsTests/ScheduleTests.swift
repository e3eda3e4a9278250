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

    @Test func twoClocksFarApartDoNotFireInTurns() async throws {
        try await JobFixture.with(.sqlite) { fixture in
            try await put(fixture)
            var fired = 0
            // One process is three hours ahead of the other, and both look each second.
            for _ in 0..<5 {
                fixture.clock.advance(bySeconds: 3 * 3600 + 1)
                fired += try await fire(fixture)
                fixture.clock.advance(bySeconds: -3 * 3600)
                fired += try await fire(fixture)
            }
            #expect(fired == 1)
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

    @Test(arguments: [(true, 1), (false, 0)])
    func whatWasMissedIsMadeUpForOnceOrSkipped(_ catchesUp: Bool, _ expected: Int) async throws {
        try await JobFixture.with(.sqlite) { fixture in
            try await put(fixture, catchesUp: catchesUp)
            fixture.clock.advance(bySeconds: 5 * 3600)
            #expect(try await fire(fixture) == expected)
            fixture.clock.advance(bySeconds: 1800)
            #expect(try await fire(fixture) == 1)
        }
    }

    @Test func aClockThatWentAheadAndCameBack() async throws {
        try await JobFixture.with(.sqlite) { fixture in
            try await put(fixture)
            fixture.clock.advance(bySeconds: 400 * 86_400)
            #expect(try await fire(fixture) == 1)
            fixture.clock.advance(bySeconds: -400 * 86_400)
            #expect(try await fire(fixture) == 0)
            fixture.clock.advance(bySeconds: 1800)
            #expect(try await fire(fixture) == 1, "the schedule doesn't wait for the wrong year to come")
        }
    }

    @Test func aSmallStepBackDoesNotFireTwice() async throws {
        try await JobFixture.with(.sqlite) { fixture in
            try await put(fixture)
            fixture.clock.advance(bySeconds: 1801)
            #expect(try await fire(fixture) == 1)
            fixture.clock.advance(bySeconds: -10)
            #expect(try await fire(fixture) == 0)
            fixture.clock.advance(bySeconds: 20)
            #expect(try await fire(fixture) == 0)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func oldExecutionsGo(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            let type = JobType("T", perNode: 10, keptExecutions: 3)
            let scheduler = JobScheduler(
                database: fixture.database, schedules: fixture.schedules, work: [:], types: [type],
                logger: .init(label: "t"))
            try await withRunning(fixture.runner(ClosureHandler(type) { _ in [:] })) {
                for _ in 0..<5 {
                    let id = try await fixture.submit("T")
                    #expect(try await fixture.ended(id, "T")?.status == .success)
                }
            }
            let waiting = try await fixture.submit("T")
            try await scheduler.sweep()
            let left = try await fixture.jobs.executions(.init(page: .everything), vendorType: "T")
            #expect(left.elements.map(\.status) == [.pending, .success, .success] && left.elements[0].id == waiting)
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
