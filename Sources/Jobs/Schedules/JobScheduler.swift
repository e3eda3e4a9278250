package import Logging

/// What the executions of a kind's schedules are; nil if there is nothing to do.
package typealias ScheduledWork = @Sendable (Schedule) -> NewExecution?

/// Makes the executions of schedules that are due; `JobRunner` asks it to when it sees one.
package struct JobScheduler: Sendable {
    private let schedules: ScheduleService
    private let work: [String: ScheduledWork]
    private let logger: Logger

    /// `work` is by the schedules' vendor type.
    package init(schedules: ScheduleService, work: [String: ScheduledWork], logger: Logger) {
        self.schedules = schedules
        self.work = work
        self.logger = logger
    }

    /// Fires what is due; throws `DatabaseError`.
    package func fire() async throws {
        let work = work
        let fired = try await schedules.fire { work[$0.vendorType]?($0) }
        if fired > 0 { logger.info("schedules fired", metadata: ["count": "\(fired)"]) }
    }
}
