package import Access
package import Catalog
package import HTTPServing
import HTTPTypes
package import Hummingbird
import Identity
import NIOCore
import OCI
package import SystemConfiguration
package import Time

/// The token service: `GET` and `POST /service/token`, and the keys that its tokens are checked with.
///
/// It follows the Docker Registry v2 token specification and its OAuth2 form. A token gives what was asked for as far
/// as it is allowed. Wrong credentials are refused even when scopes are asked for, where Harbor answers with an
/// anonymous token: a typing error then shows at once. Refresh tokens are not offered.
package struct TokenEndpoint: Sendable {
    private static let maximumForm = 64 << 10
    private let signIn: SignInService
    private let tokens: TokenAuthority
    private let granting: ScopeGranting
    private let clock: WallClock
    private let configuration: ConfigurationService

    package init(
        signIn: SignInService, tokens: TokenAuthority, authorization: AuthorizationService,
        projects: ProjectService, repositories: RepositoryDirectory, clock: WallClock,
        configuration: ConfigurationService
    ) {
        self.signIn = signIn
        self.tokens = tokens
        granting = ScopeGranting(authorization: authorization, projects: projects, repositories: repositories)
        self.clock = clock
        self.configuration = configuration
    }

    /// Adds the routes.
    package func addRoutes(to router: Router<RegistryRequestContext>) {
        router.get("/service/token") { try await get($0, $1) }
        router.post("/service/token") { try await post($0, $1) }
        router.get("/service/token/jwks") { _, context in
            context.exchange.endpoint = "/service/token/jwks"
            return JSONAnswer.response(KeySet.encoded(tokens.publicKeys))
        }
    }

    private func get(_ request: Request, _ context: RegistryRequestContext) async throws -> Response {
        context.exchange.endpoint = "/service/token"
        let query = QueryString(request.uri.query ?? "", plusIsSpace: true)
        try checkService(query["service"])
        let principal = try await principal(of: request, context: context)
        let scopes = query.all("scope")
        // This is how a wrong `docker login` without a password is refused.
        if case .anonymous = principal, scopes.isEmpty { throw Self.unauthorized() }
        return try await answer(principal, scopes: scopes, form: false)
    }

    private func post(_ request: Request, _ context: RegistryRequestContext) async throws -> Response {
        context.exchange.endpoint = "/service/token"
        try await context.acceptBody()
        let body = try await request.body.collect(upTo: Self.maximumForm)
        let form = QueryString(String(buffer: body), plusIsSpace: true)
        try checkService(form["service"])
        guard form["grant_type"] == "password", let username = form["username"], let password = form["password"] else {
            return JSONAnswer.response(
                Array(#"{"error":"unsupported_grant_type","error_description":"use grant_type=password"}"#.utf8),
                status: .badRequest)
        }
        let principal = try await signIn(username, password, context: context)
        return try await answer(principal, scopes: form.all("scope"), form: true)
    }

    private func checkService(_ name: String?) throws {
        guard let name, name != RegistryToken.service else { return }
        throw HTTPFailure(
            .badRequest, code: "BAD_REQUEST", message: "Unable to handle service: \(name.prefix(100))")
    }

    private func principal(of request: Request, context: RegistryRequestContext) async throws -> Principal {
        switch AuthorizationHeader(request.headers[.authorization]) {
        case .none: return .anonymous
        case .basic(let username, let password): return try await signIn(username, password, context: context)
        case .bearer, .malformed: throw Self.unauthorized()
        }
    }

    private func signIn(
        _ username: String, _ password: String, context: RegistryRequestContext
    ) async throws -> Principal {
        do {
            let principal = try await signIn.signIn(
                username: username, password: password, address: context.origin.clientAddress)
            context.exchange.principal = principal.name
            return principal
        } catch let refusal as AuthenticationService.Refusal {
            switch refusal {
            case .wrongCredentials: throw Self.unauthorized()
            case .slowedDown(let seconds):
                throw HTTPFailure(
                    .tooManyRequests, code: "TOOMANYREQUESTS",
                    message: "too many failed sign-ins from this address: try again in \(seconds) seconds",
                    headers: [.retryAfter: String(seconds)])
            case .busy:
                throw HTTPFailure(
                    .serviceUnavailable, code: "UNAVAILABLE", message: "too many sign-ins at once: try again",
                    headers: [.retryAfter: "2"])
            }
        }
    }

    private func answer(_ principal: Principal, scopes: [String], form: Bool) async throws -> Response {
        let access = try await granting.grant(TokenScope.parse(scopes), to: principal)
        let lifetime = try await configuration.values().tokenMinutes * 60
        let now = clock.now.seconds
        let identifier = String(UInt64.random(in: .min ... .max), radix: 16)
        let token = RegistryToken(
            principal: principal, access: access, issuedAt: now, lifetime: lifetime, identifier: identifier)
        let signed = try await tokens.sign(token)
        var writer = JSONWriter()
        writer.beginObject()
        for name in ["token", "access_token"] {
            writer.name(name)
            writer.string(signed)
        }
        writer.name("expires_in")
        writer.integer(lifetime)
        writer.name("issued_at")
        writer.string(HTTPDate.internet(secondsSince1970: Int(now)))
        if form {
            writer.name("scope")
            writer.string(access.map(Self.scope).joined(separator: " "))
        }
        writer.endObject()
        return JSONAnswer.response(writer.bytes)
    }

    private static func scope(_ access: RegistryToken.Access) -> String {
        TokenScope(type: access.type, name: access.name, actions: access.actions).description
    }

    private static func unauthorized() -> HTTPFailure {
        HTTPFailure(
            .unauthorized, code: "UNAUTHORIZED", message: "wrong username or password",
            headers: [.wwwAuthenticate: "Basic realm=\"harbor\""])
    }
}

/// Answers in JSON that no cache may keep.
enum JSONAnswer {
    static func response(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

/// The JSON Web Key Set of the signing keys (RFC 7517).
enum KeySet {
    static func encoded(_ keys: [TokenAuthority.PublicKey]) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("keys")
        writer.beginArray()
        for key in keys {
            writer.beginObject()
            let members = [
                ("kty", "EC"), ("crv", "P-256"), ("alg", "ES256"), ("use", "sig"), ("kid", key.id), ("x", key.x),
                ("y", key.y),
            ]
            for (name, value) in members {
                writer.name(name)
                writer.string(value)
            }
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }
}
