package import Access
import HTTPServing
import Hummingbird
package import Identity

/// The routes that change user accounts: profile, password, command-line secret, and the right to everything.
package struct UserChangeRoutes: Sendable {
    private static let update = AuditedAction(operation: "update", resourceType: "user")
    private let users: UserService
    private let authentication: AuthenticationService
    private let access: AccountAccess

    package init(users: UserService, authentication: AuthenticationService, authorization: AuthorizationService) {
        self.users = users
        self.authentication = authentication
        access = AccountAccess(users: users, authorization: authorization)
    }

    /// The operations `updateUserProfile`, `setUserSysAdmin`, `updateUserPassword`, `setCliSecret`, and Haven's own
    /// `deleteCliSecret`.
    package var routes: [ManagementRoute] {
        [
            .decided(
                .put, "/users/{user_id}", "updateUserProfile", by: AccountAccess.rule, audit: Self.update,
                handler: updateProfile),
            .system(
                .put, "/users/{user_id}/sysadmin", "setUserSysAdmin", Permission("user", "update"),
                audit: Self.update, handler: setAdministrator),
            .decided(
                .put, "/users/{user_id}/password", "updateUserPassword", by: AccountAccess.rule, audit: Self.update,
                handler: updatePassword),
            .decided(
                .put, "/users/{user_id}/cli_secret", "setCliSecret", by: AccountAccess.rule, audit: Self.update,
                handler: setSecret),
            .decided(
                .delete, "/users/{user_id}/cli_secret", "deleteCliSecret", by: AccountAccess.rule,
                audit: Self.update, handler: deleteSecret),
        ]
    }

    private func account(_ request: ManagementRequest, _ details: String) async throws -> User {
        let user = try await access.account(of: request, Permission("user", "update"))
        request.audit.resource = user.username
        request.audit.details = "\(details) of \(user.username)"
        return user
    }

    @Sendable private func updateProfile(_ request: ManagementRequest) async throws -> Response {
        let user = try await account(request, "change the profile")
        let body = try await request.body()
        try await users.updateProfile(
            id: user.id,
            ProfileChange(
                email: body.string("email"), realName: body.string("realname", maximum: 1024),
                comment: body.string("comment", maximum: 1024)))
        return .ok()
    }

    @Sendable private func setAdministrator(_ request: ManagementRequest) async throws -> Response {
        if case .robot = request.caller { throw HTTPFailure.forbidden("robot accounts can't make administrators") }
        let user = try await account(request, "change the right to everything")
        guard let flag = try await request.body().bool("sysadmin_flag") else {
            throw HTTPFailure.badRequest("sysadmin_flag in body is required: true or false")
        }
        request.audit.details = "\(flag ? "make" : "stop being") administrator: \(user.username)"
        try await users.setAdministrator(id: user.id, flag)
        return .ok()
    }

    @Sendable private func updatePassword(_ request: ManagementRequest) async throws -> Response {
        let user = try await account(request, "change the password")
        try refuseRobots(request)
        let body = try await request.body()
        if request.caller.userID == user.id {
            let old = try body.string("old_password", maximum: 1024) ?? ""
            try await checkPassword(old, of: user, address: request.context.origin.clientAddress)
        }
        let password = try Password(body.string("new_password", maximum: 1024) ?? "")
        try await users.changePassword(id: user.id, to: password)
        return .ok()
    }

    /// Whoever sets a user's password can sign in as that user, with rights that a robot was never given.
    private func refuseRobots(_ request: ManagementRequest) throws {
        guard case .robot = request.caller else { return }
        throw HTTPFailure.forbidden("robot accounts can't set the passwords and secrets of users")
    }

    /// Guesses are slowed down as sign-ins are: an open session must not be a way to find the password.
    private func checkPassword(_ text: String, of user: User, address: String) async throws {
        do {
            let found = try await authentication.authenticate(
                username: user.username, password: text, address: address, acceptsSecrets: false)
            guard found.id == user.id else { throw AuthenticationService.Refusal.wrongCredentials }
        } catch AuthenticationService.Refusal.wrongCredentials {
            throw HTTPFailure.forbidden("old_password is not the current password")
        }
    }

    @Sendable private func setSecret(_ request: ManagementRequest) async throws -> Response {
        let user = try await account(request, "set the command-line secret")
        try refuseRobots(request)
        let secret = try Password(await request.body().string("secret", maximum: 1024) ?? "")
        try await users.setCommandLineSecret(id: user.id, to: secret)
        return .ok()
    }

    @Sendable private func deleteSecret(_ request: ManagementRequest) async throws -> Response {
        let user = try await account(request, "remove the command-line secret")
        try await users.setCommandLineSecret(id: user.id, to: nil)
        return .ok()
    }
}
