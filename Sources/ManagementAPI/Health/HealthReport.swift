import Logging
import OCI
import Synchronization

/// The health of all parts in Harbor's form: `{"status":…,"components":[{"name":…,"status":…}]}`.
///
/// Anybody may ask, and a check writes to the disk: an answer is given again for five seconds.
final class HealthReport: Sendable {
    private static let keptFor = Duration.seconds(5)
    private let checks: [HealthCheck]
    private let logger: Logger
    private let last = Mutex<(made: ContinuousClock.Instant, text: String)?>(nil)

    init(checks: [HealthCheck], logger: Logger) {
        self.checks = checks.sorted { $0.name < $1.name }
        self.logger = logger
    }

    /// The report of this moment, or of at most five seconds ago.
    func current() async -> String {
        if let known = last.withLock({ $0 }), known.made.duration(to: .now) < Self.keptFor { return known.text }
        let text = await report()
        last.withLock { $0 = (.now, text) }
        return text
    }

    private func report() async -> String {
        let states = await withTaskGroup(of: (Int, Bool).self) { group in
            for (index, check) in checks.enumerated() {
                group.addTask { (index, await self.isHealthy(check)) }
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
}
