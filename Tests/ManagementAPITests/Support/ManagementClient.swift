import Access
import HTTPServing
import HTTPTypes
import Hummingbird
import Identity
import Logging
import ManagementAPI
import NIOCore
import NIOEmbedded
import OCI
import RegistryTesting
import SQL

/// Sends requests to routes of the management API of a registry, without a network.
struct ManagementClient {
    /// What came back.
    struct Answer: CustomStringConvertible {
        let status: Int
        let headers: HTTPFields
        let body: String

        /// The body as JSON; null if it is none.
        var json: JSONValue { (try? JSONValue(parsing: Array(body.utf8))) ?? .null }
        /// The code of the first error.
        var code: String? { json["errors"]?.array?.first?["code"]?.string }
        /// The cookies that the answer sets, by name.
        var cookies: [String: String] {
            let pairs = headers[values: .setCookie].compactMap { field -> (String, String)? in
                let pair = field.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
                return pair.count == 2 ? (String(pair[0]), String(pair[1])) : nil
            }
            return Dictionary(pairs) { $1 }
        }

        var description: String { "\(status) \(body)" }
    }

    /// What was sent to the audit log.
    let audited = Recording<AuditedRequest>()
    private let middleware: ManagementMiddleware

    /// Makes a client of the routes that belong to people: users, groups and sessions.
    init(_ registry: RegistryFixture) throws {
        let authentication = try AuthenticationService(
            database: registry.database, hashing: registry.passwords, accounts: registry.accounts)
        let keys = SharedKeys(database: registry.database)
        let routes =
            UserRoutes(
                users: registry.users, authorization: registry.authorization, configuration: registry.configuration,
                keys: keys
            ).routes
            + UserChangeRoutes(
                users: registry.users, authentication: authentication, authorization: registry.authorization
            ).routes
            + UserGroupRoutes(groups: registry.groups).routes
            + UserGroupMemberRoutes(groups: registry.groups, users: registry.users).routes
            + SessionRoutes(sessions: registry.sessions).routes
            + SignInRoutes(
                sessions: registry.sessions, authentication: authentication, users: registry.users,
                configuration: registry.configuration
            ).routes
        self.init(registry, routes: routes)
    }

    /// Makes a client of some routes.
    init(_ registry: RegistryFixture, routes: [ManagementRoute]) {
        let keys = SharedKeys(database: registry.database)
        middleware = ManagementMiddleware(
            table: RouteTable(routes),
            access: ManagementAccess(
                signIn: ManagementSignIn(signIn: registry.signIn, sessions: registry.sessions, keys: keys),
                authorization: registry.authorization, projects: registry.projects,
                repositories: registry.repositories, isReadOnly: { false },
                auditing: { [audited] in audited.append($0) },
                translate: { _ in nil }))
    }

    /// Sends a request.
    @discardableResult
    func send(
        _ method: HTTPRequest.Method, _ path: String, as user: String? = nil,
        password: String = RegistryFixture.password, headers: HTTPFields = [:], cookies: [String: String] = [:],
        body: String? = nil, type: String = "application/json"
    ) async throws -> Answer {
        var fields = headers
        if let user { fields[.authorization] = "Basic \(Self.base64("\(user):\(password)"))" }
        if !cookies.isEmpty { fields[.cookie] = cookies.map { "\($0)=\($1)" }.joined(separator: "; ") }
        if body != nil { fields[.contentType] = type }
        let target = path.hasPrefix("/c/") ? path : "/api/v2.0\(path)"
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "registry.test", path: target, headerFields: fields)
        let channel = NIOAsyncTestingChannel()
        try await channel.pipeline.addHandler(BodyAcceptance()).get()
        let context = RegistryRequestContext(
            source: .init(
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, channel: channel,
                exchange: Exchange(head: head),
                origin: RequestOrigin(clientAddress: "192.0.2.7", scheme: "https", authority: "registry.test")))
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body ?? "")))
        let response = try await middleware.handle(request, context: context) { _, _ in Response(status: .notFound) }
        let collected = Collected()
        try await response.body.write(Writer(collected: collected))
        _ = try? await channel.finish()
        return Answer(
            status: response.status.code, headers: response.headers,
            body: String(decoding: collected.bytes.elements.joined(), as: UTF8.self))
    }

    private static func base64(_ text: String) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var encoded = ""
        var buffer = 0
        var bits = 0
        for byte in text.utf8 {
            buffer = (buffer << 8 | Int(byte)) & 0xffff
            bits += 8
            while bits >= 6 {
                bits -= 6
                encoded.append(letters[buffer >> bits & 63])
            }
        }
        if bits > 0 { encoded.append(letters[buffer << (6 - bits) & 63]) }
        return encoded
    }

    private final class Collected: Sendable {
        let bytes = Recording<[UInt8]>()
    }

    private struct Writer: ResponseBodyWriter {
        let collected: Collected

        mutating func write(_ buffer: ByteBuffer) async throws { collected.bytes.append(Array(buffer: buffer)) }
        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    /// Stands for the connection, which may be told to ask for the body.
    private final class BodyAcceptance: ChannelOutboundHandler, Sendable {
        typealias OutboundIn = Any

        func triggerUserOutboundEvent(
            context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
        ) {
            promise?.succeed()
        }
    }
}

/// A browser: it keeps cookies and the forgery token.
final class TestBrowser {
    private let client: ManagementClient
    private(set) var cookies: [String: String] = [:]
    private(set) var token: String?

    init(_ client: ManagementClient) {
        self.client = client
    }

    /// Sends a request as a page of the registry would.
    @discardableResult
    func send(
        _ method: HTTPRequest.Method, _ path: String, body: String? = nil, type: String = "application/json",
        headers: HTTPFields = [:], isTokenSent: Bool = true
    ) async throws -> ManagementClient.Answer {
        var fields = headers
        if isTokenSent, method != .get, let token { fields[Self.tokenName] = token }
        let answer = try await client.send(
            method, path, headers: fields, cookies: cookies, body: body, type: type)
        cookies.merge(answer.cookies) { $1 }
        token = answer.headers[Self.tokenName] ?? token
        return answer
    }

    /// Signs in by the form; a first request gets the token.
    @discardableResult
    func signIn(_ user: String, _ password: String = RegistryFixture.password) async throws -> ManagementClient.Answer {
        try await send(.get, "/c/login")
        return try await send(
            .post, "/c/login", body: "principal=\(user)&password=\(password)",
            type: "application/x-www-form-urlencoded")
    }

    /// Takes a cookie over.
    func set(_ name: String, _ value: String?) { cookies[name] = value }

    static let tokenName = HTTPField.Name.constant("X-Harbor-CSRF-Token")
}
