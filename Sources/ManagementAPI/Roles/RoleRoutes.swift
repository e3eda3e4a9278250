package import Access
package import HTTPServing
import Hummingbird
import Listing
import OCI

/// The roles that members of projects may have: Harbor's five and those that administrators make.
package struct RoleRoutes: Sendable {
    private static let mayChange = Permission("role", "update")
    private let roles: RoleService

    package init(roles: RoleService) {
        self.roles = roles
    }

    /// Reading is for whoever is signed in, so that the API itself says what the numbers of roles mean.
    package var routes: [ManagementRoute] {
        [
            .signedIn(.get, "/roles", "listRoles", handler: list),
            .system(
                .post, "/roles", "createRole", Self.mayChange,
                audit: AuditedAction(operation: "create", resourceType: "role"), handler: create),
            .signedIn(.get, "/roles/{role_id}", "getRole", handler: get),
            .system(
                .put, "/roles/{role_id}", "updateRole", Self.mayChange,
                audit: AuditedAction(operation: "update", resourceType: "role"), handler: update),
            .system(
                .delete, "/roles/{role_id}", "deleteRole", Self.mayChange,
                audit: AuditedAction(operation: "delete", resourceType: "role"), handler: delete),
        ]
    }

    @Sendable private func list(_ request: ManagementRequest) async throws -> Response {
        let page = try request.listRequest(defaultPageSize: 100).page
        let all = try await roles.list()
        let shown = all.dropFirst(page.offset).prefix(page.limit)
        return try .list(Array(shown), total: Int64(all.count), request: request, defaultPageSize: 100) {
            Self.write($1, to: &$0)
        }
    }

    @Sendable private func create(_ request: ManagementRequest) async throws -> Response {
        let content = try Self.content(await request.body())
        request.audit.resource = content.name
        let id = try await roles.create(content)
        return .created(location: "/api/v2.0/roles/\(id)")
    }

    @Sendable private func get(_ request: ManagementRequest) async throws -> Response {
        let role = try await roles.find(id: request.integer("role_id"))
        return .json { Self.write(role, to: &$0) }
    }

    @Sendable private func update(_ request: ManagementRequest) async throws -> Response {
        let id = try request.integer("role_id")
        request.audit.resource = try await roles.find(id: id).name
        try await roles.update(id: id, to: Self.content(await request.body()))
        return .ok()
    }

    @Sendable private func delete(_ request: ManagementRequest) async throws -> Response {
        let id = try request.integer("role_id")
        request.audit.resource = try await roles.find(id: id).name
        try await roles.delete(id: id)
        return .ok()
    }

    private static func content(_ body: JSONBody) throws -> RoleContent {
        let permissions = try (body.objects("permissions", maximum: 500) ?? []).map { entry in
            Permission(try entry.required("resource", maximum: 64), try entry.required("action", maximum: 64))
        }
        return try RoleContent(
            name: body.required("name"),
            description: body.string("description", maximum: 1024, multiline: true) ?? "", permissions: permissions)
    }

    private static func write(_ role: Role, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", role.id)
            writer.member("name", role.name)
            writer.member("description", role.description)
            writer.member("is_builtin", role.isBuiltIn)
            writer.member("permissions", array: role.permissions) { writer, permission in
                writer.object {
                    $0.member("resource", permission.resource)
                    $0.member("action", permission.action)
                }
            }
        }
    }
}

extension RoleError: ManagementFailure {
    /// 400 for wrong parts, 409 for a taken name, 404 for no such role, 412 for one that can't be changed now.
    package var httpFailure: HTTPFailure {
        switch self {
        case .invalidName, .invalidDescription, .unknownPermission, .noPermissions: .badRequest(description)
        case .nameTaken: .conflict(description)
        case .unknown: .notFound(description)
        case .builtIn, .inUse, .tooMany: .preconditionFailed(description)
        }
    }
}
