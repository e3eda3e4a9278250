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

    /// More than one statement takes, and of no round number.
    @Test(arguments: DatabaseKind.allCases)
    func manyPullsAreWrittenTogether(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let config = try await registry.pushBlob([1], to: repository)
            for number in 0..<23 {
                let image = try SampleManifest.image(config: config, layers: [], annotations: ["n": "\(number)"])
                let tags = (0..<25).map { "n\(number)-\($0)" }
                try await registry.push(image, to: repository, tags: tags)
                for tag in tags {
                    let reference = try Reference(tag)
                    let found = try #require(try await registry.manifests.find(reference, repositoryID: repository.id))
                    registry.pulls.note(found, from: repository, reference: reference, by: "alice")
                }
            }
            try await registry.pulls.flush()
            #expect(try await registry.number("SELECT count(*) FROM artifact WHERE pull_count = 25") == 23)
            #expect(try await registry.number("SELECT count(*) FROM tag WHERE pulled_at IS NOT NULL") == 575)
            #expect(try await registry.number("SELECT pull_count FROM repository") == 575)
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

    /// A flush that finds nothing waits for the one that has everything in its hands.
    @Test(arguments: DatabaseKind.allCases)
    func aFlushWaitsForTheOneUnderWay(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            _ = try await registry.pushImage(1, to: repository, tags: ["a"])
            let found = try #require(try await registry.manifests.find(Reference("a"), repositoryID: repository.id))
            let (hasLocked, mayEnd) = (Gate(), Gate())
            async let other: Void = registry.database.write { connection in
                try connection.execute("UPDATE artifact SET pull_count = 0")
                hasLocked.open()
                try mayEnd.blockUntilOpen()
            }
            try await hasLocked.untilOpen()
            try registry.pulls.note(found, from: repository, reference: Reference("a"), by: "alice")
            async let first: Void = registry.pulls.flush()
            try await Task.sleep(for: .milliseconds(100))
            let second = Task {
                try await registry.pulls.flush()
                return try await registry.number("SELECT pull_count FROM artifact")
            }
            try await Task.sleep(for: .milliseconds(200))
            mayEnd.open()
            #expect(try await second.value == 1)
            _ = try await (first, other)
        }
    }

    /// Another process may write its window later although its pulls came earlier.
    @Test(arguments: DatabaseKind.allCases)
    func pullTimesOnlyGoForwards(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            _ = try await registry.pushImage(1, to: repository, tags: ["a"])
            let found = try #require(try await registry.manifests.find(Reference("a"), repositoryID: repository.id))
            try registry.pulls.note(found, from: repository, reference: Reference("a"), by: "alice")
            let later = registry.clock.now.advanced(bySeconds: 5)
            for table: SQL in ["artifact", "tag", "repository"] {
                try await registry.database.write {
                    _ = try $0.execute("UPDATE \(fragment: table) SET pulled_at = \(later)")
                }
            }
            try await registry.pulls.flush()
            for table: SQL in ["artifact", "tag", "repository"] {
                let pulledAt = try await registry.number("SELECT pulled_at FROM \(fragment: table)")
                #expect(pulledAt == Int(later.microseconds), "\(table.text)")
            }
        }
    }
}
