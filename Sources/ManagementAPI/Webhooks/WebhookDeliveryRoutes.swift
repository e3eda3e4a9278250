package import Access
import HTTPServing
import Hummingbird
package import Jobs
import Listing
import OCI
package import Webhooks

/// What became of the deliveries of webhook policies, and sending them again.
package struct WebhookDeliveryRoutes: Sendable {
    private let service: WebhookService
    private let deliveries: WebhookDeliveryService
    private let authorization: AuthorizationService
    private let jobs: JobService

    package init(
        service: WebhookService, deliveries: WebhookDeliveryService, jobs: JobService,
        authorization: AuthorizationService
    ) {
        self.service = service
        self.deliveries = deliveries
        self.authorization = authorization
        self.jobs = jobs
    }

    /// Six operations of projects, five of them of the registry too.
    package var routes: [ManagementRoute] {
        let policy = "/policies/{webhook_policy_id}"
        let execution = "\(policy)/executions/{execution_id}"
        return [
            WebhookOperation(
                .get, "\(policy)/executions", "ListExecutionsOfWebhookPolicy", system: "listSystemWebhookExecutions",
                "read", handler: executions),
            WebhookOperation(
                .get, "\(execution)/tasks", "ListTasksOfWebhookExecution", system: "listSystemWebhookTasks", "read",
                handler: tasks),
            WebhookOperation(
                .get, "\(execution)/tasks/{task_id}/log", "GetLogsOfWebhookTask", system: "getSystemWebhookTaskLog",
                "read", handler: log),
            WebhookOperation(
                .post, "\(execution)/replay", "replayWebhookExecution", system: "replaySystemWebhookExecution",
                "update", audited: "replay", handler: replay),
            WebhookOperation(
                .post, "\(policy)/test", "testWebhookPolicy", system: "testSystemWebhookPolicy", "update",
                audited: "test", handler: test),
            WebhookOperation(.get, "/jobs", "ListWebhookJobs", system: nil, "list", handler: legacyJobs),
        ].flatMap(\.routes)
    }

    private func executions(_ request: ManagementRequest, _ owner: WebhookOwner) async throws -> Response {
        let policy = try await policy(request, owner)
        let found = try await deliveries.executions(request.listRequest(), policyID: policy.id)
        return try .list(found.elements, total: found.total, request: request) {
            $0.webhookExecution($1.execution, $1.delivery)
        }
    }

    private func tasks(_ request: ManagementRequest, _ owner: WebhookOwner) async throws -> Response {
        let policy = try await policy(request, owner)
        let found = try await deliveries.tasks(
            ofExecution: request.integer("execution_id"), policyID: policy.id, page: request.listRequest().page)
        let showsAddress = try await owner.letsChange(request.caller, by: authorization)
        return try .list(found.elements, total: found.total, request: request) { writer, task in
            writer.webhookTask(task, of: policy, showsAddress: showsAddress)
        }
    }

    private func log(_ request: ManagementRequest, _ owner: WebhookOwner) async throws -> Response {
        let policy = try await policy(request, owner)
        let task = try await deliveries.task(
            request.integer("task_id"), ofExecution: request.integer("execution_id"), policyID: policy.id)
        return try await JobLogResponse(jobs: jobs).response(ofTask: task.id, request)
    }

    private func replay(_ request: ManagementRequest, _ owner: WebhookOwner) async throws -> Response {
        let policy = try await policy(request, owner)
        request.audit.resource = policy.content.name
        let id = try await deliveries.replay(execution: request.integer("execution_id"), policyID: policy.id)
        return try await created(id, policy, owner)
    }

    private func test(_ request: ManagementRequest, _ owner: WebhookOwner) async throws -> Response {
        let policy = try await policy(request, owner)
        request.audit.resource = policy.content.name
        let type = try WebhookPolicyBody.eventType(await request.optionalBody())
        let id = try await deliveries.test(
            policyID: policy.id, projectID: owner.id, projectName: owner.name, eventType: type,
            operatorName: request.caller.name)
        return try await created(id, policy, owner)
    }

    /// Harbor's older form of executions.
    private func legacyJobs(_ request: ManagementRequest, _ owner: WebhookOwner) async throws -> Response {
        guard let id = try request.queryInteger("policy_id") else {
            throw HTTPFailure.unprocessable("policy_id in query is required")
        }
        let policy = try await service.policy(id, projectID: owner.id)
        var list = try request.listRequest()
        let statuses = request.query.all("status").flatMap { $0.split(separator: ",") }.prefix(10)
        if !statuses.isEmpty {
            list.filters.append(FilterTerm(key: "status", condition: .anyOf(statuses.map { FilterValue("\"\($0)\"") })))
        }
        let found = try await deliveries.executions(list, policyID: policy.id)
        return try .list(found.elements, total: found.total, request: request) {
            $0.webhookJob($1.execution, $1.delivery)
        }
    }

    private func policy(_ request: ManagementRequest, _ owner: WebhookOwner) async throws -> WebhookPolicy {
        try await service.policy(request.integer("webhook_policy_id"), projectID: owner.id)
    }

    private func created(_ id: Int64, _ policy: WebhookPolicy, _ owner: WebhookOwner) async throws -> Response {
        let execution = try await deliveries.execution(id, policyID: policy.id)
        let place = owner.id == 0 ? "/system" : "/projects/\(owner.name)"
        let location = "/api/v2.0\(place)/webhook/policies/\(policy.id)/executions/\(id)"
        return .created(location: location) { $0.webhookExecution(execution, nil) }
    }
}
