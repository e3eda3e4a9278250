package import HTTPServing
import HTTPTypes
package import Hummingbird
package import Logging
import NIOCore

/// The routes that tell whether the registry is there and well: `/api/v2.0/ping`, `/api/v2.0/health`, `/api/version`.
///
/// They need no sign-in, as in Harbor; errors say which part fails and not why.
package struct SystemRoutes: Sendable {
    private let health: HealthReport

    package init(checks: [HealthCheck], logger: Logger) {
        health = HealthReport(checks: checks, logger: logger)
    }

    /// Adds the routes.
    package func addRoutes(to router: Router<RegistryRequestContext>) {
        router.get("/api/v2.0/ping") { _, context in
            context.exchange.endpoint = "/api/v2.0/ping"
            return Self.response("Pong", contentType: "text/plain; charset=utf-8")
        }
        router.get("/api/version") { _, context in
            context.exchange.endpoint = "/api/version"
            return Self.response(#"{"version":"v2.0"}"#, contentType: "application/json; charset=utf-8")
        }
        router.get("/api/v2.0/health") { _, context in
            context.exchange.endpoint = "/api/v2.0/health"
            return Self.response(await health.current(), contentType: "application/json; charset=utf-8")
        }
    }

    private static func response(_ text: String, contentType: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
