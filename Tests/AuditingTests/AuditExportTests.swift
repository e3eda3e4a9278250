import Auditing
import Listing
import Prometheus
import RegistryTesting
import SQL
import Testing
import Time

@Suite struct AuditExportTests {
    /// Adds entries of one project by turns: `r0` by alice, `r1` by bob, …; several share a moment.
    private func fill(_ registry: RegistryFixture, count: Int) async throws {
        let recorder = AuditRecorder(
            database: registry.database, clock: registry.clock.wallClock, configuration: registry.configuration,
            metrics: MetricsRegistry(), capacity: count)
        for number in 0..<count {
            if number % 3 == 0 { registry.clock.advance(bySeconds: 1) }
            recorder.note(
                AuditEntry(
                    operator: number % 2 == 0 ? "alice" : "bob", operation: "create", resourceType: "artifact",
                    resource: "r\(number)", isSuccess: number % 5 != 0, projectID: Int64(number % 2)))
        }
        try await recorder.flush()
    }

    private func exported(
        _ registry: RegistryFixture, _ query: String = "", scope: AuditScope = .everything
    ) async throws -> (names: [String], largest: Int) {
        let request = ListRequest(filters: try QueryGrammar.parse(query))
        var export = try AuditLogService(database: registry.database).export(request, scope: scope)
        var (names, largest): ([String], Int) = ([], 0)
        while let part = try await export.next() {
            names += part.map(\.resource)
            largest = max(largest, part.count)
        }
        return (names, largest)
    }

    @Test(arguments: DatabaseKind.allCases) func givesEverythingOnceTheNewestFirst(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let count = AuditExport.partSize * 2 + 7
            try await fill(registry, count: count)
            let everything = try await exported(registry)
            #expect(everything.names.count == count && Set(everything.names).count == count)
            #expect(everything.names.first == "r\(count - 1)" && everything.names.last == "r0")
            #expect(everything.largest == AuditExport.partSize, "the memory is bounded")
            for (query, scope, expected, reason) in [
                ("username=bob", AuditScope.everything, count / 2, "an index"),
                ("resource=~r1", .everything, 1 + 10 + 100 + 1000, "a part of a name, far beyond what pages look at"),
                ("operation_result=false", .everything, (count + 4) / 5, "no index"),
                ("", .everyProject, count / 2, "those of no project are left out"),
                ("", .projects([1]), count / 2, "one project"), ("", .projects([1, 7]), count / 2, "two projects"),
                ("", .projects([]), 0, "none"), ("username=alice", .projects([1]), 0, "no condition widens the scope"),
                ("op_time=[~2000-01-01]", .everything, 0, "nothing"),
            ] {
                let found = try await exported(registry, query, scope: scope)
                #expect(found.names.count == expected, "\(query) \(scope): \(reason)")
            }
        }
    }

    @Test func leavesOutWhatCameAfterItsBeginning() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            try await fill(registry, count: 10)
            var export = try AuditLogService(database: registry.database).export(ListRequest(), scope: .everything)
            let first = try await export.next()
            registry.clock.advance(bySeconds: 5)
            try await fill(registry, count: 1)
            #expect(first?.count == 10)
            #expect(try await export.next() == nil)
            #expect(try await export.next() == nil, "the end stays the end")
        }
    }

    @Test func refusesConditionsThatMakeNoSense() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            do {
                _ = try await exported(registry, "surprise=1")
                Issue.record("nobody knows this key")
            } catch is ListingError {}
        }
    }

    @Test(arguments: [
        ("plain", "plain"), ("with, comma", "\"with, comma\""), (#"with "quotes""#, #""with ""quotes""""#),
        ("=1+1", "\"'=1+1\""), ("+1", "\"'+1\""), ("-1", "\"'-1\""), ("@SUM(A1)", "\"'@SUM(A1)\""),
        ("  =1", "\"'  =1\""), ("＝1", "\"'＝1\""), ("a=1", "a=1"), ("", ""), ("用户", "用户"),
        (#"=HYPERLINK("http://x","y")"#, #""'=HYPERLINK(""http://x"",""y"")""#),
    ])
    func linesAreNoFormulas(_ name: String, _ expected: String) async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            let recorder = AuditRecorder(
                database: registry.database, clock: registry.clock.wallClock, configuration: registry.configuration,
                metrics: MetricsRegistry())
            recorder.note(
                AuditEntry(
                    operator: "ann", operation: "create", resourceType: "label", resource: name, description: "d"))
            try await recorder.flush()
            var export = try AuditLogService(database: registry.database).export(ListRequest(), scope: .everything)
            let records = try #require(try await export.next())
            let line = String(decoding: AuditExportFormat.csv.lines(of: records), as: UTF8.self)
            #expect(line.hasSuffix(",ann,create,label,\(expected),d,true\r\n"))
            let object = String(decoding: AuditExportFormat.ndjson.lines(of: records), as: UTF8.self)
            #expect(object.hasSuffix("}\n") && object.contains(#""resource_type":"label""#))
            #expect(object.hasPrefix(#"{"id":1,"op_time":""#) && object.contains(#""operation_result":true}"#))
        }
    }
}
