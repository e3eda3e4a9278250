import Auditing
import Listing
import Prometheus
import RegistryTesting
import Testing
import Time

@Suite struct SyslogMessageTests {
    private let origin = SyslogOrigin(hostName: "registry.example", processID: "42")

    /// The record that the log makes of an entry.
    private func record(_ entry: AuditEntry) async throws -> AuditRecord {
        try await RegistryFixture.with(.sqlite) { registry in
            let recorder = AuditRecorder(
                database: registry.database, clock: registry.clock.wallClock, configuration: registry.configuration,
                metrics: MetricsRegistry())
            recorder.note(entry)
            try await recorder.flush()
            let log = AuditLogService(database: registry.database)
            return try #require(try await log.list(ListRequest(), scope: .everything).elements.first)
        }
    }

    @Test func hasWhatTheSpecificationAsksFor() async throws {
        let record = try await record(
            AuditEntry(
                operator: #"a"]\b"#, operation: "create", resourceType: "project", resource: "li\nbrary",
                description: "made by 王\u{85}<110>1 forged\u{2028}line", projectID: 1))
        let text = String(decoding: SyslogMessage(record, from: origin, maximum: 2048).bytes, as: UTF8.self)
        let time = record.time.internetText
        #expect(
            text
                == "<110>1 \(time) registry.example haven 42 create_project [audit@32473 id=\"1\" "
                + #"operator="a\"\]\\b" operation="create" resourceType="project" success="true" resource="li brary"] "#
                + "\u{feff}made by 王 <110>1 forged line")
    }

    @Test func failuresAreWarnings() async throws {
        let record = try await record(
            AuditEntry(operator: "", operation: "login", resourceType: "user", resource: "bob", isSuccess: false))
        let text = String(decoding: SyslogMessage(record, from: origin, maximum: 2048).bytes, as: UTF8.self)
        #expect(text.hasPrefix("<108>1 ") && text.contains(#"operator="anonymous""#))
        #expect(text.contains(#"success="false""#))
    }

    @Test(arguments: ["x", "\"", "]\\", "ä", "王", "\u{1f600}"])
    func isCutToItsBound(_ unit: String) async throws {
        let long = String(repeating: unit, count: 3000)
        let record = try await record(
            AuditEntry(
                operator: long, operation: long, resourceType: long, resource: long, description: long, projectID: 1))
        for maximum in [1000, 2048, 8192] {
            let bytes = SyslogMessage(record, from: origin, maximum: maximum).bytes
            #expect(bytes.count <= maximum)
            let text = String(validating: bytes, as: UTF8.self)
            #expect(text?.contains("\"] \u{feff}") == true, "no character and no element is cut in two")
        }
    }

    @Test(arguments: [
        ("", "-"), ("a b", "ab"), ("ä", "-"), (String(repeating: "h", count: 300), String(repeating: "h", count: 255)),
    ])
    func hostNamesArePlain(_ name: String, _ expected: String) {
        #expect(SyslogOrigin(hostName: name, processID: "1").hostName == expected)
    }
}
