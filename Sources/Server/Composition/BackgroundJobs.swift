import Auditing
import Events
import GarbageCollection
import Glibc
import Jobs
import OCI
import Quotas
import Retention
import Webhooks

/// Which jobs there are, and what works on them.
struct BackgroundJobs: Sendable {
    let services: RegistryServices

    /// What does the work of each type.
    private var handlers: [any JobHandler] {
        [
            GarbageCollectionJob(service: services.collector),
            AuditPurgeJob(service: AuditPurgeService(database: services.database, clock: services.clock)),
            QuotaRecalculationJob(service: RecalculationService(database: services.database)),
            RetentionJob(executor: services.retentionExecutor),
        ] + webhookHandlers
    }

    private var webhookHandlers: [any JobHandler] {
        let gates = [
            (WebhookJob.webhook, DeliveryGate(size: WebhookJob.webhook.perNode)),
            // Slack takes one message a second.
            (WebhookJob.slack, DeliveryGate(size: WebhookJob.slack.perNode, perTarget: 1, pause: .seconds(1))),
        ]
        return gates.map { type, gate in
            WebhookJob(
                type, client: services.outbound, gate: gate, clock: services.clock,
                lookup: services.webhookDeliveries.lookup)
        }
    }

    /// Takes tasks and fires schedules until the Swift task is cancelled.
    func work() async {
        let scheduler = JobScheduler(
            schedules: services.schedules, work: scheduledWork, logger: services.logger)
        await JobRunner(
            database: services.database, changes: services.changes, clock: services.clock, handlers: handlers,
            scheduler: scheduler, process: .current, logger: services.logger
        ).run()
    }

    /// Tells of what happened until the Swift task is cancelled.
    func tellEvents() async {
        await EventDispatcher(
            database: services.database, changes: services.changes, consumers: consumers, logger: services.logger
        ).run()
    }

    /// What makes work of events.
    private var consumers: [any EventConsumer] { [services.webhookDispatch] }

    /// What is done when a schedule fires.
    private var scheduledWork: [String: ScheduledWork] {
        let names = [GarbageCollectionJob.name, AuditPurgeJob.name, QuotaRecalculationJob.name]
        var work = Dictionary(uniqueKeysWithValues: names.map { ($0, Self.task(of: $0)) })
        work[RetentionJob.name] = {
            RetentionJob.execution(ofPolicy: $0.vendorID, trigger: .schedule, isDryRun: false)
        }
        return work
    }

    private static func task(of type: String) -> ScheduledWork {
        { schedule in
            NewExecution(
                vendorType: type, trigger: .schedule, attributes: schedule.parameters,
                tasks: [NewTask(type: type, parameters: schedule.parameters)])
        }
    }
}

extension WorkerProcess {
    /// This process.
    fileprivate static var current: WorkerProcess {
        var name = [CChar](repeating: 0, count: 256)
        // The last byte stays zero, whatever the length of the name.
        let isKnown = gethostname(&name, name.count - 1) == 0
        let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return WorkerProcess(host: isKnown ? String(decoding: bytes, as: UTF8.self) : "", identifier: Int64(getpid()))
    }
}
