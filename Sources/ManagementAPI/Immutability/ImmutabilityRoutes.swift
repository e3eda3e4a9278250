import Access
import Catalog
import HTTPServing
import HTTPTypes
import Hummingbird
package import Immutability
import Listing
import OCI

/// The rules of a project that keep tags as they are: `/projects/{project_name_or_id}/immutabletagrules`.
package struct ImmutabilityRoutes: Sendable {
    private static let path = "/projects/{project_name_or_id}/immutabletagrules"
    private static let rulePath = path + "/{immutable_rule_id}"
    private let service: ImmutabilityService

    package init(service: ImmutabilityService) { self.service = service }

    /// The four routes.
    package var routes: [ManagementRoute] {
        [
            .project(.get, Self.path, "ListImmuRules", Permission("immutable-tag", "list"), handler: list),
            .project(
                .post, Self.path, "CreateImmuRule", Permission("immutable-tag", "create"),
                audit: AuditedAction(operation: "create", resourceType: "immutable"), handler: create),
            .project(
                .put, Self.rulePath, "UpdateImmuRule", Permission("immutable-tag", "update"),
                audit: AuditedAction(operation: "update", resourceType: "immutable"), handler: update),
            .project(
                .delete, Self.rulePath, "DeleteImmuRule", Permission("immutable-tag", "delete"),
                audit: AuditedAction(operation: "delete", resourceType: "immutable"), handler: delete),
        ]
    }

    private func list(_ request: ManagementRequest, project: Project) async throws -> Response {
        let found = try await service.list(request.listRequest(), projectID: project.id)
        return try .list(found.elements, total: found.total, request: request) { $1.write(to: &$0) }
    }

    private func create(_ request: ManagementRequest, project: Project) async throws -> Response {
        request.audit.resource = project.name
        let rule = try ImmutableRuleBody(await request.body()).content()
        let id = try await service.create(rule, projectID: project.id, projectName: project.name)
        return .created(location: "\(request.context.exchange.path)/\(id)")
    }

    private func update(_ request: ManagementRequest, project: Project) async throws -> Response {
        request.audit.resource = project.name
        let id = try request.integer("immutable_rule_id")
        let body = ImmutableRuleBody(try await request.body())
        let known = try await service.rule(id, projectID: project.id).content
        try await service.update(
            id, to: body.content(changing: known), projectID: project.id, projectName: project.name)
        return .ok()
    }

    private func delete(_ request: ManagementRequest, project: Project) async throws -> Response {
        request.audit.resource = project.name
        try await service.delete(
            request.integer("immutable_rule_id"), projectID: project.id, projectName: project.name)
        return .ok()
    }
}
