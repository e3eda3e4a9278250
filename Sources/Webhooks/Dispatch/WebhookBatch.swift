import Events
import Jobs
import SQL
import Time

/// The deliveries that are made in one transaction.
struct WebhookBatch {
    private struct Trigger: Hashable {
        let policyID: Int64
        let eventType: WebhookEventType
    }

    private let composer: WebhookComposer
    private let now: Timestamp
    /// The targets of policies by the policies' numbers, each policy's read once.
    private var targets: [Int64: [WebhookTarget]] = [:]
    private var triggered: Set<Trigger> = []
    /// The deliveries that were made.
    private(set) var deliveries = 0
    /// The length of their bodies.
    private(set) var bytes = 0

    init(composer: WebhookComposer, now: Timestamp) {
        self.composer = composer
        self.now = now
    }

    /// Makes the deliveries of an event to the targets of those policies that are about it; throws `DatabaseError`.
    mutating func tell(
        of event: Event, projectName: String, to policies: [StoredWebhookPolicy], on connection: any SQLConnection
    ) throws {
        guard let type = WebhookEventType(rawValue: event.kind.rawValue) else { return }
        for policy in policies {
            guard let content = policy.selected(of: event.content, type) else { continue }
            let targets = targets(of: policy)
            guard !targets.isEmpty else { continue }
            let notice = composer.notice(
                of: type, content, by: event.operatorName, at: event.occurredAt, policy: policy,
                project: (event.projectID, projectName))
            let new = composer.execution(notice, targets: targets, trigger: .event, isAsked: false)
            _ = try JobService.insert(new, now: now, on: connection)
            deliveries += new.tasks.count
            bytes += new.tasks.reduce(0) { $0 + (WebhookDelivery(parameters: $1.parameters)?.body.utf8.count ?? 0) }
            triggered.insert(Trigger(policyID: policy.id, eventType: type))
        }
    }

    /// Notes which policies were told of what; throws `DatabaseError`.
    func noteTriggers(on connection: any SQLConnection) throws {
        // In one order, so that processes which do the same don't wait for each other in a circle.
        for trigger in triggered.sorted(by: {
            ($0.policyID, $0.eventType.rawValue) < ($1.policyID, $1.eventType.rawValue)
        }) {
            try WebhookStore.noteTrigger(
                policyID: trigger.policyID, eventType: trigger.eventType, at: now, on: connection)
        }
    }

    private mutating func targets(of policy: StoredWebhookPolicy) -> [WebhookTarget] {
        if let known = targets[policy.id] { return known }
        // Targets were read when they were kept; who can't be read now has been meddled with.
        let read = (try? WebhookTargetCoding.targetsWithoutSecrets(policy.targets)) ?? []
        targets[policy.id] = read
        return read
    }
}
