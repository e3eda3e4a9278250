import Access
import Catalog
import HTTPServing
import HTTPTypes
import Hummingbird
import OCI
package import Retention

/// Harbor's resource `retentions`: the policies of projects, and what they would do.
package struct RetentionRoutes: Sendable {
    private let access: RetentionAccess
    private let previews: RetentionPreviewService

    package init(access: RetentionAccess, previews: RetentionPreviewService) {
        self.access = access
        self.previews = previews
    }

    /// The six routes.
    package var routes: [ManagementRoute] {
        let one = "/retentions/{id}"
        return [
            .signedIn(.get, "/retentions/metadatas", "getRentenitionMetadata") { _ in RetentionMetadata.response },
            .decided(
                .post, "/retentions", "createRetention", by: RetentionAccess.reason("create"), audit: audit("create"),
                handler: create),
            // It changes nothing.
            .decided(
                .post, "/retentions/preview", "previewRetention", by: RetentionAccess.reason("read"),
                isAllowedWhenReadOnly: true, handler: preview),
            .decided(.get, one, "getRetention", by: RetentionAccess.reason("read"), handler: get),
            .decided(
                .put, one, "updateRetention", by: RetentionAccess.reason("update"), audit: audit("update"),
                handler: update),
            .decided(
                .delete, one, "deleteRetention", by: RetentionAccess.reason("delete"), audit: audit("delete"),
                handler: delete),
        ]
    }

    private func audit(_ operation: String) -> AuditedAction {
        AuditedAction(operation: operation, resourceType: "tag-retention")
    }

    private func create(_ request: ManagementRequest) async throws -> Response {
        let (policy, project) = try await wanted(request, to: "create")
        request.audit.resource = project.name
        let id = try await access.retention.create(policy, projectName: project.name)
        return .created(location: "\(RoutePath.base)/retentions/\(id)")
    }

    private func preview(_ request: ManagementRequest) async throws -> Response {
        let (policy, _) = try await wanted(request, to: "read")
        let found = try await previews.preview(policy, repository: request.queryText("repository"))
        return .json { $0.preview(found, by: policy) }
    }

    private func get(_ request: ManagementRequest) async throws -> Response {
        let (stored, _) = try await access.policy(request, to: "read")
        let next = try await access.retention.nextRun(of: stored.id)
        return .json { $0.value(.object(stored.json(nextRunAt: next))) }
    }

    private func update(_ request: ManagementRequest) async throws -> Response {
        let (stored, project) = try await access.policy(request, to: "update")
        request.audit.resource = project.name
        try await access.retention.update(stored.id, to: RetentionPolicy(json: request.body().object))
        return .ok()
    }

    private func delete(_ request: ManagementRequest) async throws -> Response {
        let (stored, project) = try await access.policy(request, to: "delete")
        request.audit.resource = project.name
        try await access.retention.delete(stored, projectName: project.name)
        return .ok()
    }

    /// The policy of the body and its project, once the sender is found to have the right there.
    private func wanted(
        _ request: ManagementRequest, to action: String
    ) async throws -> (RetentionPolicy, Project) {
        if case .anonymous = request.caller { throw HTTPFailure.unauthenticated }
        let object = try await request.body().object
        guard let projectID = object["scope"]?.object?["ref"]?.integer else {
            throw HTTPFailure.badRequest("scope.ref in body is required: the number of the project")
        }
        let project = try await access.project(projectID, request, to: action)
        return (try RetentionPolicy(json: object), project)
    }
}
