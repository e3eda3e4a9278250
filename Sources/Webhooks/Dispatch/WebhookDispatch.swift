package import Events
import Jobs
import OCI
package import SQL
package import SystemConfiguration
package import Time

/// The body of a message and what it is.
package struct WebhookBody: Hashable, Sendable {
    /// The value of `Content-Type`.
    package let contentType: String
    package let text: String

    package init(contentType: String, text: String) {
        self.contentType = contentType
        self.text = text
    }
}

/// Makes deliveries of events: for each policy that wants one an execution, with a task for each of its targets.
package struct WebhookDispatch: EventConsumer {
    private let configuration: ConfigurationService
    private let clock: WallClock
    private let composer: WebhookComposer

    /// `externalURL` is how the registry is reached, if that is configured.
    package init(configuration: ConfigurationService, clock: WallClock, externalURL: String?) {
        self.configuration = configuration
        self.clock = clock
        composer = WebhookComposer(externalURL: externalURL)
    }

    /// Makes the deliveries of some events in the transaction that forgets them; throws `DatabaseError`.
    package func receive(_ events: [Event], on connection: any SQLConnection) throws {
        guard try configuration.values(on: connection).areNotificationsSent else { return }
        let projects = Set(events.map(\.projectID)).sorted()
        let policies = try WebhookStore.enabled(projectIDs: projects, on: connection)
        guard !policies.isEmpty else { return }
        let (names, now) = (try WebhookStore.projectNames(projects, on: connection), clock.now)
        var triggered: Set<Trigger> = []
        for event in events {
            guard let type = WebhookEventType(rawValue: event.kind.rawValue) else { continue }
            for policy in (policies[event.projectID] ?? []) + (policies[0] ?? []) {
                guard let content = policy.selected(of: event.content, type) else { continue }
                let notice = composer.notice(
                    of: type, content, by: event.operatorName, at: event.occurredAt, policy: policy,
                    project: (event.projectID, names[event.projectID] ?? ""))
                // Targets were read when they were kept; who can't be read now has been meddled with.
                guard let targets = try? WebhookTargetCoding.targetsWithoutSecrets(policy.targets) else { continue }
                let new = composer.execution(notice, targets: targets, trigger: .event, isAsked: false)
                _ = try JobService.insert(new, now: now, on: connection)
                triggered.insert(Trigger(policyID: policy.id, eventType: type))
            }
        }
        for trigger in triggered.sorted(by: {
            ($0.policyID, $0.eventType.rawValue) < ($1.policyID, $1.eventType.rawValue)
        }) {
            try WebhookStore.noteTrigger(
                policyID: trigger.policyID, eventType: trigger.eventType, at: now, on: connection)
        }
    }

    private struct Trigger: Hashable {
        let policyID: Int64
        let eventType: WebhookEventType
    }
}

extension StoredWebhookPolicy {
    /// An event's content with only the artifacts that the policy is about; nil if it isn't about the event.
    func selected(of content: EventContent, _ type: WebhookEventType) -> EventContent? {
        guard eventTypes.contains(type) else { return nil }
        guard type.isAboutArtifacts else { return content }
        if let repositories {
            guard let name = content.repository?.name else { return nil }
            let path = name.drop { $0 != "/" }.dropFirst()
            guard repositories.matches(projectID == 0 ? name[...] : path) else { return nil }
        }
        guard let tags else { return content }
        let selected = content.artifacts.filter { $0.tag.map { tags.matches($0) } ?? false }
        guard !selected.isEmpty else { return nil }
        return EventContent(repository: content.repository, artifacts: selected, attributes: content.attributes)
    }
}
