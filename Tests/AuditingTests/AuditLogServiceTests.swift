import Auditing
import Listing
import Prometheus
import RegistryTesting
import SQL
import Testing

@Suite struct AuditLogServiceTests {
    /// Projects 1 to 3, five entries each, one a second; the last of each is a failed deletion by bob.
    private func withLog(_ kind: DatabaseKind, _ body: (AuditLogService, RegistryFixture) async throws -> Void)
        async throws
    {
        try await RegistryFixture.with(kind) { registry in
            let recorder = AuditRecorder(
                database: registry.database, clock: registry.clock.wallClock, configuration: registry.configuration,
                metrics: MetricsRegistry())
            for number in 0..<5 {
                for project in 1...3 {
                    registry.clock.advance(bySeconds: 1)
                    let isLast = number == 4
                    recorder.note(
                        AuditEntry(
                            operator: isLast ? "bob" : "alice", operation: isLast ? "delete" : "create",
                            resourceType: isLast ? "repository" : "artifact",
                            resource: "p\(project)/100%_web:\(number)",
                            isSuccess: !isLast, projectID: Int64(project)))
                }
            }
            try await recorder.flush()
            try await body(AuditLogService(database: registry.database), registry)
        }
    }

    private func resources(
        _ log: AuditLogService, _ query: String = "", sort: String = "", page: Int64 = 1, size: Int64 = 100,
        scope: AuditScope = .everything
    ) async throws -> (names: [String], total: Int64) {
        let request = ListRequest(
            filters: try QueryGrammar.parse(query), sort: SortKey.parse(sort), page: try Page(number: page, size: size))
        let listed = try await log.list(request, scope: scope)
        return (listed.elements.map { String($0.resource.dropFirst()) }, listed.total)
    }

    @Test(arguments: DatabaseKind.allCases) func listsTheNewestFirstPageByPage(_ kind: DatabaseKind) async throws {
        try await withLog(kind) { log, _ in
            let first = try await resources(log, size: 4)
            #expect(first.names == ["3/100%_web:4", "2/100%_web:4", "1/100%_web:4", "3/100%_web:3"])
            #expect(first.total == 15)
            let last = try await resources(log, page: 4, size: 4)
            #expect(last.names == ["3/100%_web:0", "2/100%_web:0", "1/100%_web:0"] && last.total == 15)
            let behind = try await resources(log, page: 5, size: 4)
            #expect(behind.names.isEmpty && behind.total == 15)
            let oldest = try await resources(log, sort: "op_time", size: 2)
            #expect(oldest.names == ["1/100%_web:0", "2/100%_web:0"])
            #expect(try await resources(log, sort: "id", size: 1).names == oldest.names.dropLast())
            #expect(try await resources(log, sort: "-username", size: 1).names == ["3/100%_web:4"], "time alone")
        }
    }

    @Test(arguments: DatabaseKind.allCases) func keepsToTheScope(_ kind: DatabaseKind) async throws {
        try await withLog(kind) { log, _ in
            let one = try await resources(log, size: 2, scope: .projects([2]))
            #expect(one.names == ["2/100%_web:4", "2/100%_web:3"] && one.total == 5)
            let two = try await resources(log, page: 2, size: 3, scope: .projects([1, 3]))
            #expect(two.names == ["1/100%_web:3", "3/100%_web:2", "1/100%_web:2"] && two.total == 10)
            let many = try await resources(log, size: 2, scope: .projects(Array(3...99)))
            #expect(many.names == ["3/100%_web:4", "3/100%_web:3"] && many.total == 5)
            let none = try await resources(log, scope: .projects([]))
            #expect(none.names.isEmpty && none.total == 0)
            let outside = try await resources(log, "project_id=1", scope: .projects([2, 3]))
            #expect(outside.names.isEmpty && outside.total == 0, "a condition widens nothing")
        }
    }

