import Auditing
import Listing
import OCI
import Prometheus
import RegistryTesting
import SQL
import Testing

@Suite struct AuditPurgeTests {
    /// Six entries of three kinds in two projects, one each hour, the oldest six hours old.
    private func withLog(
        _ kind: DatabaseKind, batch: Int, _ body: (AuditPurgeService, RegistryFixture) async throws -> Void
    ) async throws {
        try await RegistryFixture.with(kind) { registry in
            let recorder = AuditRecorder(
                database: registry.database, clock: registry.clock.wallClock, configuration: registry.configuration,
                metrics: MetricsRegistry())
            let kinds = [("create", "artifact"), ("delete", "artifact"), ("create", "project")]
            for number in 0..<6 {
                let (operation, type) = kinds[number % 3]
                recorder.note(
                    AuditEntry(
                        operator: "alice", operation: operation, resourceType: type, resource: "r\(number)",
                        isSuccess: true, projectID: Int64(number % 2 + 1)))
                registry.clock.advance(bySeconds: 3600)
            }
            try await recorder.flush()
            let service = AuditPurgeService(
                database: registry.database, clock: registry.clock.wallClock, batch: batch)
            try await body(service, registry)
        }
    }

    /// With batches of one, two and all entries: some hold nothing that goes.
    @Test(arguments: DatabaseKind.allCases, [1, 2, 2000])
    func agesAndKinds(_ kind: DatabaseKind, _ batch: Int) async throws {
        let cases: [(purge: AuditPurge, removed: Int, left: [String], reason: String)] = [
            (AuditPurge(retentionHours: 100), 0, ["r0", "r1", "r2", "r3", "r4", "r5"], "nothing is old enough"),
            (AuditPurge(retentionHours: 3, isDryRun: true), 3, ["r0", "r1", "r2", "r3", "r4", "r5"], "only counted"),
            (AuditPurge(retentionHours: 3), 3, ["r3", "r4", "r5"], "by age"),
            (
                AuditPurge(retentionHours: 1, eventTypes: ["create_artifact", "create_project"]), 3,
                ["r1", "r4", "r5"], "by age and kind"
            ),
            (
                AuditPurge(retentionHours: 1, eventTypes: []), 0, ["r0", "r1", "r2", "r3", "r4", "r5"],
                "no kind was asked for"
            ),
        ]
        for (purge, removed, left, reason) in cases {
            try await withLog(kind, batch: batch) { service, registry in
                #expect(try await service.run(purge) == removed, "\(reason)")
                let log = AuditLogService(database: registry.database)
                let all = try await log.list(ListRequest(page: try Page(number: 1, size: 100)), scope: .everything)
                #expect(all.elements.map(\.resource).sorted() == left && all.total == Int64(left.count), "\(reason)")
                let one = try await log.list(ListRequest(page: try Page(number: 1, size: 1)), scope: .projects([1]))
                let expected = left.filter { ["r0", "r2", "r4"].contains($0) }.count
                #expect(one.total == Int64(expected), "the counts of projects follow: \(reason)")
            }
        }
    }
}
