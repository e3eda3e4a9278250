import Jobs
import Listing
import Logging
import OCI
import RegistryTesting
import SQL
import Synchronization
import Time

/// A database with the tables of jobs, and what works on it.
struct JobFixture: Sendable {
    let location: DatabaseLocation
    let database: any Database
    let clock: FakeClock
    /// What decides what is due: the fixture's clock, whatever the database, unless a test wants the database's.
    let due: JobClock
    let changes: ChangeSignal
    let jobs: JobService
    let queues: QueueService
    let schedules: ScheduleService

    /// Runs the body with a fresh database of a kind.
    static func with(_ kind: DatabaseKind, _ body: (JobFixture) async throws -> Void) async throws {
        let migrations = ChangeSignal.migrations + JobMigrations.migrations
        try await TemporaryDatabase.withLocation(kind, migrations: migrations) { location in
            try await location.withDatabase { database in
                try await body(JobFixture(location: location, database: database))
            }
        }
    }

    init(location: DatabaseLocation, database: any Database, due: JobClock? = nil) {
        let clock = FakeClock()
        let due = due ?? .process(clock.wallClock)
        let changes = ChangeSignal(database: database, clock: clock.wallClock, staleAfter: .seconds(3600))
        self.location = location
        self.database = database
        self.clock = clock
        self.due = due
        self.changes = changes
        jobs = JobService(database: database, changes: changes, clock: clock.wallClock)
        queues = QueueService(database: database, changes: changes, clock: clock.wallClock)
        schedules = ScheduleService(database: database, changes: changes, clock: clock.wallClock, due: due)
    }

    /// A runner that looks for work often. Unless it is `hasty`, it takes nobody for dead, nor itself, because a machine
    /// that is busy lets it wait.
    func runner(
        _ handlers: any JobHandler..., scheduler: JobScheduler? = nil, hasty: Bool = false
    ) -> JobRunner {
        var timing = JobRunner.Timing()
        timing.poll = .milliseconds(20)
        timing.beat = .milliseconds(50)
        timing.givesUpAfter = .seconds(hasty ? 4 : 3600)
        timing.deadAfter = .seconds(hasty ? 8 : 7200)
        return JobRunner(
            database: database, changes: changes, clock: clock.wallClock, due: due, handlers: handlers,
            scheduler: scheduler, process: WorkerProcess(host: "here", identifier: 7), logger: Logger(label: "jobs"),
            timing: timing)
    }

    /// Submits one task of a type and gives the execution's number.
    func submit(_ type: String, tasks: Int = 1) async throws -> Int64 {
        let tasks = (0..<tasks).map { NewTask(type: type, parameters: ["number": .integer(Int64($0))]) }
        return try await jobs.submit(NewExecution(vendorType: type, trigger: .manual, tasks: tasks))
    }

    /// Waits until an execution has ended, twenty minutes at most, and gives it.
    func ended(_ execution: Int64, _ type: String) async throws -> Execution? {
        for _ in 0..<60_000 {
            let found = try await jobs.execution(execution, vendorType: type)
            if let found, found.status.isFinal { return found }
            try await Task.sleep(for: .milliseconds(20))
        }
        return try await jobs.execution(execution, vendorType: type)
    }

    /// Waits until something holds, twenty minutes at most, and gives whether it does.
    func comes(_ condition: () async throws -> Bool) async throws -> Bool {
        for _ in 0..<120_000 {
            if try await condition() { return true }
            try await Task.sleep(for: .milliseconds(10))
        }
        return false
    }

    /// Waits until a process works on the first task of an execution, and gives whether one does.
    func begins(_ execution: Int64) async throws -> Bool {
        try await comes { try await task(of: execution)?.status == .running }
    }

    /// The only task of an execution.
    func task(of execution: Int64) async throws -> JobTask? {
        try await jobs.tasks(of: execution, page: .everything).elements.first
    }
}

/// Runs a body while a runner works, and stops the runner after it.
func withRunning(_ runners: JobRunner..., body: () async throws -> Void) async throws {
    try await withRunning(runners, body: body)
}

/// Runs a body while some runners work, and stops them after it.
func withRunning(_ runners: [JobRunner], body: () async throws -> Void) async throws {
    let work = runners.map { runner in Task { await runner.run() } }
    do { try await body() } catch {
        for one in work { one.cancel() }
        for one in work { await one.value }
        throw error
    }
    for one in work { one.cancel() }
    for one in work { await one.value }
}

/// A handler whose work is a closure.
struct ClosureHandler: JobHandler {
    let type: JobType
    let body: @Sendable (JobContext) async throws -> JSONObject

    init(_ type: JobType, _ body: @escaping @Sendable (JobContext) async throws -> JSONObject) {
        self.type = type
        self.body = body
    }

    func run(_ context: JobContext) async throws -> JSONObject { try await body(context) }
}

/// Counts what happens at the same time.
final class Counter: Sendable {
    private struct State {
        var now = 0
        var most = 0
        var all: [Int64: Int] = [:]
    }
    private let state = Mutex(State())

    /// The most that ran at once.
    var most: Int { state.withLock { $0.most } }
    /// How often each task was begun.
    var begun: [Int64: Int] { state.withLock { $0.all } }

    func enter(_ task: Int64) {
        state.withLock { state in
            state.now += 1
            state.most = max(state.most, state.now)
            state.all[task, default: 0] += 1
        }
    }

    func leave() { state.withLock { $0.now -= 1 } }
}
