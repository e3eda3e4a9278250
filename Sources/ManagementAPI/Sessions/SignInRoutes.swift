import Access
import HTTPServing
import HTTPTypes
import Hummingbird
package import Identity
import OCI
package import SystemConfiguration

/// The routes by which people sign in to the web console and out again. They are below `/c/`, as Harbor's, and all of
/// them that change something need a forgery token: nobody can sign somebody else's browser in.
package struct SignInRoutes: Sendable {
    private static let longestForm = 64 << 10
    private let sessions: UserSessionService
    private let authentication: AuthenticationService
    private let users: UserService
    private let configuration: ConfigurationService

    package init(
        sessions: UserSessionService, authentication: AuthenticationService, users: UserService,
        configuration: ConfigurationService
    ) {
        self.sessions = sessions
        self.authentication = authentication
        self.users = users
        self.configuration = configuration
    }

    /// The operations `login`, `logOut` and `userExists`.
    package var routes: [ManagementRoute] {
        [
            .open(
                .post, "/c/login", "login", audit: AuditedAction(operation: "login", resourceType: "user"),
                isAllowedWhenReadOnly: true, handler: login),
            .open(
                .get, "/c/log_out", "logOut", audit: AuditedAction(operation: "logout", resourceType: "user"),
                handler: logOut),
            .decided(
                .post, "/c/userExists", "userExists",
                by: "administrators; anybody on the sign-up page if that is configured", isAllowedWhenReadOnly: true,
                handler: userExists),
        ]
    }

    /// Begins a session; only a password counts here, no secret that programs have.
    @Sendable private func login(_ request: ManagementRequest) async throws -> Response {
        let form = try await form(of: request)
        guard let name = form["principal"], let password = form["password"] else {
            throw HTTPFailure.badRequest("send principal and password as a form (application/x-www-form-urlencoded)")
        }
        let origin = request.context.origin
        note(request, name: name)
        let user = try await authentication.authenticate(
            username: name, password: password, address: origin.clientAddress, acceptsSecrets: false)
        request.context.exchange.principal = user.username
        let token = try await sessions.begin(
            for: user, address: origin.clientAddress, userAgent: request.request.headers[.userAgent] ?? "",
            replacing: SessionCookie.token(of: request.request))
        return Response(
            status: .ok, headers: [.setCookie: SessionCookie.field(token, isSecure: origin.scheme == "https")])
    }

    /// Ends the session; without one there is nothing to do, which is well.
    @Sendable private func logOut(_ request: ManagementRequest) async throws -> Response {
        if let session = request.session {
            note(request, name: request.caller.name)
            try await sessions.end(session)
        }
        let isSecure = request.context.origin.scheme == "https"
        return Response(status: .ok, headers: [.setCookie: SessionCookie.removal(isSecure: isSecure)])
    }

    /// Tells whether a name or an address is taken, to those whom making an account would tell it too.
    @Sendable private func userExists(_ request: ManagementRequest) async throws -> Response {
        let form = try await form(of: request)
        if !request.caller.isAdministrator {
            guard try await configuration.values().allowsSelfRegistration else {
                throw HTTPFailure.preconditionFailed(
                    "self-registration is off: ask an administrator for an account")
            }
        }
        let value = form["value"] ?? ""
        let exists =
            switch form["target"] {
            case "username": try await users.exists(username: value)
            case "email": try await users.exists(email: value)
            default: throw HTTPFailure.badRequest("target must be username or email")
            }
        return .json { $0.bool(exists) }
    }

    private func form(of request: ManagementRequest) async throws -> QueryString {
        let type = request.request.headers[.contentType] ?? "application/x-www-form-urlencoded"
        guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
            throw HTTPFailure.unsupportedMediaType("send the body as application/x-www-form-urlencoded")
        }
        let bytes = try await request.bytes()
        guard bytes.count <= Self.longestForm else {
            throw HTTPFailure.tooLarge("the form must not be larger than \(Self.longestForm) bytes")
        }
        return QueryString(String(decoding: bytes, as: UTF8.self), plusIsSpace: true)
    }

    /// The name is noted before it is known to be right: failed sign-ins belong in the audit log.
    private func note(_ request: ManagementRequest, name: String) {
        let plain = String(decoding: name.utf8.lazy.filter { $0 >= 0x20 && $0 != 0x7f }.prefix(255), as: UTF8.self)
        request.audit.resource = plain
        request.audit.operator = plain
    }
}
