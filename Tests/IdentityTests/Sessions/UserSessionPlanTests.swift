import Identity
import RegistryTesting
import SQL
import Testing

/// What requests of browsers cost the database.
@Suite struct UserSessionPlanTests {
    /// A registry with thirty users and three thousand sessions.
    private func withSessions(
        _ kind: DatabaseKind,
        _ body: (RegistryFixture, StatementRecorder, UserSessionService, User) async throws -> Void
    ) async throws {
        try await RegistryFixture.with(kind) { registry in
            let first = try await registry.makeUser("u0")
            for number in 1..<30 { try await registry.makeUser("u\(number)") }
            let now = registry.clock.now
            try await registry.database.write { connection in
                try connection.execute(
                    """
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
                    INSERT INTO user_session
                        (id, user_id, session_version, created_at, last_seen_at, address, user_agent)
                    SELECT 'x' || i, CAST(\(first.id) AS BIGINT) + i % 30, 1, \(now), CAST(\(now) AS BIGINT) + i, 'a', 'b' FROM n
                    """)
                try connection.execute("ANALYZE user_session")
            }
            let recorder = StatementRecorder(registry.database)
            let service = UserSessionService(
                database: recorder, changes: ChangeSignal(database: recorder, clock: registry.clock.wallClock),
                accounts: registry.accounts,
                clock: registry.clock.wallClock, minutes: { 60 })
            try await body(registry, recorder, service, first)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func noStatementReadsAllSessions(_ kind: DatabaseKind) async throws {
        try await withSessions(kind) { registry, recorder, service, user in
            let token = try await service.begin(for: user, address: "a", userAgent: "b")
            _ = try await service.find(token)
            _ = try await service.find(token, isRenewed: false)
            _ = try await service.list(of: user)
            _ = try await service.end(shortIdentifier: String(repeating: "a", count: 16), of: user)
            try await service.removeExpired()
            let statements = recorder.statements().filter { $0.text.contains("user_session") }
            #expect(statements.count == 7)
            for statement in statements where !statement.text.hasPrefix("INSERT") {
                let plan = try await recorder.plan(of: statement)
                #expect(StatementRecorder.scans(of: ["user_session"], in: plan).isEmpty, "\(statement.text)\n\(plan)")
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aRequestWithinTheMinuteCostsNothing(_ kind: DatabaseKind) async throws {
        try await withSessions(kind) { registry, recorder, service, user in
            let token = try await service.begin(for: user, address: "a", userAgent: "b")
            #expect(try await service.find(token) != nil)
            _ = recorder.statements()
            for _ in 0..<10 { #expect(try await service.find(token) != nil) }
            #expect(recorder.statements().isEmpty)
            registry.clock.advance(bySeconds: 60)
            for _ in 0..<10 { #expect(try await service.find(token) != nil) }
            #expect(recorder.statements().count == 1)
        }
    }
}
