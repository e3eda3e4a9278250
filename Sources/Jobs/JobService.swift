package import Listing
package import SQL
package import Time

/// Makes work, shows it, and stops it.
package struct JobService: Sendable {
    private let database: any Database
    private let changes: ChangeSignal
    private let clock: WallClock

    package init(database: any Database, changes: ChangeSignal, clock: WallClock) {
        self.database = database
        self.changes = changes
        self.clock = clock
    }

    /// Makes an execution whose tasks begin as soon as there is room, and gives its number.
    package func submit(_ new: NewExecution) async throws -> Int64 {
        let now = clock.now
        return try await changes.write(changing: [.jobs]) { try ExecutionStore.insert(new, now: now, on: $0) }
    }

    /// Makes an execution within a transaction, in which what it is for is decided, and gives its number; throws
    /// `DatabaseError`. Whoever commits tells that there is work (`ChangeTopic.jobs`), or it begins a second later.
    package static func insert(
        _ new: NewExecution, now: Timestamp, on connection: any SQLConnection
    ) throws -> Int64 {
        try ExecutionStore.insert(new, now: now, on: connection)
    }

    /// As `submit`, unless an execution for the same thing hasn't ended yet: then gives nil.
    package func submitUnlessRunning(_ new: NewExecution) async throws -> Int64? {
        let now = clock.now
        return try await changes.write(changing: [.jobs]) {
            try ExecutionStore.insertUnlessRunning([new], now: now, on: $0)[0]
        }
    }

    /// An execution by its number; nil if there is none, or it wasn't for `vendorType`.
    package func execution(_ id: Int64, vendorType: String? = nil) async throws -> Execution? {
        let found = try await database.read { try ExecutionStore.find(id, on: $0) }
        return vendorType == nil || found?.vendorType == vendorType ? found : nil
    }

    /// A page of the executions that were for something, the newest first, of everything without `vendorType`; throws
    /// `ListingError`.
    package func executions(
        _ request: ListRequest, vendorType: String? = nil, vendorID: Int64? = nil
    ) async throws -> Listed<Execution> {
        try await executions(request, vendorTypes: vendorType.map { [$0] } ?? [], vendorID: vendorID)
    }

    /// As `executions`, for kinds of work that are shown together; none stands for all kinds.
    package func executions(
        _ request: ListRequest, vendorTypes: [String], vendorID: Int64?
    ) async throws -> Listed<Execution> {
        let conditions = try ExecutionStore.columns.conditions(for: request.filters, dialect: database.dialect)
        return try await database.snapshot { connection in
            Listed(
                elements: try ExecutionStore.page(
                    request, vendorTypes: vendorTypes, vendorID: vendorID, conditions: conditions, on: connection),
                total: try ExecutionStore.count(
                    vendorTypes: vendorTypes, vendorID: vendorID, conditions: conditions, on: connection))
        }
    }

    /// The newest execution for each of some things that has one, by the things' numbers.
    package func latestExecutions(vendorTypes: [String], vendorIDs: [Int64]) async throws -> [Int64: Execution] {
        let found = try await database.read {
            try ExecutionStore.latest(vendorTypes: vendorTypes, vendorIDs: vendorIDs, on: $0)
        }
        return Dictionary(found.map { ($0.vendorID, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A page of an execution's tasks, the first made first, and how many there are.
    package func tasks(of execution: Int64, page: Page) async throws -> Listed<JobTask> {
        try await database.snapshot { connection in
            Listed(
                elements: try TaskStore.page(
                    ofExecution: execution, limit: page.limit, offset: page.offset, on: connection),
                total: try TaskStore.count(ofExecution: execution, on: connection))
        }
    }

    /// The first task of each of some executions, by the executions' numbers.
    package func firstTasks(of executions: [Int64]) async throws -> [Int64: JobTask] {
        let tasks = try await database.read { try TaskStore.first(ofExecutions: executions, on: $0) }
        return Dictionary(tasks.map { ($0.executionID, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A task by its number.
    package func task(_ id: Int64) async throws -> JobTask? {
        try await database.read { try TaskStore.find(id, on: $0) }
    }

    /// A part of a task's log behind the part `after`, 0 for the beginning; at most 64 parts at once. `last` is what to
    /// ask for next.
    package func log(ofTask task: Int64, after part: Int64 = 0) async throws -> (text: String, last: Int64) {
        let parts = try await database.read { try TaskLogStore.parts(of: task, after: part, on: $0) }
        return (parts.map(\.content).joined(), parts.last?.part ?? part)
    }

    /// Stops an execution: tasks that wait end at once, those that run within two seconds.
    package func stop(execution: Int64) async throws {
        let now = clock.now
        try await changes.write(changing: [.jobs]) { try TaskStore.stop(execution: execution, now: now, on: $0) }
    }

    /// Stops one task.
    package func stop(_ task: JobTask) async throws {
        let now = clock.now
        try await changes.write(changing: [.jobs]) {
            try TaskStore.stop(execution: task.executionID, task: task.id, now: now, on: $0)
        }
    }
}
