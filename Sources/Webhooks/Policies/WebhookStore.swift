import OCI
package import SQL
import Time

/// The SQL of policies; its functions run inside a unit of work and throw `DatabaseError`.
package enum WebhookStore {
    package static let migrations = [
        Migration(identifier: "0024-webhook") { dialect in
            [
                // Without a project: for the registry as a whole.
                """
                CREATE TABLE webhook_policy (
                    id \(fragment: dialect.identityColumn),
                    project_id BIGINT REFERENCES project (id) ON DELETE CASCADE,
                    name TEXT NOT NULL, description TEXT NOT NULL, creator TEXT NOT NULL,
                    is_enabled BOOLEAN NOT NULL, event_types TEXT NOT NULL,
                    repository_pattern TEXT, tag_pattern TEXT,
                    targets TEXT NOT NULL, last_target BIGINT NOT NULL, registry_url TEXT NOT NULL,
                    created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL)
                """,
                "CREATE UNIQUE INDEX webhook_policy_by_name ON webhook_policy (coalesce(project_id, 0), name)",
                // What executions tell too, but those are removed after a while.
                """
                CREATE TABLE webhook_trigger (
                    policy_id BIGINT NOT NULL REFERENCES webhook_policy (id) ON DELETE CASCADE,
                    event_type TEXT NOT NULL, triggered_at BIGINT NOT NULL,
                    PRIMARY KEY (policy_id, event_type))
                """,
            ]
        }
    ]

    static let columns: SQL = """
        id, coalesce(project_id, 0) AS project_id, name, description, creator, is_enabled, event_types,
        repository_pattern, tag_pattern, targets, last_target, registry_url, created_at,
        updated_at
        """

    /// A policy of a project (0: of the registry).
    static func find(
        _ id: Int64, projectID: Int64, on connection: any SQLConnection
    ) throws -> StoredWebhookPolicy? {
        try connection.query(
            "SELECT \(fragment: columns) FROM webhook_policy WHERE id = \(id) AND \(fragment: ofProject(projectID))"
        ).first.map(StoredWebhookPolicy.init(row:))
    }

    /// A policy of whatever project.
    static func find(_ id: Int64, on connection: any SQLConnection) throws -> StoredWebhookPolicy? {
        try connection.query("SELECT \(fragment: columns) FROM webhook_policy WHERE id = \(id)").first
            .map(StoredWebhookPolicy.init(row:))
    }

    /// The enabled policies of some projects and of the registry as a whole, by project; they are kept from being deleted
    /// until the transaction ends, so that a deletion finds what was made of them.
    static func enabled(
        projectIDs: [Int64], on connection: any SQLConnection
    ) throws -> [Int64: [StoredWebhookPolicy]] {
        let policies = try connection.query(
            """
            SELECT \(fragment: columns) FROM webhook_policy
            WHERE is_enabled AND (project_id IS NULL OR project_id IN \(list: projectIDs))
            ORDER BY id\(fragment: connection.dialect.forShare)
            """
        ).map(StoredWebhookPolicy.init(row:))
        return Dictionary(grouping: policies, by: \.projectID)
    }

    /// The names of some projects by their numbers.
    static func projectNames(_ ids: [Int64], on connection: any SQLConnection) throws -> [Int64: String] {
        let rows = try connection.query("SELECT id, name FROM project WHERE id IN \(list: ids)")
        return Dictionary(try rows.map { (try $0.int64("id"), try $0.text("name")) }) { first, _ in first }
    }

    /// The types of events that the enabled policies of a project want.
    static func wantedTypes(projectID: Int64, on connection: any SQLConnection) throws -> Set<WebhookEventType> {
        let rows = try connection.query(
            "SELECT event_types FROM webhook_policy WHERE is_enabled AND \(fragment: ofProject(projectID))")
        return try rows.reduce(into: []) { $0.formUnion(try $1.eventTypes()) }
    }

    /// Keeps other policies of a project from being changed until the transaction ends, so that what they want together
    /// can be told; false if the project has gone.
    static func lock(projectID: Int64, on connection: any SQLConnection) throws -> Bool {
        if projectID != 0 {
            return try !connection.query(
                "SELECT id FROM project WHERE id = \(projectID)\(fragment: connection.dialect.forUpdate)"
            ).isEmpty
        }
        if connection.dialect == .postgresql {
            try connection.execute("LOCK TABLE webhook_policy IN SHARE ROW EXCLUSIVE MODE")
        }
        return true
    }

    /// Keeps other policies of a project from being made until the transaction ends; how many there are, or nil if the
    /// project has gone.
    static func lockAndCount(projectID: Int64, on connection: any SQLConnection) throws -> Int? {
        guard try lock(projectID: projectID, on: connection) else { return nil }
        return try connection.query(
            "SELECT count(*) AS number FROM webhook_policy WHERE \(fragment: ofProject(projectID))")[0].int("number")
    }

    static func insert(
        _ content: WebhookPolicyContent, targets: String, projectID: Int64, by author: WebhookAuthor, now: Timestamp,
        on connection: any SQLConnection
    ) throws -> Int64 {
        let project: Int64? = projectID == 0 ? nil : projectID
        return try connection.query(
            """
            INSERT INTO webhook_policy (project_id, name, description, creator, is_enabled, event_types,
                repository_pattern, tag_pattern, targets, last_target, registry_url, created_at, updated_at)
            VALUES (\(project), \(content.name), \(content.description), \(author.name), \(content.isEnabled),
                \(content.eventTypeText), \(content.repositories?.description), \(content.tags?.description),
                \(targets), \(content.targets.count), \(author.registryURL), \(now), \(now))
            RETURNING id
            """)[0].int64("id")
    }

    /// Replaces what a policy says.
    static func update(
        _ id: Int64, to content: WebhookPolicyContent, targets: String, lastTarget: Int, registryURL: String,
        now: Timestamp, on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            UPDATE webhook_policy SET name = \(content.name), description = \(content.description),
                is_enabled = \(content.isEnabled), event_types = \(content.eventTypeText),
                repository_pattern = \(content.repositories?.description), tag_pattern = \(content.tags?.description),
                targets = \(targets), last_target = \(lastTarget), registry_url = \(registryURL), updated_at = \(now)
            WHERE id = \(id)
            """)
    }

    /// Notes when events of a type last made deliveries of a policy.
    static func noteTrigger(
        policyID: Int64, eventType: WebhookEventType, at time: Timestamp, on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO webhook_trigger (policy_id, event_type, triggered_at)
            VALUES (\(policyID), \(eventType.rawValue), \(time))
            ON CONFLICT (policy_id, event_type) DO UPDATE SET triggered_at = excluded.triggered_at
            """)
    }

    /// A condition: of a project, or of the registry as a whole.
    static func ofProject(_ projectID: Int64) -> SQL {
        projectID == 0 ? "project_id IS NULL" : "project_id = \(projectID)"
    }
}

