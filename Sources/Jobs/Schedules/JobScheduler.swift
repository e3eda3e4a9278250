package import Logging
package import SQL

/// What the executions of a kind's schedules are.
package typealias ScheduledWork = @Sendable (Schedule) -> NewExecution?

/// Looks each second for schedules that are due, and from time to time for executions that are old enough to go.
package struct JobScheduler: Sendable {
    private static let pause = Duration.seconds(1)
    private static let sweepEvery = 600
    private static let batch = 500
    private let database: any Database
    private let schedules: ScheduleService
    private let work: [String: ScheduledWork]
    private let types: [JobType]
    private let logger: Logger

    /// `work` is by the schedules' vendor type.
    package init(
        database: any Database, schedules: ScheduleService, work: [String: ScheduledWork], types: [JobType],
        logger: Logger
    ) {
        self.database = database
        self.schedules = schedules
        self.work = work
        self.types = types
        self.logger = logger
    }

    /// Looks until the Swift task is cancelled.
    package func run() async {
        var rounds = 0
        while (try? await Task.sleep(for: Self.pause)) != nil {
            do {
                let work = work
                let fired = try await schedules.fire { work[$0.vendorType]?($0) }
                if fired > 0 { logger.info("schedules fired", metadata: ["count": "\(fired)"]) }
                rounds += 1
                if rounds % Self.sweepEvery == 0 { try await sweep() }
            } catch is CancellationError {
            } catch {
                logger.warning("schedules can't be looked at", metadata: ["error": "\(error)"])
            }
        }
    }

    /// Removes executions beyond those that each type keeps; throws `DatabaseError`.
    package func sweep() async throws {
        for type in types {
            var removed = Self.batch
            while removed == Self.batch {
                removed = try await database.write {
                    try ExecutionStore.removeOld(
                        vendorType: type.name, kept: type.keptExecutions, limit: Self.batch, on: $0)
                }
            }
        }
    }
}
