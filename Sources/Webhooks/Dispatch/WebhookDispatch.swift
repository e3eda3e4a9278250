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
    /// Bytes and number of deliveries after which the events that are left wait for another transaction.
    private static let (sufficientBytes, sufficientDeliveries) = (8 << 20, 1000)
    private let configuration: ConfigurationService
    private let clock: WallClock
    private let composer: WebhookComposer

    /// `externalURL` is how the registry is reached, if that is configured.
    package init(configuration: ConfigurationService, clock: WallClock, externalURL: String?) {
        self.configuration = configuration
        self.clock = clock
        composer = WebhookComposer(externalURL: externalURL)
    }

    /// Makes the deliveries of some events in the transaction that forgets them, as many as are enough for one, and gives
    /// how many events these were; throws `DatabaseError`.
    package func receive(_ events: [Event], on connection: any SQLConnection) throws -> Int {
        guard try configuration.values(on: connection).areNotificationsSent else { return events.count }
        let projects = Set(events.map(\.projectID)).sorted()
        let policies = try WebhookStore.enabled(projectIDs: projects, on: connection)
        guard !policies.isEmpty else { return events.count }
        let names = try WebhookStore.projectNames(projects, on: connection)
        var batch = WebhookBatch(composer: composer, now: clock.now)
        var taken = 0
        for event in events where batch.bytes < Self.sufficientBytes && batch.deliveries < Self.sufficientDeliveries {
            let concerned = (policies[event.projectID] ?? []) + (policies[0] ?? [])
            try batch.tell(of: event, projectName: names[event.projectID] ?? "", to: concerned, on: connection)
            taken += 1
        }
        try batch.noteTriggers(on: connection)
        return taken
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
