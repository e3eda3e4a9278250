import Access
import HTTPServing
import Identity

/// Decides who may see and change an account: its user, and whoever has the right to all accounts.
struct AccountAccess: Sendable {
    /// The rule as the API's description has it.
    static let rule = "the user itself, administrators and robots with the right"

    let users: UserService
    let authorization: AuthorizationService

    /// Whether a caller has a right to all accounts.
    func allows(_ caller: Principal, _ permission: Permission) async throws -> Bool {
        try await authorization.allowsSystem(caller, permission)
    }

    /// The user that the path names as `user_id`, once the caller was found to have the right; throws 401, 403 and 404.
    ///
    /// A missing user is told apart from another's account only to those with the right to all. Robots don't change
    /// administrators: they could otherwise make themselves one.
    func account(of request: ManagementRequest, _ permission: Permission) async throws -> User {
        let id = try request.integer("user_id")
        if case .anonymous = request.caller { throw HTTPFailure.unauthenticated }
        if request.caller.userID != id {
            guard try await allows(request.caller, permission) else { throw HTTPFailure.forbidden() }
        }
        guard let user = try await users.find(id: id) else { throw AccountError.unknownNumber(id) }
        if case .robot = request.caller, user.isAdministrator, permission.action != "read" {
            throw HTTPFailure.forbidden("robot accounts can't change administrators")
        }
        return user
    }
}
