import Catalog
import OCI
import RegistryTesting
import SQL
import Testing
import Time

@Suite struct PullRecorderTests {
    @Test(arguments: DatabaseKind.allCases)
    func pullsAreCountedOnce(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let first = try await registry.pushImage(1, to: repository, tags: ["a"])
            _ = try await registry.pushImage(2, to: repository, tags: ["b"])
            func note(_ reference: Reference, times: Int) async throws {
                let found = try #require(try await registry.manifests.find(reference, repositoryID: repository.id))
                for _ in 0..<times { registry.pulls.note(found, from: repository, reference: reference, by: "alice") }
            }
            try await note(Reference("a"), times: 3)
            try await note(.digest(first.digest()), times: 2)
            try await note(Reference("b"), times: 1)
            registry.clock.advance(bySeconds: 60)
            try await note(Reference("b"), times: 1)
            #expect(try await registry.number("SELECT sum(pull_count) AS n FROM artifact") == 0, "not yet written")
            try await registry.pulls.flush()
            try await registry.pulls.flush()
            let counts = try await registry.database.read { connection in
                try connection.query("SELECT pull_count FROM artifact ORDER BY id").map { try $0.int(0) }
            }
            #expect(counts == [5, 2])
            #expect(try await registry.number("SELECT pull_count FROM repository") == 7)
            let last = Int(registry.clock.now.microseconds)
            #expect(try await registry.number("SELECT pulled_at FROM tag WHERE name = 'b'") == last)
            #expect(try await registry.number("SELECT pulled_at FROM repository") == last)
            #expect(try await registry.number("SELECT pulled_at FROM tag WHERE name = 'a'") == last - 60_000_000)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func whatCouldNotBeWrittenIsKept(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            _ = try await registry.pushImage(1, to: repository, tags: ["a"])
            let found = try #require(try await registry.manifests.find(Reference("a"), repositoryID: repository.id))
            try registry.pulls.note(found, from: repository, reference: Reference("a"), by: "alice")
            try await registry.database.write { _ = try $0.execute("ALTER TABLE repository RENAME TO elsewhere") }
            await #expect(throws: DatabaseError.self) { try await registry.pulls.flush() }
            try registry.pulls.note(found, from: repository, reference: Reference("a"), by: "alice")
            try await registry.database.write { _ = try $0.execute("ALTER TABLE elsewhere RENAME TO repository") }
            try await registry.pulls.flush()
            #expect(try await registry.number("SELECT pull_count FROM artifact") == 2)
            #expect(try await registry.number("SELECT pull_count FROM repository") == 2)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aPulledArtifactMayHaveBeenDeleted(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository, tags: ["a"])
            let found = try #require(try await registry.manifests.find(Reference("a"), repositoryID: repository.id))
            try registry.pulls.note(found, from: repository, reference: Reference("a"), by: "alice")
            try await registry.delete(image.digest(), from: repository)
            try await registry.pulls.flush()
            #expect(try await registry.number("SELECT pull_count FROM repository") == 1)
        }
    }
}
