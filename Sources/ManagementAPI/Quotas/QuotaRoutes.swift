import Access
import Catalog
import HTTPServing
import HTTPTypes
import Hummingbird
import Listing
import OCI
package import Quotas

/// What projects may hold and hold: `/quotas`.
package struct QuotaRoutes: Sendable {
    private let service: QuotaService

    package init(service: QuotaService) { self.service = service }

    /// The three routes.
    package var routes: [ManagementRoute] {
        [
            .system(.get, "/quotas", "listQuotas", Permission("quota", "list"), handler: list),
            .system(.get, "/quotas/{id}", "getQuota", Permission("quota", "read"), handler: get),
            .system(
                .put, "/quotas/{id}", "updateQuota", Permission("quota", "update"),
                audit: AuditedAction(operation: "update", resourceType: "quota"), handler: update),
        ]
    }

    private func list(_ request: ManagementRequest) async throws -> Response {
        let list = try request.listRequest()
        let reference = try request.queryText("reference") ?? "project"
        let wanted = try request.queryText("reference_id")
        let project = wanted.flatMap { Int64($0) }
        // Only projects have quotas, and their identifiers are numbers: nothing else has any.
        let isNothing = reference != "project" || (wanted != nil && project == nil)
        let found =
            isNothing
            ? Listed(elements: [], total: 0) : try await service.list(list, projectID: project)
        return try .list(found.elements, total: found.total, request: request, Self.write)
    }

    private func get(_ request: ManagementRequest) async throws -> Response {
        let id = try request.integer("id")
        guard let quota = try await service.quota(projectID: id) else { throw QuotaError.unknown(id) }
        return .json { Self.write(&$0, quota) }
    }

    private func update(_ request: ManagementRequest) async throws -> Response {
        let id = try request.integer("id")
        let limit = try QuotaUpdateBody(await request.body()).limit()
        guard let quota = try await service.quota(projectID: id) else { throw QuotaError.unknown(id) }
        request.audit.resource = quota.projectName
        try await service.setLimit(limit, projectID: id)
        return .ok()
    }

    private static func write(_ writer: inout JSONWriter, _ quota: Quota) {
        writer.object { writer in
            writer.member("id", quota.id)
            writer.member("ref") { writer in
                writer.member("id", quota.id)
                writer.member("name", quota.projectName)
                writer.member("owner_name", quota.ownerName)
            }
            writer.member("hard") { $0.member("storage", quota.limit.number) }
            writer.member("used") { $0.member("storage", quota.used) }
            writer.member("creation_time", quota.createdAt)
            writer.member("update_time", quota.updatedAt)
        }
    }
}
