import RegistryTesting
import SQL
import Testing

@Suite(.timeLimit(.minutes(60))) struct MigratorTests {
    private static let first = Migration(identifier: "0001-first") { dialect in
        ["CREATE TABLE first (identifier \(fragment: dialect.identityColumn), content \(fragment: dialect.blobType))"]
    }
    private static let second = Migration(
        identifier: "0002-second",
        statements: ["CREATE TABLE second (value BIGINT)", "INSERT INTO second (value) VALUES (\(2))"])
    private static let failing = Migration(
        identifier: "0003-failing", statements: ["CREATE TABLE third (value BIGINT)", "INSERT INTO nowhere VALUES (1)"])

    @Test(arguments: DatabaseKind.allCases)
    func eachIsAppliedOnce(_ kind: DatabaseKind) async throws {
        try await TemporaryDatabase.with(kind) { database in
            #expect(try await Migrator([Self.first]).migrate(database) == ["0001-first"])
            let migrator = Migrator([Self.second, Self.first])
            #expect(try await migrator.pending(in: database) == ["0002-second"])
            #expect(try await migrator.migrate(database) == ["0002-second"])
            #expect(try await migrator.migrate(database) == [])
            let values = try await database.read { try $0.query("SELECT value FROM second").map { try $0.int(0) } }
            #expect(values == [2])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aFailingOneLeavesNothingAndThoseBeforeIt(_ kind: DatabaseKind) async throws {
        try await TemporaryDatabase.with(kind) { database in
            let migrator = Migrator([Self.first, Self.second, Self.failing])
            await #expect(throws: DatabaseError.self) { try await migrator.migrate(database) }
            #expect(try await migrator.pending(in: database) == ["0003-failing"])
            // The table that the failing one made is gone.
            try await database.write { try $0.execute("CREATE TABLE third (value BIGINT)") }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aNewerDatabaseIsRefused(_ kind: DatabaseKind) async throws {
        try await TemporaryDatabase.with(kind, migrations: [Self.first, Self.second]) { database in
            let error = await #expect(throws: DatabaseError.self) { try await Migrator([Self.first]).migrate(database) }
            #expect(error?.message.contains("0002-second") == true)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func nodesThatStartTogetherApplyEachOnce(_ kind: DatabaseKind) async throws {
        try await TemporaryDatabase.withLocation(kind) { location in
            let applied = try await withThrowingTaskGroup { group in
                for _ in 0..<4 {
                    group.addTask {
                        try await location.withDatabase(connections: 1) { database in
                            try await Migrator([Self.first, Self.second]).migrate(database)
                        }
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied.sorted() == ["0001-first", "0002-second"])
        }
    }
}
