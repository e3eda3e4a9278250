package import Access
import HTTPServing
import HTTPTypes
import Hummingbird
package import Identity

/// Recognises the sender of a request to the management API: by name and password, or by the cookie of a session.
package struct ManagementSignIn: Sendable {
    private let signIn: SignInService
    private let sessions: UserSessionService
    private let forgery: ForgeryGuard

    package init(signIn: SignInService, sessions: UserSessionService, keys: SharedKeys) {
        self.signIn = signIn
        self.sessions = sessions
        forgery = ForgeryGuard(keys: keys)
    }

    /// Whoever sends a request; throws 401 if the credentials are wrong, 429 and 503 if they weren't looked at, and
    /// 403 if a browser was made to send it.
    ///
    /// An `Authorization` header counts alone: programs that keep cookies need no forgery token. Who shows a session
    /// that has ended is told so, and not served as nobody: a page must not look as if its content were gone.
    func sender(of request: Request, context: RegistryRequestContext, route: ManagementRoute) async throws -> Sender {
        switch AuthorizationHeader(request.headers[.authorization]) {
        case .basic(let username, let password):
            return Sender(
                principal: try await signIn.signIn(
                    username: username, password: password, address: context.origin.clientAddress))
        case .bearer, .malformed: throw HTTPFailure.unauthenticated
        case .none:
            let token = SessionCookie.token(of: request)
            let session = try await session(token, of: request)
            if token != nil, session == nil, route.permission != .open { throw Self.sessionEnded }
            let isSafe = [.get, .head, .options].contains(route.method)
            if !isSafe, session != nil || route.path.description.hasPrefix("/c/") { try await forgery.check(request) }
            guard let session else { return Sender(principal: .anonymous) }
            return Sender(principal: .user(session.user), session: session.session)
        }
    }

    private static let sessionEnded = HTTPFailure(
        .unauthorized, code: "UNAUTHORIZED",
        message: "unauthorized: the session has ended: sign in again, or GET /c/log_out to go on without")

    private func session(
        _ token: SessionToken?, of request: Request
    ) async throws -> UserSessionService.Current? {
        guard let token else { return nil }
        // Pages that ask again and again by themselves must not keep a session alive.
        let isPolling = request.headers[.noRenewal].map { !$0.isEmpty && $0.lowercased() != "false" } ?? false
        return try await sessions.find(token, isRenewed: !isPolling)
    }

    /// Gives browsers the forgery token that their next request needs.
    func addForgeryToken(to response: inout Response, answering request: Request, context: RegistryRequestContext)
        async throws
    {
        guard ForgeryGuard.isWanted(by: request, path: context.exchange.path) else { return }
        try await forgery.addToken(
            to: &response, answering: request, isSecure: context.origin.scheme == "https")
    }
}

/// Whoever sends a request, and how that is known.
struct Sender: Sendable {
    let principal: Principal
    /// The session of the browser; nil for programs.
    var session: UserSession?
}