/// A policy as it is kept: its targets as text, with their secrets under encryption.
struct StoredWebhookPolicy: Sendable {
    let id: Int64
    /// 0: for all projects.
    let projectID: Int64
    let name: String
    let description: String
    let creator: String
    let isEnabled: Bool
    let eventTypes: Set<WebhookEventType>
    let repositories: Glob?
    let tags: Glob?
    let targets: String
    let lastTarget: Int
    /// Where its author reached the registry.
    let registryURL: String
    let createdAt: Timestamp
    let updatedAt: Timestamp

    init(row: Row) throws {
        id = try row.int64("id")
        projectID = try row.int64("project_id")
        name = try row.text("name")
        description = try row.text("description")
        creator = try row.text("creator")
        isEnabled = try row.bool("is_enabled")
        eventTypes = try row.eventTypes()
        repositories = try row.optionalText("repository_pattern").map { try Glob($0) }
        tags = try row.optionalText("tag_pattern").map { try Glob($0) }
        targets = try row.text("targets")
        lastTarget = try row.int("last_target")
        registryURL = try row.text("registry_url")
        createdAt = try row.timestamp("created_at")
        updatedAt = try row.timestamp("updated_at")
    }
}

extension Row {
    fileprivate func eventTypes() throws -> Set<WebhookEventType> {
        Set(try text("event_types").split(separator: ",").compactMap { WebhookEventType(rawValue: String($0)) })
    }
}

extension WebhookPolicyContent {
    /// The types in Harbor's order, between commas.
    fileprivate var eventTypeText: String {
        WebhookEventType.allCases.filter(eventTypes.contains).map(\.rawValue).joined(separator: ",")
    }
}
