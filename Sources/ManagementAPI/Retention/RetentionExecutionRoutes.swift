import Access
import Catalog
import HTTPServing
import HTTPTypes
import Hummingbird
package import Jobs
import Listing
import OCI
package import Retention

/// The executions of retention policies: begun, listed, stopped, and what they decided.
package struct RetentionExecutionRoutes: Sendable {
    private let access: RetentionAccess
    private let results: RetentionResultService
    private let jobs: JobService

    package init(access: RetentionAccess, results: RetentionResultService, jobs: JobService) {
        self.access = access
        self.results = results
        self.jobs = jobs
    }

    /// The six routes.
    package var routes: [ManagementRoute] {
        let all = "/retentions/{id}/executions"
        let one = all + "/{eid}"
        let task = one + "/tasks/{tid}"
        let (read, list, update) = (
            RetentionAccess.reason("read"), RetentionAccess.reason("list"), RetentionAccess.reason("update")
        )
        return [
            .decided(
                .post, all, "triggerRetentionExecution", by: update, audit: audit("execute"), handler: trigger),
            .decided(.get, all, "listRetentionExecutions", by: list, handler: listExecutions),
            .decided(
                .patch, one, "operateRetentionExecution", by: update, audit: audit("stop"), handler: operate),
            .decided(.get, one + "/tasks", "listRetentionTasks", by: list, handler: listTasks),
            .decided(.get, task, "getRetentionTaskLog", by: read, handler: log),
            .decided(.get, task + "/candidates", "listRetentionCandidates", by: read, handler: candidates),
        ]
    }

    private func audit(_ operation: String) -> AuditedAction {
        AuditedAction(operation: operation, resourceType: "tag-retention")
    }

    private func trigger(_ request: ManagementRequest) async throws -> Response {
        let (stored, project) = try await access.policy(request, to: "update")
        request.audit.resource = project.name
        let isDryRun = try await request.body().bool("dry_run") ?? false
        if isDryRun { request.audit.details = "dry run" }
        let id = try await access.retention.run(stored.id, isDryRun: isDryRun)
        return .created(location: "\(RoutePath.base)/retentions/\(stored.id)/executions/\(id)")
    }

    private func listExecutions(_ request: ManagementRequest) async throws -> Response {
        let (stored, _) = try await access.policy(request, to: "list")
        let page = try request.listRequest().page
        let found = try await results.executions(page, policyID: stored.id)
        return try .list(found.elements, total: found.total, request: request) { $0.retentionExecution($1) }
    }

    private func operate(_ request: ManagementRequest) async throws -> Response {
        let (stored, project) = try await access.policy(request, to: "update")
        let execution = try await execution(request, of: stored)
        request.audit.resource = project.name
        guard try await request.body().required("action") == "stop" else {
            throw HTTPFailure.badRequest("action in body must be stop")
        }
        try await jobs.stop(execution: execution.id)
        return .ok()
    }

    private func listTasks(_ request: ManagementRequest) async throws -> Response {
        let (stored, _) = try await access.policy(request, to: "list")
        let execution = try await execution(request, of: stored)
        let job = try await jobs.firstTasks(of: [execution.id])[execution.id]
        let found = try await results.tasks(request.listRequest().page, executionID: execution.id)
        return try .list(found.elements, total: found.total, request: request) {
            $0.retentionTask($1, of: execution, job: job)
        }
    }

    private func log(_ request: ManagementRequest) async throws -> Response {
        let task = try await task(request).task
        return RetentionLog(results: results, task: task).response
    }

    private func candidates(_ request: ManagementRequest) async throws -> Response {
        let (task, policy) = try await task(request)
        let page = try request.listRequest().page
        let outcome = try request.queryText("decision").map { word in
            guard let outcome = RetentionDecision.Outcome(rawValue: word) else {
                throw HTTPFailure.badRequest("decision in query must be RETAIN, DEL or IMMUTABLE")
            }
            return outcome
        }
        let found = try await results.candidates(page, task: task.id, outcome: outcome)
        return try .list(found.elements, total: found.total, request: request) {
            $0.retentionCandidate($1, by: policy)
        }
    }

    private func execution(_ request: ManagementRequest, of stored: StoredRetentionPolicy) async throws -> Execution {
        let id = try request.integer("eid")
        guard let found = try await results.execution(id, policyID: stored.id) else {
            throw HTTPFailure.notFound("execution \(id) not found")
        }
        return found
    }

    private func task(_ request: ManagementRequest) async throws -> (task: RetentionTask, policy: RetentionPolicy) {
        let (stored, _) = try await access.policy(request, to: "read")
        let execution = try await execution(request, of: stored)
        let id = try request.integer("tid")
        guard let found = try await results.task(id, executionID: execution.id) else {
            throw HTTPFailure.notFound("task \(id) not found")
        }
        return (found, try await results.run(execution.id)?.policy ?? stored.policy)
    }
}
