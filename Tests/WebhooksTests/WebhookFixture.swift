import Catalog
import Cryptography
import Events
import Jobs
import Listing
import Logging
import OCI
import OutboundHTTP
import RegistryTesting
import SQL
import Time
import Webhooks

/// A registry with what webhooks need.
struct WebhookFixture: Sendable {
    static let author = WebhookAuthor(name: "admin", registryURL: "https://registry.example.com")
    let registry: RegistryFixture
    let jobs: JobService
    let service: WebhookService
    let deliveries: WebhookDeliveryService
    let dispatch: WebhookDispatch

    /// Runs the body with a fresh registry.
    static func with(_ kind: DatabaseKind, _ body: (WebhookFixture) async throws -> Void) async throws {
        try await RegistryFixture.with(kind) { try await body(WebhookFixture($0)) }
    }

    private init(_ registry: RegistryFixture) throws {
        let clock = registry.clock.wallClock
        let key = try EncryptionKey(bytes: [UInt8](repeating: 7, count: EncryptionKey.length))
        self.registry = registry
        jobs = JobService(database: registry.database, changes: registry.changes, clock: clock)
        service = WebhookService(
            database: registry.database, changes: registry.changes, clock: clock, encryptionKey: key,
            addressGuard: AddressGuard())
        deliveries = WebhookDeliveryService(
            database: registry.database, jobs: jobs, clock: clock, encryptionKey: key, externalURL: nil)
        dispatch = WebhookDispatch(configuration: registry.configuration, clock: clock, externalURL: nil)
    }

    /// A target that takes JSON.
    static func target(_ path: String = "", secret: String = "", kind: WebhookTargetKind = .http) throws
        -> WebhookTarget
    {
        try WebhookTarget(
            kind: kind, address: WebhookAddress("https://receiver.example.com/\(path)"), secret: secret)
    }

    /// What a policy says.
    static func content(
        _ name: String = "policy", _ types: Set<WebhookEventType> = [.pushArtifact], targets: [WebhookTarget]? = nil,
        repositories: String? = nil, tags: String? = nil, isEnabled: Bool = true
    ) throws -> WebhookPolicyContent {
        try WebhookPolicyContent(
            name: name, isEnabled: isEnabled, eventTypes: types, targets: targets ?? [target()],
            repositories: repositories.map { try Glob($0) }, tags: tags.map { try Glob($0) })
    }

    /// Makes a policy of a project (0: of the registry).
    @discardableResult
    func make(_ content: WebhookPolicyContent, in project: Int64) async throws -> Int64 {
        try await service.create(content, projectID: project, by: Self.author)
    }

    /// Writes an event of a repository, if anybody wants it, and dispatches what there is.
    func happens(
        _ kind: EventKind = .artifactPushed, in project: Project, repository: String? = "app",
        tags: [String?] = ["v1"]
    ) async throws {
        let digest = "sha256:" + String(repeating: "a", count: 64)
        let place = repository.map {
            EventRepository(name: "\(project.name)/\($0)", createdAt: registry.clock.now, isPublic: false)
        }
        let event = NewEvent(
            kind, projectID: project.id, operatorName: "somebody", occurredAt: registry.clock.now,
            content: EventContent(
                repository: place, artifacts: tags.map { EventArtifact(digest: digest, tag: $0) }))
        try await registry.database.write { try EventStore.append(event, on: $0) }
        try await tell()
    }

    /// Dispatches all events that wait.
    func tell() async throws { while try await tellABatch() > 0 {} }

    /// Dispatches as many events as are enough for a transaction; gives how many there were.
    func tellABatch() async throws -> Int {
        let dispatcher = EventDispatcher(
            database: registry.database, changes: registry.changes, consumers: [dispatch],
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        return try await dispatcher.dispatch()
    }

    /// The deliveries of a policy, the newest first.
    func sent(by policy: Int64) async throws -> [WebhookDelivery] {
        let found = try await deliveries.executions(ListRequest(page: .everything), policyID: policy)
        var sent: [WebhookDelivery] = []
        for element in found.elements {
            let tasks = try await jobs.tasks(of: element.execution.id, page: .everything).elements
            sent += tasks.compactMap { WebhookDelivery(parameters: $0.parameters) }
        }
        return sent
    }
}
