import Auditing
import Listing
import OCI
import Prometheus
import RegistryTesting
import SQL
import SystemConfiguration
import Testing
import Time

@Suite struct AuditRecorderTests {
    private func entry(
        _ operation: String = "create", _ type: String = "artifact", _ resource: String = "library/hello:1",
        by name: String = "alice", description: String = "", isSuccess: Bool = true, projectID: Int64? = 1
    ) -> AuditEntry {
        AuditEntry(
            operator: name, operation: operation, resourceType: type, resource: resource, description: description,
            isSuccess: isSuccess, projectID: projectID)
    }

    private func recorder(
        of registry: RegistryFixture, capacity: Int = 100, metrics: MetricsRegistry = MetricsRegistry()
    ) -> AuditRecorder {
        AuditRecorder(
            database: registry.database, clock: registry.clock.wallClock, configuration: registry.configuration,
            metrics: metrics, capacity: capacity)
    }

    private func all(in registry: RegistryFixture) async throws -> [AuditRecord] {
        let request = ListRequest(page: try Page(number: 1, size: 100))
        return try await AuditLogService(database: registry.database).list(request, scope: .everything).elements
    }

    @Test(arguments: DatabaseKind.allCases) func writesWhatItTook(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let recorder = recorder(of: registry)
            recorder.note(entry("create", "project", "library", projectID: nil))
            registry.clock.advance(bySeconds: 1)
            recorder.note(entry("login", "user", "bob", by: "", description: "wrong password", isSuccess: false))
            #expect(try await all(in: registry).isEmpty, "nothing before the flush")
            try await recorder.flush()
            try await recorder.flush()
            let records = try await all(in: registry)
            #expect(records.map(\.operation) == ["login", "create"], "the newest first, each once")
            #expect(records[0].username == "anonymous" && !records[0].isSuccess)
            #expect(records[0].description == "wrong password")
            #expect(records[1].description == "create project: library" && records[1].isSuccess)
            #expect(records[1].time.advanced(bySeconds: 1) == records[0].time)
        }
    }

    @Test(arguments: DatabaseKind.allCases) func writesManyAtOnce(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let recorder = recorder(of: registry, capacity: 1000)
            for number in 0..<123 { recorder.note(entry("pull", "artifact", "r:\(number)", projectID: 7)) }
            try await recorder.flush()
            let log = AuditLogService(database: registry.database)
            #expect(try await log.list(ListRequest(), scope: .everything).total == 123)
            #expect(try await log.list(ListRequest(), scope: .projects([7])).total == 123)
            #expect(try await log.list(ListRequest(), scope: .projects([8])).total == 0)
        }
    }

    @Test(arguments: DatabaseKind.allCases) func keepsHostileText(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let recorder = recorder(of: registry)
            let long = String(repeating: "ä", count: 5000)
            recorder.note(entry(long, "a\0b", "x\u{7f}\ny" + long, by: "\0\u{1b}[31m", description: long))
            try await recorder.flush()
            let record = try #require(try await all(in: registry).first)
            #expect(record.resourceType == "a b" && record.username == "  [31m")
            #expect(record.resource.hasPrefix("x  yä") && record.resource.utf8.count <= 1024)
            #expect(record.operation.utf8.count <= 255 && record.description.utf8.count == 1024)
        }
    }

    @Test func givesUpPullsFirst() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            let metrics = MetricsRegistry()
            let recorder = recorder(of: registry, capacity: 3, metrics: metrics)
            recorder.note(entry("pull", "artifact", "p1"))
            recorder.note(entry("pull", "artifact", "p2"))
            recorder.note(entry("delete", "project", "d1"))
            recorder.note(entry("pull", "artifact", "p3"))
            recorder.note(entry("delete", "project", "d2"))
            recorder.note(entry("delete", "project", "d3"))
            recorder.note(entry("delete", "project", "d4"))
            try await recorder.flush()
            #expect(Set(try await all(in: registry).map(\.resource)) == ["d1", "d2", "d3"])
            let text = String(decoding: metrics.exposition(), as: UTF8.self)
            #expect(text.contains(#"haven_audit_dropped_total{kind="pull"} 3"#), "p3, and p1 and p2 for d2 and d3")
            #expect(text.contains(#"haven_audit_dropped_total{kind="other"} 1"#), "d4")
        }
    }

    @Test(arguments: DatabaseKind.allCases) func countsRepeatedPulls(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let recorder = recorder(of: registry, capacity: 4)
            for _ in 0..<1000 { recorder.note(entry("pull", "artifact", "r:1")) }
            recorder.note(entry("pull", "artifact", "r:1", by: "bob"))
            recorder.note(entry("pull", "artifact", "r:2"))
            for _ in 0..<2 { recorder.note(entry("delete", "artifact", "r:3")) }
            try await recorder.flush()
            recorder.note(entry("pull", "artifact", "r:1"))
            try await recorder.flush()
            let sentences = try await all(in: registry).map { "\($0.username) \($0.description)" }
            #expect(
                sentences.sorted() == [
                    "alice delete artifact: r:3", "alice delete artifact: r:3", "alice pull artifact: r:1",
                    "alice pull artifact: r:1 (1000 times)", "bob pull artifact: r:1",
                ], "r:2 gave way to a deletion")
        }
    }

    @Test func keepsWhatCouldNotBeWritten() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            let recorder = recorder(of: registry)
            recorder.note(entry())
            try await registry.database.write { _ = try $0.execute("ALTER TABLE audit_log RENAME TO away") }
            await #expect(throws: (any Error).self) { try await recorder.flush() }
            try await registry.database.write { _ = try $0.execute("ALTER TABLE away RENAME TO audit_log") }
            try await recorder.flush()
            #expect(try await all(in: registry).count == 1)
        }
    }

    @Test(arguments: DatabaseKind.allCases) func leavesOutWhatIsSwitchedOff(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let recorder = recorder(of: registry)
            try await registry.configuration.update(["disabled_audit_log_event_types": "create_artifact"])
            recorder.note(entry("create", "artifact"))
            recorder.note(entry("pull", "artifact"))
            try await recorder.flush()
            #expect(try await all(in: registry).map(\.operation) == ["pull"])
            try await registry.configuration.update(["pull_audit_log_disable": true])
            recorder.note(entry("pull", "artifact"))
            recorder.note(entry("delete", "artifact"))
            try await recorder.flush()
            #expect(try await all(in: registry).map(\.operation).sorted() == ["delete", "pull"])
        }
    }

    @Test(arguments: DatabaseKind.allCases) func countsWhatTwoNodesWrite(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await registry.withAnotherNode { other in
                let recorders = [recorder(of: registry), recorder(of: other)]
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for (node, recorder) in recorders.enumerated() {
                        group.addTask {
                            for round in 0..<20 {
                                // In opposite orders: rows that are locked as they come would lock each other out.
                                for project in node == 0 ? [1, 2, 3] : [3, 2, 1] {
                                    recorder.note(
                                        AuditEntry(
                                            operator: "a", operation: "create", resourceType: "artifact",
                                            resource: "\(round)", projectID: Int64(project)))
                                }
                                try await recorder.flush()
                            }
                        }
                    }
                    try await group.waitForAll()
                }
            }
            let log = AuditLogService(database: registry.database)
            #expect(try await log.list(ListRequest(), scope: .everything).total == 120)
            #expect(try await log.list(ListRequest(), scope: .projects([2])).total == 40)
        }
    }
}
