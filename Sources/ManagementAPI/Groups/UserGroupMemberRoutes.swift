import Access
import HTTPServing
import Hummingbird
package import Identity
import Listing
import OCI

/// The routes of the members of local groups: Haven's own, as Harbor's groups all come from elsewhere.
package struct UserGroupMemberRoutes: Sendable {
    private static let update = AuditedAction(operation: "update", resourceType: "user_group")
    private let groups: UserGroupService
    private let users: UserService

    package init(groups: UserGroupService, users: UserService) {
        self.groups = groups
        self.users = users
    }

    /// The operations `listUserGroupMembers`, `addUserGroupMember` and `removeUserGroupMember`.
    package var routes: [ManagementRoute] {
        [
            .system(
                .get, "/usergroups/{group_id}/members", "listUserGroupMembers", Permission("user-group", "read"),
                handler: list),
            .system(
                .post, "/usergroups/{group_id}/members", "addUserGroupMember", Permission("user-group", "update"),
                audit: Self.update, handler: add),
            .system(
                .delete, "/usergroups/{group_id}/members/{user_id}", "removeUserGroupMember",
                Permission("user-group", "update"), audit: Self.update, handler: remove),
        ]
    }

    @Sendable private func list(_ request: ManagementRequest) async throws -> Response {
        let page = try await groups.members(of: request.integer("group_id"), page: request.listRequest().page)
        return try .list(page.elements, total: page.total, request: request) { writer, member in
            writer.object {
                $0.member("user_id", member.userID)
                $0.member("username", member.username)
                $0.member("realname", member.realName)
                $0.member("creation_time", member.joinedAt)
            }
        }
    }

    @Sendable private func add(_ request: ManagementRequest) async throws -> Response {
        // A group may have rights in projects that the robot has none in.
        if case .robot = request.caller { throw HTTPFailure.forbidden("robot accounts can't put users into groups") }
        let group = try await groups.find(id: request.integer("group_id"))
        let user = try await user(of: request.body())
        note(request, group, "add \(user.username)")
        try await groups.add(user, to: group.id)
        return .created(location: "/api/v2.0/usergroups/\(group.id)/members/\(user.id)")
    }

    private func user(of body: JSONBody) async throws -> User {
        switch (try body.integer("user_id", in: 0 ... .max), try body.string("username")) {
        case (let id?, nil):
            guard let user = try await users.find(id: id) else { throw UserGroupError.unknownUser(String(id)) }
            return user
        case (nil, let name?):
            guard try await users.exists(username: name) else { throw UserGroupError.unknownUser(name) }
            return try await users.find(named: name)
        default: throw HTTPFailure.badRequest("name one user in the body: either user_id or username")
        }
    }

    @Sendable private func remove(_ request: ManagementRequest) async throws -> Response {
        let group = try await groups.find(id: request.integer("group_id"))
        let userID = try request.integer("user_id")
        note(request, group, "remove user \(userID)")
        try await groups.remove(userID: userID, from: group.id)
        return .ok()
    }

    private func note(_ request: ManagementRequest, _ group: UserGroup, _ details: String) {
        request.audit.resource = group.name
        request.audit.details = details
    }
}
