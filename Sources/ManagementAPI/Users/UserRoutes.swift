package import Access
import HTTPServing
import Hummingbird
package import Identity
import Listing
import OCI
package import SystemConfiguration

/// The routes of user accounts: listing, making, finding and deleting them. Changes are in `UserChangeRoutes`.
package struct UserRoutes: Sendable {
    private let users: UserService
    private let access: AccountAccess
    private let configuration: ConfigurationService
    private let forgery: ForgeryGuard

    package init(
        users: UserService, authorization: AuthorizationService, configuration: ConfigurationService, keys: SharedKeys
    ) {
        self.users = users
        access = AccountAccess(users: users, authorization: authorization)
        self.configuration = configuration
        forgery = ForgeryGuard(keys: keys)
    }

    /// The operations `listUsers`, `createUser`, `getCurrentUserInfo`, `searchUsers`, `getUser` and `deleteUser`.
    package var routes: [ManagementRoute] {
        [
            .system(.get, "/users", "listUsers", Permission("user", "list"), handler: list),
            .decided(
                .post, "/users", "createUser", by: "administrators; anybody on the sign-up page if that is configured",
                audit: AuditedAction(operation: "create", resourceType: "user"), handler: create),
            .signedIn(.get, "/users/current", "getCurrentUserInfo", handler: current),
            .signedIn(.get, "/users/search", "searchUsers", handler: search),
            .decided(.get, "/users/{user_id}", "getUser", by: AccountAccess.rule, handler: get),
            .system(
                .delete, "/users/{user_id}", "deleteUser", Permission("user", "delete"),
                audit: AuditedAction(operation: "delete", resourceType: "user"), handler: delete),
        ]
    }

    @Sendable private func list(_ request: ManagementRequest) async throws -> Response {
        let page = try await users.list(request.listRequest())
        return try .list(page.elements, total: page.total, request: request) { $0.user($1) }
    }

    @Sendable private func create(_ request: ManagementRequest) async throws -> Response {
        try await checkMayCreate(request)
        let body = try await request.body()
        let name = try body.string("username") ?? ""
        request.audit.resource = name
        let user = try await users.create(
            NewUser(
                username: name, password: body.string("password", maximum: 1024) ?? "",
                email: body.string("email") ?? "", realName: body.string("realname", maximum: 1024) ?? "",
                comment: body.string("comment", maximum: 1024) ?? ""))
        return .created(location: "/api/v2.0/users/\(user.id)")
    }

    /// Administrators make users. Others may make themselves one, where that is configured, and only on a page of this
    /// registry: the forgery token shows that, as no other page can read it.
    private func checkMayCreate(_ request: ManagementRequest) async throws {
        if try await access.allows(request.caller, Permission("user", "create")) { return }
        guard case .anonymous = request.caller else {
            throw HTTPFailure.forbidden("only administrators make accounts for others")
        }
        guard try await configuration.values().allowsSelfRegistration else { throw HTTPFailure.unauthenticated }
        try await forgery.check(request.request)
        request.audit.operator = "anonymous"
    }

    @Sendable private func current(_ request: ManagementRequest) async throws -> Response {
        guard case .user(let user) = request.caller else {
            throw HTTPFailure.preconditionFailed("a robot account is no user: ask for it under /robots")
        }
        return .json { $0.user(user) }
    }

    @Sendable private func search(_ request: ManagementRequest) async throws -> Response {
        guard let name = try request.queryText("username") else {
            throw HTTPFailure.unprocessable("username in query is required")
        }
        let page = try await users.list(ListRequest(page: request.listRequest().page), nameContains: name)
        return try .list(page.elements, total: page.total, request: request) { writer, user in
            writer.object {
                $0.member("user_id", user.id)
                $0.member("username", user.username)
            }
        }
    }

    @Sendable private func get(_ request: ManagementRequest) async throws -> Response {
        let user = try await access.account(of: request, Permission("user", "read"))
        return .json { $0.user(user) }
    }

    @Sendable private func delete(_ request: ManagementRequest) async throws -> Response {
        let user = try await access.account(of: request, Permission("user", "delete"))
        guard user.id != request.caller.userID else {
            throw HTTPFailure.forbidden("nobody can delete the own account: ask another administrator")
        }
        request.audit.resource = user.username
        try await users.delete(id: user.id)
        return .ok()
    }
}

extension JSONWriter {
    /// Writes an account as Harbor's `UserResp`. Where the right to everything comes from isn't told: it is always
    /// given by an administrator.
    mutating func user(_ user: User) {
        object {
            $0.member("user_id", user.id)
            $0.member("username", user.username)
            $0.member("email", user.email)
            $0.member("realname", user.realName)
            $0.member("comment", user.comment)
            $0.member("sysadmin_flag", user.isAdministrator)
            $0.member("admin_role_in_auth", false)
            $0.member("creation_time", user.createdAt)
            $0.member("update_time", user.updatedAt)
        }
    }
}
