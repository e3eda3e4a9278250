package import HTTPServing
import HTTPTypes
package import Hummingbird
package import Logging
import NIOCore
import OCI

/// The routes that tell whether the registry is there and well: `/api/v2.0/ping`, `/api/v2.0/health`, `/api/version`.
///
/// They need no sign-in, as in Harbor; errors say which part fails and not why.
package struct SystemRoutes: Sendable {
    private let checks: [HealthCheck]
    private let logger: Logger

    package init(checks: [HealthCheck], logger: Logger) {
        self.checks = checks.sorted { $0.name < $1.name }
        self.logger = logger
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
            return Self.response(await health(), contentType: "application/json; charset=utf-8")
        }
    }

    /// Always answered with 200, as Harbor does: `{"status":…,"components":[{"name":…,"status":…}]}`.
    private func health() async -> String {
        let states = await withTaskGroup(of: (Int, Bool).self) { group in
            for (index, check) in checks.enumerated() {
                group.addTask { (index, await isHealthy(check)) }
            }
            var states = [Bool](repeating: false, count: checks.count)
            for await (index, isHealthy) in group { states[index] = isHealthy }
            return states
        }
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("status")
        writer.string(states.contains(false) ? "unhealthy" : "healthy")
        writer.name("components")
        writer.beginArray()
        for (check, isHealthy) in zip(checks, states) {
            writer.beginObject()
            writer.name("name")
            writer.string(check.name)
            writer.name("status")
            writer.string(isHealthy ? "healthy" : "unhealthy")
            if !isHealthy {
                writer.name("error")
                writer.string("\(check.name) does not answer: see the server's log")
            }
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private func isHealthy(_ check: HealthCheck) async -> Bool {
        do {
            try await check.check()
            return true
        } catch {
            logger.error("unhealthy", metadata: ["component": "\(check.name)", "error": "\(error)"])
            return false
        }
    }

    private static func response(_ text: String, contentType: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