    @Test(arguments: DatabaseKind.allCases) func projectsLogsAreNotTheSystems(_ kind: DatabaseKind) async throws {
        try await withLog(kind) { log, registry in
            let recorder = AuditRecorder(
                database: registry.database, clock: registry.clock.wallClock, configuration: registry.configuration,
                metrics: MetricsRegistry())
            recorder.note(
                AuditEntry(operator: "ann", operation: "login", resourceType: "user", resource: "sann"))
            try await recorder.flush()
            #expect(try await resources(log).total == 16)
            let projects = try await resources(log, scope: .everyProject)
            #expect(projects.total == 15 && !projects.names.contains("ann"))
            #expect(try await resources(log, "operation=login", scope: .everyProject).total == 0)
        }
    }

    @Test(arguments: DatabaseKind.allCases) func findsByEveryCondition(_ kind: DatabaseKind) async throws {
        try await withLog(kind) { log, _ in
            for (query, total, reason) in [
                ("username=bob", 3, "exact"), ("username=Bob", 0, "exact is exact"), ("username=~OB", 3, "a part"),
                ("operation=create", 12, "exact"), ("operation={create delete}", 15, "one of"),
                ("resource_type=repository,operation=delete", 3, "both"),
                ("ResourceType=artifact", 12, "a field's name"),
                ("resource=p2/100%_web:0", 1, "exact"), ("resource=~100%_w", 15, "no wildcards"),
                ("resource=~100__web", 0, "no wildcards"), ("resource=~p2,username=alice", 4, "a part and exact"),
                ("operation_result=false", 3, "a truth value"), ("operation_description=~delete", 3, "a sentence"),
                ("op_time=[~2000-01-01T00:00:00]", 0, "a range"), ("op_time=[2000-01-01T00:00:00~]", 15, "a range"),
                ("project_id=2", 5, "a number"),
            ] {
                let found = try await resources(log, query)
                #expect(found.total == total && found.names.count == total, "\(query): \(reason)")
                let project = try await resources(log, query, scope: .projects([2]))
                #expect(project.names.allSatisfy { $0.hasPrefix("2/") } && project.total <= found.total, "\(query)")
            }
        }
    }

    @Test(arguments: ["surprise=1", "op_time=yesterday", "project_id=x", "operation_result=perhaps", "op_time=~2020"])
    func refusesConditionsThatMakeNoSense(_ query: String) async throws {
        try await withLog(.sqlite) { log, _ in
            await #expect(throws: ListingError.self) { _ = try await resources(log, query) }
        }
    }

    @Test(arguments: DatabaseKind.allCases) func readsNoWholeTable(_ kind: DatabaseKind) async throws {
        try await withLog(kind) { _, registry in
            let isPostgreSQL = kind == .postgresql
            for (query, scope) in [
                ("", AuditScope.everything), ("", .projects([1])), ("", .projects([1, 2, 3])),
                ("username=bob", .everything), ("operation=delete", .everything),
                ("resource_type=artifact", .everything),
                ("resource=p1/x", .everything), ("op_time=[2020-01-01~]", .everything), ("resource=~web", .everything),
                ("username=~bob", .projects([1])), ("operation_result=false", .everything), ("id=5", .everything),
            ] {
                let request = ListRequest(filters: try QueryGrammar.parse(query))
                let log = AuditLogService(database: registry.database)
                for statement in try await log.statements(request, scope: scope) {
                    let plan = try await registry.database.write { connection -> [String] in
                        // With so few rows PostgreSQL prefers to read all of them.
                        if isPostgreSQL { _ = try connection.execute("SET LOCAL enable_seqscan = off") }
                        let explain: SQL = isPostgreSQL ? "EXPLAIN " : "EXPLAIN QUERY PLAN "
                        return try connection.query("\(fragment: explain)\(fragment: statement)").map {
                            try $0.text(isPostgreSQL ? "QUERY PLAN" : "detail")
                        }
                    }
                    let whole = plan.filter {
                        ($0.contains("Seq Scan on audit_log") || $0.contains("SCAN audit_log"))
                            && !$0.contains("USING")
                    }
                    #expect(whole.isEmpty, "\(query): \(plan)")
                    #expect(
                        query.contains("~") || query.contains("result") || scope != .everything
                            || !plan.contains { $0.contains("TEMP B-TREE") },
                        "\(query) sorts: \(plan)")
                }
            }
        }
    }
}
