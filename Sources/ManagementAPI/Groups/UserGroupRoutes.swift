import Access
import HTTPServing
import Hummingbird
package import Identity
import Listing
import OCI

/// The routes of user groups. Those of the members of local groups are in `UserGroupMemberRoutes`.
package struct UserGroupRoutes: Sendable {
    private let groups: UserGroupService

    package init(groups: UserGroupService) {
        self.groups = groups
    }

    /// The operations of the tag `usergroup`.
    package var routes: [ManagementRoute] {
        [
            .system(.get, "/usergroups", "listUserGroups", Permission("user-group", "list"), handler: list),
            .system(
                .post, "/usergroups", "createUserGroup", Permission("user-group", "create"),
                audit: AuditedAction(operation: "create", resourceType: "user_group"), handler: create),
            .signedIn(.get, "/usergroups/search", "searchUserGroups", handler: search),
            .system(.get, "/usergroups/{group_id}", "getUserGroup", Permission("user-group", "read"), handler: get),
            .system(
                .put, "/usergroups/{group_id}", "updateUserGroup", Permission("user-group", "update"),
                audit: AuditedAction(operation: "update", resourceType: "user_group"), handler: update),
            .system(
                .delete, "/usergroups/{group_id}", "deleteUserGroup", Permission("user-group", "delete"),
                audit: AuditedAction(operation: "delete", resourceType: "user_group"), handler: delete),
        ]
    }

    @Sendable private func list(_ request: ManagementRequest) async throws -> Response {
        let page = try await groups.list(
            request.listRequest(), nameContains: request.queryText("group_name", maximum: 1020),
            directoryName: request.queryText("ldap_group_dn", maximum: 512))
        return try .list(page.elements, total: page.total, request: request) { $0.group($1) }
    }

    @Sendable private func create(_ request: ManagementRequest) async throws -> Response {
        let body = try await request.body()
        let name = try body.string("group_name") ?? ""
        request.audit.resource = name
        let group = try await groups.create(
            NewUserGroup(
                name: name, kind: body.integer("group_type") ?? 0,
                directoryName: body.string("ldap_group_dn", maximum: 512)))
        return .created(location: "/api/v2.0/usergroups/\(group.id)")
    }

    @Sendable private func search(_ request: ManagementRequest) async throws -> Response {
        guard let name = try request.queryText("groupname", maximum: 1020) else {
            throw HTTPFailure.unprocessable("groupname in query is required")
        }
        let page = try await groups.list(ListRequest(page: request.listRequest().page), nameContains: name)
        return try .list(page.elements, total: page.total, request: request) { writer, group in
            writer.object {
                $0.member("id", group.id)
                $0.member("group_name", group.name)
                $0.member("group_type", group.kind.rawValue)
            }
        }
    }

    @Sendable private func get(_ request: ManagementRequest) async throws -> Response {
        let group = try await groups.find(id: request.integer("group_id"))
        return .json { $0.group(group) }
    }

    @Sendable private func update(_ request: ManagementRequest) async throws -> Response {
        let group = try await groups.find(id: request.integer("group_id"))
        request.audit.resource = group.name
        let body = try await request.body()
        let name = try UserGroupName(body.string("group_name") ?? "")
        // Harbor's clients send the whole group back; what can't be changed must be as it was.
        let kind = try body.integer("group_type") ?? group.kind.rawValue
        let directoryName = try body.string("ldap_group_dn", maximum: 512) ?? ""
        guard kind == group.kind.rawValue || kind == 0,
            directoryName.isEmpty || directoryName.lowercased() == group.directoryName?.lowercased()
        else { throw UserGroupError.unchangeable }
        try await groups.rename(id: group.id, to: name)
        return .ok()
    }

    @Sendable private func delete(_ request: ManagementRequest) async throws -> Response {
        let group = try await groups.find(id: request.integer("group_id"))
        request.audit.resource = group.name
        try await groups.delete(id: group.id)
        return .ok()
    }
}

extension JSONWriter {
    /// Writes a group as Harbor's `UserGroup`.
    mutating func group(_ group: UserGroup) {
        object {
            $0.member("id", group.id)
            $0.member("group_name", group.name)
            $0.member("group_type", group.kind.rawValue)
            $0.memberIfPresent("ldap_group_dn", group.directoryName)
        }
    }
}
