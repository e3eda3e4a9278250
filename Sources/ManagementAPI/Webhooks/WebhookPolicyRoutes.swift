package import Access
import HTTPServing
import Hummingbird
import Listing
import OCI
package import Webhooks

/// Webhook policies: `/projects/{project_name_or_id}/webhook`, and `/system/webhook` for those of all projects.
package struct WebhookPolicyRoutes: Sendable {
    private let service: WebhookService
    private let deliveries: WebhookDeliveryService
    private let authorization: AuthorizationService

    package init(
        service: WebhookService, deliveries: WebhookDeliveryService, authorization: AuthorizationService
    ) {
        self.service = service
        self.deliveries = deliveries
        self.authorization = authorization
    }

    /// Seven operations of projects and of the registry.
    package var routes: [ManagementRoute] {
        let (all, one) = ("/policies", "/policies/{webhook_policy_id}")
        return [
            WebhookOperation(
                .get, all, "ListWebhookPoliciesOfProject", system: "listSystemWebhookPolicies", "list", handler: list),
            WebhookOperation(
                .post, all, "CreateWebhookPolicyOfProject", system: "createSystemWebhookPolicy", "create",
                audited: "create", handler: create),
            WebhookOperation(
                .get, one, "GetWebhookPolicyOfProject", system: "getSystemWebhookPolicy", "read", handler: get),
            WebhookOperation(
                .put, one, "UpdateWebhookPolicyOfProject", system: "updateSystemWebhookPolicy", "update",
                audited: "update", handler: update),
            WebhookOperation(
                .delete, one, "DeleteWebhookPolicyOfProject", system: "deleteSystemWebhookPolicy", "delete",
                audited: "delete", handler: delete),
            WebhookOperation(
                .get, "/lasttrigger", "LastTrigger", system: "listSystemWebhookTriggers", "list",
                handler: lastTriggers),
            WebhookOperation(
                .get, "/events", "GetSupportedEventTypes", system: "getSystemWebhookEventTypes", "read",
                handler: eventTypes),
        ].flatMap(\.routes)
    }

    private func list(_ request: ManagementRequest, _ owner: WebhookOwner) async throws -> Response {
        let found = try await service.list(request.listRequest(), projectID: owner.id)
        let latest = try await deliveries.latest(ofPolicies: found.elements.map(\.id))
        let showsAddresses = try await owner.letsChange(request.caller, by: authorization)
        return try .list(found.elements, total: found.total, request: request) {
            $0.webhookPolicy($1, latest: latest[$1.id], showsAddresses: showsAddresses)
        }
    }

    private func get(_ request: ManagementRequest, _ owner: WebhookOwner) async throws -> Response {
        let policy = try await service.policy(request.integer("webhook_policy_id"), projectID: owner.id)
        let latest = try await deliveries.latest(ofPolicies: [policy.id])
        let showsAddresses = try await owner.letsChange(request.caller, by: authorization)
        return .json { $0.webhookPolicy(policy, latest: latest[policy.id], showsAddresses: showsAddresses) }
    }

    private func create(_ request: ManagementRequest, _ owner: WebhookOwner) async throws -> Response {
        let content = try WebhookPolicyBody(await request.body()).content()
        request.audit.resource = content.name
        let id = try await service.create(content, projectID: owner.id, by: Self.author(request))
        return .created(location: "\(request.context.exchange.path)/\(id)")
    }

    private func update(_ request: ManagementRequest, _ owner: WebhookOwner) async throws -> Response {
        let id = try request.integer("webhook_policy_id")
        let body = WebhookPolicyBody(try await request.body())
        let known = try await service.policy(id, projectID: owner.id).content
        request.audit.resource = known.name
        try await service.update(id, to: body.content(changing: known), projectID: owner.id, by: Self.author(request))
        return .ok()
    }

    private func delete(_ request: ManagementRequest, _ owner: WebhookOwner) async throws -> Response {
        let id = try request.integer("webhook_policy_id")
        request.audit.resource = "\(id)"
        try await service.delete(id, projectID: owner.id)
        return .ok()
    }

    private func lastTriggers(_ request: ManagementRequest, _ owner: WebhookOwner) async throws -> Response {
        let triggers = try await service.lastTriggers(projectID: owner.id)
        return .json { writer in
            writer.array(triggers) { writer, trigger in
                writer.object { writer in
                    writer.member("policy_name", trigger.policyName)
                    writer.member("event_type", trigger.eventType.rawValue)
                    writer.member("enabled", trigger.isEnabled)
                    writer.member("creation_time", trigger.createdAt)
                    writer.memberIfPresent("last_trigger_time", trigger.lastAt)
                }
            }
        }
    }

    private func eventTypes(_ request: ManagementRequest, _ owner: WebhookOwner) async throws -> Response {
        .json { writer in
            writer.object { writer in
                writer.member("event_type", WebhookEventType.allCases.map(\.rawValue))
                writer.member("notify_type", WebhookTargetKind.allCases.map(\.rawValue))
                writer.member("payload_formats", array: WebhookTargetKind.allCases) { writer, kind in
                    writer.object { writer in
                        writer.member("notify_type", kind.rawValue)
                        writer.member("formats", kind.formats.map(\.rawValue))
                    }
                }
            }
        }
    }

    private static func author(_ request: ManagementRequest) -> WebhookAuthor {
        WebhookAuthor(name: request.caller.name, registryURL: request.context.origin.baseURL)
    }
}
