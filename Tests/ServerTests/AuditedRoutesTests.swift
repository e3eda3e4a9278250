import Auditing
import HTTPTypes
import Logging
import ManagementAPI
import RegistryTesting
import Server
import Testing

@Suite struct AuditedRoutesTests {
    @Test func everyRecordedEventCanBeSwitchedOff() async throws {
        let routes = try await TemporaryDirectory.with { directory in
            let settings = try Settings(file: nil, options: [.dataDirectory: directory + "/data"], environment: [:])
            let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            return try await RegistryServer(settings: settings, logger: logger).managementRoutes()
        }
        let known = Set(AuditEventType.all)
        for route in routes {
            guard let action = route.audit else { continue }
            let type = "\(action.operation)_\(action.resourceType)"
            #expect(known.contains(type), "\(route.operation) records \(type), which AuditEventType doesn't have")
        }
        #expect(routes.contains { $0.audit != nil })
        #expect(known.count == AuditEventType.all.count, "a kind is listed twice")
    }

    @Test func everyChangeIsRecorded() async throws {
        let routes = try await TemporaryDirectory.with { directory in
            let settings = try Settings(file: nil, options: [.dataDirectory: directory + "/data"], environment: [:])
            let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            return try await RegistryServer(settings: settings, logger: logger).managementRoutes()
        }
        // Asking by POST changes nothing.
        let asking = ["userExists", "previewWebhook", "previewSystemWebhook", "previewRetention"]
        let later = Set(LaterFeatureRoutes().routes.map(\.operation) + asking)
        for route in routes where route.method != .get && route.method != .head && !later.contains(route.operation) {
            #expect(route.audit != nil, "\(route.operation) changes something that nobody would hear of")
        }
    }
}
