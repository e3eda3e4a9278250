import Cron
import Jobs
import Listing
import Logging
import OCI
import RegistryTesting
import SQL
import Testing
import Time

/// Schedules whose clock jumps, and processes whose clocks differ.
@Suite struct ClockTests {
    private static let hour: Int64 = 3600
    private static let year: Int64 = 365 * 86_400

    /// A schedule that fires each hour, set at half past an hour.
    private func put(_ fixture: JobFixture) async throws {
        let past = fixture.clock.now.seconds % Self.hour
        fixture.clock.advance(bySeconds: Self.hour + 1800 - past)
        try await fixture.schedules.put(
            NewSchedule(vendorType: "T", kind: "Hourly", cron: CronExpression("0 0 * * * *")))
    }

    private func fire(_ fixture: JobFixture) async throws -> Int {
        let fired = try await fixture.schedules.fire { schedule in
            NewExecution(vendorType: schedule.vendorType, trigger: .schedule, tasks: [NewTask(type: "T")])
        }
        try await fixture.queues.stopWaiting(nil)
        return fired
    }

    struct Jump: Sendable, CustomStringConvertible {
        let description: String
        /// By how many seconds the clock moves, and how often the schedule fires then.
        let steps: [(seconds: Int64, fires: Int)]
    }

    static let jumps = [
        Jump(description: "an hour after the other", steps: [(1800, 1), (3600, 1), (3600, 1)]),
        Jump(description: "far ahead: what was missed happens once", steps: [(9 * hour, 1), (1, 0), (1800, 1)]),
        Jump(description: "far ahead and back: it doesn't wait for a year", steps: [(year, 1), (-year, 0), (1800, 1)]),
        Jump(
            description: "far ahead and back between two looks for work",
            steps: [(0, 0), (year, 1), (1800, 1), (-year - 1800, 0), (1800, 1), (3600, 1)]),
        Jump(
            description: "a little back: what fired doesn't fire again",
            steps: [(1801, 1), (-10, 0), (20, 0), (3580, 0), (10, 1)]),
        Jump(description: "back by less than an hour, in steps", steps: [(1801, 1), (-900, 0), (-900, 0), (1801, 0)]),
        Jump(description: "a day back: it fires in the next hour", steps: [(1801, 1), (-24 * hour, 0), (3600, 1)]),
        Jump(description: "back before it was made", steps: [(-30 * 86_400, 0), (1800, 1), (1, 0)]),
        Jump(description: "to and fro within the hour", steps: [(600, 0), (-600, 0), (600, 0), (-600, 0), (1800, 1)]),
    ]

    @Test(arguments: jumps, DatabaseKind.allCases)
    func firesOnceForEachHour(_ jump: Jump, _ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            try await put(fixture)
            for (number, step) in jump.steps.enumerated() {
                fixture.clock.advance(bySeconds: step.seconds)
                #expect(try await fire(fixture) == step.fires, "step \(number): \(step.seconds) s")
                #expect(try await fire(fixture) == 0, "step \(number), looked at again")
                // Nothing is left to be looked at each second until the clock comes by.
                let now = fixture.clock.now
                let later = try await fixture.database.read {
                    try $0.query("SELECT id FROM schedule WHERE planned_at > \(now) OR next_at <= \(now)")
                }
                #expect(later.isEmpty, "step \(number): nothing to look at")
            }
        }
    }

    @Test func processesWhoseClocksDifferFireOnceForEachSecond() async throws {
        try await JobFixture.with(.postgresql) { base in
            let work: ScheduledWork = { schedule in
                NewExecution(
                    vendorType: "T", trigger: .schedule,
                    attributes: ["moment": .integer(schedule.nextAt?.microseconds ?? 0)], tasks: [NewTask(type: "T")])
            }
            // Three processes on the database's time, whose own clocks are three hours apart.
            let processes = [-3 * Self.hour, 0, 3 * Self.hour].map { seconds in
                let process = JobFixture(location: base.location, database: base.database, due: .database)
                process.clock.advance(bySeconds: seconds)
                return process
            }
            let handler = ClosureHandler(JobType("T", perNode: 4)) { _ in [:] }
            let runners = processes.map { process in
                process.runner(
                    handler,
                    scheduler: JobScheduler(schedules: process.schedules, work: ["T": work], logger: .init(label: "t")))
            }
            try await processes[2].schedules.put(
                NewSchedule(vendorType: "T", kind: "Custom", cron: CronExpression("* * * * * *")))
            try await withRunning(runners) {
                let comes = try await base.comes { try await moments(base).count >= 4 }
                #expect(comes)
            }
            let all = try await moments(base)
            #expect(Set(all).count == all.count, "none twice for the same second: \(all)")
        }
    }

    /// The moments for which executions were made.
    private func moments(_ fixture: JobFixture) async throws -> [Int64] {
        let made = try await fixture.jobs.executions(.init(page: .everything), vendorType: "T").elements
        return made.compactMap { $0.attributes["moment"]?.integer }
    }

    @Test func waitsByTheDatabasesClockAreNoLongerForOthers() async throws {
        struct Broken: Error {}
        try await JobFixture.with(.postgresql) { base in
            let ahead = JobFixture(location: base.location, database: base.database, due: .database)
            ahead.clock.advance(bySeconds: 90 * 60)
            let type = JobType("T", attempts: 2, backoff: Backoff(first: 1, largest: 1))
            let id = try await ahead.submit("T")
            try await withRunning(ahead.runner(ClosureHandler(type) { _ in throw Broken() })) {
                let status = try await base.ended(id, "T")?.status
                #expect(status == .error, "an hour and a half ahead, it waited a second")
            }
            #expect(try await base.task(of: id)?.runs == 2)
        }
    }

    @Test(
        arguments: DatabaseKind.allCases,
        [(year, "a clock that was far ahead"), (hour + 90, "one that has gone back since")])
    func whatAWrongClockPutOffBeginsAtTheNextStart(_ kind: DatabaseKind, _ late: (Int64, String)) async throws {
        try await JobFixture.with(kind) { fixture in
            let id = try await fixture.submit("T")
            let far = fixture.clock.now.advanced(bySeconds: late.0)
            try await fixture.database.write { try $0.execute("UPDATE task SET available_at = \(far)") }
            try await withRunning(fixture.runner(ClosureHandler(JobType("T")) { _ in [:] })) {
                let status = try await fixture.ended(id, "T")?.status
                #expect(status == .success)
            }
        }
    }
}
