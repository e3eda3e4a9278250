package import Cron
package import Listing
package import OCI
package import SQL
package import Time

/// A schedule that is to be made, or to replace the one that its thing has.
package struct NewSchedule: Sendable {
    package let vendorType: String
    package let vendorID: Int64
    package let kind: String
    package let cron: CronExpression?
    package let parameters: JSONObject
    /// Whether a firing that was missed happens as soon as it can.
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
    private let database: any Database
    private let changes: ChangeSignal
    private let clock: WallClock

    package init(database: any Database, changes: ChangeSignal, clock: WallClock) {
        self.database = database
        self.changes = changes
        self.clock = clock
    }

    /// The schedule of something.
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

    /// Makes or replaces a schedule.
    package func put(_ new: NewSchedule) async throws {
        let now = clock.now
        try await database.write {
            try ScheduleStore.put(new, nextAt: new.cron?.next(after: now), now: now, on: $0)
        }
    }

    /// Pauses all schedules, or lets them go on; what was missed meanwhile is made up for once, where it is to be.
    package func pauseAll(_ isPaused: Bool) async throws {
        let now = clock.now
        try await database.write { try ScheduleStore.pauseAll(isPaused, now: now, on: $0) }
    }

    /// Whether all schedules are paused.
    package func areAllPaused() async throws -> Bool {
        try await database.snapshot { connection in
            try ScheduleStore.count(on: connection) > 0 && !ScheduleStore.isAnyActive(on: connection)
        }
    }

    /// Makes the executions of schedules that are due, each once in all processes, and gives how many.
    /// `work` says what a schedule's execution is; nil if there is nothing to do for it. While an execution that a
    /// schedule made still waits, such as in a queue that is paused, no further one is made for the same thing.
    package func fire(_ work: @escaping @Sendable (Schedule) -> NewExecution?) async throws -> Int {
        let now = clock.now
        guard try await database.read({ try ScheduleStore.needsLook(now: now, on: $0) }) else { return 0 }
        return try await changes.write(changing: [.jobs]) { connection in
            var fired = 0
            for (schedule, plan) in try ScheduleStore.lockActive(on: connection) {
                let (fires, nextAt) = plan.step(now: now)
                guard fires || nextAt != plan.nextAt else { continue }
                try ScheduleStore.plan(schedule.id, nextAt: nextAt, firedAt: fires ? now : nil, on: connection)
                guard fires, let new = work(schedule) else { continue }
                if try ExecutionStore.isScheduledOneWaiting(for: new, on: connection) { continue }
                _ = try ExecutionStore.insert(new, now: now, on: connection)
                fired += 1
            }
            return fired
        }
    }
}
