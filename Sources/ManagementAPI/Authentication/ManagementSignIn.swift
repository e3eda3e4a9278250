package import Access
import HTTPServing
import HTTPTypes
import Hummingbird
import Identity

/// Recognises the sender of a request to the management API.
package struct ManagementSignIn: Sendable {
    private let signIn: SignInService

    package init(signIn: SignInService) {
        self.signIn = signIn
    }

    /// Whoever sends a request; throws 401 if the credentials are wrong, 429 and 503 if they weren't looked at.
    func caller(of request: Request, context: RegistryRequestContext) async throws -> Principal {
        switch AuthorizationHeader(request.headers[.authorization]) {
        case .none: return .anonymous
        case .basic(let username, let password):
            return try await principal(username, password, address: context.origin.clientAddress)
        case .bearer, .malformed: throw HTTPFailure.unauthenticated
        }
    }

    private func principal(_ username: String, _ password: String, address: String) async throws -> Principal {
        do {
            return try await signIn.signIn(username: username, password: password, address: address)
        } catch let refusal as AuthenticationService.Refusal {
            switch refusal {
            case .wrongCredentials: throw HTTPFailure.unauthenticated
            case .slowedDown(let seconds):
                throw HTTPFailure(
                    .tooManyRequests, code: "TOO_MANY_REQUEST",
                    message: "too many failed sign-ins from this address: try again in \(seconds) seconds",
                    headers: [.retryAfter: String(seconds)])
            case .busy: throw HTTPFailure.unavailable("too many sign-ins at once")
            }
        }
    }
}
