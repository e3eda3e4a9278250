import Auditing
import Events
import GarbageCollection
import Jobs
import OCI
import Quotas

/// Which jobs there are, and what works on them.
struct BackgroundJobs: Sendable {
    let services: RegistryServices

    /// What does the work of each type.
    private var handlers: [any JobHandler] {
        [
            GarbageCollectionJob(service: services.collector),
            AuditPurgeJob(service: AuditPurgeService(database: services.database, clock: services.clock)),
            QuotaRecalculationJob(service: RecalculationService(database: services.database)),
        ]
    }

    /// Takes tasks until the Swift task is cancelled.
    func work() async {
        await JobRunner(
            database: services.database, changes: services.changes, clock: services.clock, handlers: handlers,
            logger: services.logger
        ).run()
    }

    /// Fires schedules until the Swift task is cancelled.
    func schedule() async {
        await JobScheduler(
            database: services.database, schedules: services.schedules, work: scheduledWork,
            types: handlers.map(\.type), logger: services.logger
        ).run()
    }

    /// Tells of what happened until the Swift task is cancelled.
    func tellEvents() async {
        await EventDispatcher(
            database: services.database, changes: services.changes, consumers: consumers, logger: services.logger
        ).run()
    }

    /// What makes work of events.
    private var consumers: [any EventConsumer] { [] }

    /// What is done when a schedule fires.
    private var scheduledWork: [String: ScheduledWork] {
        let names = [GarbageCollectionJob.name, AuditPurgeJob.name, QuotaRecalculationJob.name]
        return Dictionary(uniqueKeysWithValues: names.map { ($0, Self.task(of: $0)) })
    }

    private static func task(of type: String) -> ScheduledWork {
        { schedule in
            NewExecution(
                vendorType: type, trigger: .schedule, attributes: schedule.parameters,
                tasks: [NewTask(type: type, parameters: schedule.parameters)])
        }
    }
}
