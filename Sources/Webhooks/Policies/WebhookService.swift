package import Cryptography
import Jobs
package import Listing
package import OutboundHTTP
package import SQL
package import Time

/// Looks after webhook policies: those of projects, and with the project number 0 those of the registry as a whole.
package struct WebhookService: Sendable {
    /// The most policies of a project: every event of the project tries them all.
    package static let maximumPolicies = 50
    private static let pause = Duration.seconds(600)
    private let database: any Database
    private let changes: ChangeSignal
    private let clock: WallClock
    private let coding: WebhookTargetCoding
    private let addressGuard: AddressGuard

    /// The secrets of targets are kept under `encryptionKey`; `addressGuard` decides where they may be.
    package init(
        database: any Database, changes: ChangeSignal, clock: WallClock, encryptionKey: EncryptionKey,
        addressGuard: AddressGuard
    ) {
        self.database = database
        self.changes = changes
        self.clock = clock
        self.addressGuard = addressGuard
        coding = WebhookTargetCoding(key: encryptionKey)
    }

    /// The policies of a project; throws `ListingError`.
    package func list(_ request: ListRequest, projectID: Int64) async throws -> Listed<WebhookPolicy> {
        let columns = ListColumns([
            "id": .integer("id"), "name": .text("name"), "creator": .text("creator"),
            "enabled": .boolean("is_enabled"), "description": .text("description"),
            "creation_time": .time("created_at"), "update_time": .time("updated_at"),
        ])
        let conditions = try columns.conditions(for: request.filters, dialect: database.dialect)
        let filter = SQL.filter(by: [WebhookStore.ofProject(projectID)] + conditions)
        let order = columns.order(by: request.sort, default: "id DESC", tieBreak: "id")
        let found = try await database.snapshot { connection in
            let rows = try connection.query(
                """
                SELECT \(fragment: WebhookStore.columns) FROM webhook_policy\(fragment: filter)\(fragment: order)
                LIMIT \(request.page.limit) OFFSET \(request.page.offset)
                """)
            let total = try connection.query("SELECT count(*) AS total FROM webhook_policy\(fragment: filter)")[0]
            return Listed(elements: try rows.map(StoredWebhookPolicy.init(row:)), total: try total.int64("total"))
        }
        return Listed(elements: try found.elements.map { try $0.policy(coding) }, total: found.total)
    }

    /// Finds a policy of a project; throws `WebhookError.unknown`.
    package func policy(_ id: Int64, projectID: Int64) async throws -> WebhookPolicy {
        let found = try await database.read { try WebhookStore.find(id, projectID: projectID, on: $0) }
        guard let found else { throw WebhookError.unknown(id) }
        return try found.policy(coding)
    }

    /// Makes a policy and gives its number; throws `WebhookError.nameTaken`, `.tooMany`, `.invalid`,
    /// `.projectGone`.
    package func create(_ content: WebhookPolicyContent, projectID: Int64, by author: WebhookAuthor) async throws
        -> Int64
    {
        try checkAddresses(of: content.targets)
        let now = clock.now
        let targets = try coding.text(content.targets.numbered(after: [], last: 0).targets)
        return try await refusing(content.name) {
            try await database.write { connection in
                guard let count = try WebhookStore.lockAndCount(projectID: projectID, on: connection) else {
                    throw WebhookError.projectGone
                }
                guard count < Self.maximumPolicies else { throw WebhookError.tooMany(limit: Self.maximumPolicies) }
                let id = try WebhookStore.insert(
                    content, targets: targets, projectID: projectID, by: author, now: now, on: connection)
                try WebhookInterest.renew(projectID: projectID, on: connection)
                return id
            }
        }
    }

    /// Replaces what a policy says; throws `WebhookError.unknown`, `.nameTaken`.
    package func update(_ id: Int64, to content: WebhookPolicyContent, projectID: Int64, by author: WebhookAuthor)
        async throws
    {
        try checkAddresses(of: content.targets)
        let (now, coding) = (clock.now, coding)
        try await refusing(content.name) {
            try await database.write { connection in
                let isThere = try WebhookStore.lock(projectID: projectID, on: connection)
                let known = try WebhookStore.find(id, projectID: projectID, on: connection)
                guard isThere, let known else { throw WebhookError.unknown(id) }
                let numbered = content.targets.numbered(
                    after: try coding.targets(known.targets), last: known.lastTarget)
                try WebhookStore.update(
                    id, to: content, targets: coding.text(numbered.targets), lastTarget: numbered.last,
                    registryURL: author.registryURL, now: now, on: connection)
                try WebhookInterest.renew(projectID: projectID, on: connection)
            }
        }
    }

    /// Deletes a policy with its executions: nothing more of it goes out. Throws `WebhookError.unknown`.
    package func delete(_ id: Int64, projectID: Int64) async throws {
        try await changes.write(changing: [.jobs]) { connection in
            let isThere = try WebhookStore.lock(projectID: projectID, on: connection)
            guard isThere, try WebhookStore.find(id, projectID: projectID, on: connection) != nil else {
                throw WebhookError.unknown(id)
            }
            try connection.execute("DELETE FROM webhook_policy WHERE id = \(id)")
            try WebhookInterest.renew(projectID: projectID, on: connection)
        }
        // What is left if this doesn't come to its end goes with the orphans.
        try await removeExecutions(ofPolicy: id)
    }

    private func removeExecutions(ofPolicy id: Int64) async throws {
        try await ExecutionRemoval(database: database).removeAll(
            vendorTypes: WebhookTargetKind.jobTypes, vendorID: id)
    }

    /// Removes what is left of policies from time to time, until the Swift task is cancelled.
    package func run() async {
        while (try? await Task.sleep(for: Self.pause)) != nil {
            // What can't be removed now is removed the next time.
            try? await removeOrphans()
        }
    }

    /// Removes the executions of policies that went with their projects; throws `DatabaseError`.
    package func removeOrphans() async throws {
        let orphans = try await database.snapshot { connection in
            let used = try JobService.vendorIDs(of: WebhookTargetKind.jobTypes, on: connection)
            guard !used.isEmpty else { return used }
            return used.subtracting(try connection.query("SELECT id FROM webhook_policy").map { try $0.int64("id") })
        }
        for id in orphans.sorted() { try await removeExecutions(ofPolicy: id) }
    }

    /// When events of each type last made deliveries, by policy, of all policies of a project.
    package func lastTriggers(projectID: Int64) async throws -> [WebhookTrigger] {
        let policies = try await database.snapshot { connection in
            let policies = try connection.query(
                """
                SELECT \(fragment: WebhookStore.columns) FROM webhook_policy
                WHERE \(fragment: WebhookStore.ofProject(projectID)) ORDER BY id
                """
            ).map(StoredWebhookPolicy.init(row:))
            let rows = try connection.query(
                """
                SELECT policy_id, event_type, triggered_at FROM webhook_trigger
                WHERE policy_id IN \(list: policies.map(\.id))
                """)
            let times = Dictionary(
                try rows.map { row in
                    let key = TriggerKey(policyID: try row.int64("policy_id"), eventType: try row.text("event_type"))
                    return (key, try row.timestamp("triggered_at"))
                }, uniquingKeysWith: max)
            return policies.map { (policy: $0, times: times) }
        }
        return policies.flatMap { policy, times in
            WebhookEventType.allCases.filter(policy.eventTypes.contains).map { type in
                WebhookTrigger(
                    policyName: policy.name, eventType: type, isEnabled: policy.isEnabled, createdAt: policy.createdAt,
                    lastAt: times[TriggerKey(policyID: policy.id, eventType: type.rawValue)])
            }
        }
    }

    private struct TriggerKey: Hashable, Sendable {
        let policyID: Int64
        let eventType: String
    }

    /// Refuses what can be seen to lead where requests may not go; what a host's name stands for is seen when a delivery
    /// goes out.
    private func checkAddresses(of targets: [WebhookTarget]) throws(WebhookError) {
        for (index, target) in targets.enumerated() {
            let host = target.address.host.lowercased()
            let isLocal = host == "localhost" || host.hasSuffix(".localhost")
            guard let address = IPAddress(isLocal ? "127.0.0.1" : host),
                let kind = addressGuard.refusal(of: address, host: host)
            else { continue }
            throw .invalid(
                place: "targets[\(index)].address",
                reason: """
                    leads to an address that messages may not go to (\(kind)); whoever runs the registry can allow it \
                    with the setting outbound_allowed_networks
                    """)
        }
    }

    private func refusing<Result>(_ name: String, _ write: () async throws -> Result) async throws -> Result {
        do {
            return try await write()
        } catch let error as DatabaseError where error.kind == .uniqueViolation {
            throw WebhookError.nameTaken(name)
        }
    }
}

/// When events of a type last made deliveries of a policy.
package struct WebhookTrigger: Hashable, Sendable {
    package let policyName: String
    package let eventType: WebhookEventType
    package let isEnabled: Bool
    /// When the policy was made.
    package let createdAt: Timestamp
    /// Nil: not yet.
    package let lastAt: Timestamp?
}
