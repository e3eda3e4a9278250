package import Identity

/// Tells who sends a request, from a name and a secret or from a token: users and robots.
package final class SignInService: Sendable {
    private let authentication: AuthenticationService
    private let accounts: AccountDirectory

    package init(authentication: AuthenticationService, accounts: AccountDirectory) {
        self.authentication = authentication
        self.accounts = accounts
    }

    /// Recognises a user by a password or a robot by its secret; `address` is where the attempt comes from.
    ///
    /// Throws `AuthenticationService.Refusal`, `DatabaseError`. A robot that is disabled or has expired is refused as
    /// if its secret were wrong.
    package func signIn(username: String, password: String, address: String) async throws -> Principal {
        .user(try await authentication.authenticate(username: username, password: password, address: address))
    }

    /// Whoever a token was made for, as it is now; nil if it has gone, is disabled or has another secret.
    package func principal(of token: RegistryToken) async throws -> Principal? {
        if token.rid != nil { return nil }
        guard let id = token.uid else { return .anonymous }
        guard let user = try await accounts.user(id: id), user.passwordVersion == token.pwv else { return nil }
        return .user(user)
    }
}
