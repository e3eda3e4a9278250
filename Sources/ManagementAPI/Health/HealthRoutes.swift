import HTTPTypes
import Hummingbird
package import Logging
import NIOCore

/// The routes that tell whether the registry is there and well: `/ping`, `/health`, and `/api/version`.
///
/// They need no sign-in, as in Harbor; errors say which part fails and not why.
package struct HealthRoutes: Sendable {
    private let health: HealthReport

    package init(checks: [HealthCheck], logger: Logger) {
        health = HealthReport(checks: checks, logger: logger)
    }

    /// The operations `getPing`, `getHealth` and `getVersion`.
    package var routes: [ManagementRoute] {
        [
            .open(.get, "/ping", "getPing") { _ in
                Self.response("Pong", contentType: "text/plain; charset=utf-8")
            },
            .open(.get, "/api/version", "getVersion") { _ in
                Self.response(#"{"version":"v2.0"}"#, contentType: "application/json; charset=utf-8")
            },
            .open(.get, "/health", "getHealth") { [health] _ in
                Self.response(await health.current(), contentType: "application/json; charset=utf-8")
            },
        ]
    }

    private static func response(_ text: String, contentType: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
