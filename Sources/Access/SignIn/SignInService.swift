package import Identity

/// Tells who sends a request from a name and a password.
package struct SignInService: Sendable {
    private let authentication: AuthenticationService

    package init(authentication: AuthenticationService) {
        self.authentication = authentication
    }

    /// Recognises a principal; `address` is where the attempt comes from.
    ///
    /// Throws `AuthenticationService.Refusal`, `DatabaseError`.
    package func signIn(username: String, password: String, address: String) async throws -> Principal {
        .user(try await authentication.authenticate(username: username, password: password, address: address))
    }
}
