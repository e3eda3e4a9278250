import SQL
import Testing

@Suite struct MigrationPlanTests {
    private func plan(_ identifiers: String...) throws -> MigrationPlan {
        try MigrationPlan(identifiers.map { Migration(identifier: $0, statements: []) })
    }

    @Test func migrationsAreOrderedByIdentifier() throws {
        let plan = try plan("0010-c", "0002-b", "0001-a")
        #expect(try plan.pending(applied: []).map(\.identifier) == ["0001-a", "0002-b", "0010-c"])
    }

    @Test func appliedOnesAreNotPending() throws {
        let plan = try plan("0001-a", "0002-b", "0003-c")
        #expect(try plan.pending(applied: ["0002-b", "0001-a"]).map(\.identifier) == ["0003-c"])
        #expect(try plan.pending(applied: ["0001-a", "0002-b", "0003-c"]).isEmpty)
    }

    @Test func anIdentifierIsGivenOnce() {
        #expect(throws: DatabaseError.self) { try plan("0001-a", "0002-b", "0001-a") }
    }

    @Test func aNewerDatabaseIsRefused() throws {
        let plan = try plan("0001-a")
        let error = #expect(throws: DatabaseError.self) { try plan.pending(applied: ["0001-a", "0002-b"]) }
        #expect(error?.message.contains("0002-b") == true)
        #expect(error?.message.contains("newer") == true)
    }

    @Test func aMigrationBeforeAnAppliedOneIsRefused() throws {
        let plan = try plan("0001-a", "0002-b", "0003-c")
        let error = #expect(throws: DatabaseError.self) { try plan.pending(applied: ["0001-a", "0003-c"]) }
        #expect(error?.message.contains("0002-b") == true)
    }
}
