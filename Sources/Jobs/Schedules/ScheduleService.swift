package import Cron
package import Listing
package import OCI
package import SQL
package import Time

/// A schedule that is to be made, or to replace the one that its thing has.
package struct NewSchedule: Sendable {
    /// The kind of work.
    package let vendorType: String
    /// What it is for; 0 for the registry as a whole.
    package let vendorID: Int64
    /// How people chose it: `Hourly`, `Daily`, `Weekly`, `Custom` or `None`.
    package let kind: String
    /// When it fires; nil: never.
    package let cron: CronExpression?
    /// What the executions that it makes are told to do.
    package let parameters: JSONObject
    /// Whether a firing that was missed happens as soon as it can; otherwise it is left out.
    package let catchesUp: Bool

    /// A schedule; without `cron` it is remembered and never fires.
    package init(
        vendorType: String, vendorID: Int64 = 0, kind: String, cron: CronExpression?, parameters: JSONObject = [:],
        catchesUp: Bool = true
    ) {
        self.vendorType = vendorType
        self.vendorID = vendorID
        self.kind = kind
        self.cron = cron
        self.parameters = parameters
        self.catchesUp = catchesUp
    }
}

/// Keeps the schedules, and makes the executions that are due.
package struct ScheduleService: Sendable {
    private static let firedAtOnce = 200
    private let database: any Database
    private let changes: ChangeSignal
    private let due: JobClock

    /// `due` is the clock that decides what is due, the one that the database's processes share unless another is given.
    package init(database: any Database, changes: ChangeSignal, clock: WallClock, due: JobClock? = nil) {
        self.database = database
        self.changes = changes
        self.due = due ?? .shared(by: database, else: clock)
    }

    /// The schedule of something; throws `DatabaseError`, as all of these do.
    package func schedule(vendorType: String, vendorID: Int64 = 0) async throws -> Schedule? {
        try await database.read { try ScheduleStore.find(vendorType: vendorType, vendorID: vendorID, on: $0) }
    }

    /// A page of all schedules.
    package func schedules(_ page: Page) async throws -> Listed<Schedule> {
        try await database.snapshot { connection in
            Listed(
                elements: try ScheduleStore.page(limit: page.limit, offset: page.offset, on: connection),
                total: try ScheduleStore.count(on: connection))
        }
    }

    /// Makes or replaces a schedule; it fires next at the first moment after now that its expression names.
    package func put(_ new: NewSchedule) async throws {
        let due = due
        try await database.write { try ScheduleStore.put(new, now: due.now(on: $0), on: $0) }
    }

    /// Makes or replaces a schedule within a transaction, in which what it is for is made; throws `DatabaseError`.
    package func put(_ new: NewSchedule, on connection: any SQLConnection) throws {
        try ScheduleStore.put(new, now: due.now(on: connection), on: connection)
    }

    /// Removes the schedule of something within the transaction in which it goes; throws `DatabaseError`.
    package static func remove(vendorType: String, vendorID: Int64, on connection: any SQLConnection) throws {
        try connection.execute(
            "DELETE FROM schedule WHERE vendor_type = \(vendorType) AND vendor_id = \(vendorID)")
    }

    /// Pauses all schedules, those included that are made later, or lets them go on; what was missed meanwhile is made
    /// up for once, where it is to be.
    package func pauseAll(_ isPaused: Bool) async throws {
        try await changes.write(changing: [.jobs]) { connection in
            try TaskStore.addQueues([QueueStore.schedules], on: connection)
            _ = try QueueStore.pause(QueueStore.schedules, isPaused, on: connection)
        }
    }

    /// Whether all schedules are paused.
    package func areAllPaused() async throws -> Bool {
        try await database.read { try QueueStore.isPaused(QueueStore.schedules, on: $0) }
    }

    /// Makes the executions of schedules that are due, each once in all processes, and gives how many.
    ///
    /// `work` says what a schedule's execution is, whose `nextAt` is then the moment it fires for; nil if there is
    /// nothing to do for it. While an execution for the same thing hasn't ended, whoever asked for it, no further one is
    /// made.
    package func fire(_ work: @escaping @Sendable (Schedule) -> NewExecution?) async throws -> Int {
        let due = due
        return try await changes.write(changing: [.jobs]) { connection in
            // The row is locked, so that nothing fires any more once pausing has been answered.
            guard try !QueueStore.isPaused(QueueStore.schedules, locked: true, on: connection) else { return 0 }
            let found = try ScheduleStore.lockDue(at: due.moment, limit: Self.firedAtOnce, on: connection)
            // Behind the locks: another process has not planned later than this.
            let now = try due.now(on: connection)
            var fired: [NewExecution] = []
            for (schedule, plan) in found {
                // What can't be read fires never: it must not be found due again and again.
                guard let step = plan == nil ? .never : plan?.step(now: now) else { continue }
                try ScheduleStore.plan(schedule.id, nextAt: step.nextAt, now: now, on: connection)
                if step.fires, let new = work(schedule) { fired.append(new) }
            }
            return try ExecutionStore.insertUnlessRunning(fired, now: now, on: connection).count { $0 != nil }
        }
    }
}
