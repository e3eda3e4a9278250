import BlobStorage
import Catalog
import GarbageCollection
import Logging
import OCI
import RegistryTesting
import SQL
import Testing

/// Changes of the same content beside each other: whatever was acknowledged is whole, and usage is right.
@Suite struct ChangeRaceTests {
    private static let rounds = 12

    /// Whether the body succeeds; errors that say that somebody else was faster are expected.
    private func succeeds(_ body: () async throws -> Void) async throws -> Bool {
        do {
            try await body()
            return true
        } catch is CatalogError {
            return false
        } catch is TrashError {
            return false
        } catch is CopyError {
            return false
        } catch is TagService.Failure { return false }
    }

    private func checkWhole(_ registry: RegistryFixture, _ repositories: RepositoryRecord...) async throws {
        #expect(try await registry.problems() == [])
        for repository in repositories { #expect(try await registry.isCounted(repository)) }
    }

    private func collect(in registry: RegistryFixture, until isOver: Gate) async throws {
        let collector = GarbageCollectionService(
            database: registry.database, storage: registry.storage, clock: registry.clock.wallClock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        repeat {
            registry.clock.advance(byMicroseconds: 1)
            _ = try await collector.run(CollectionPolicy(gracePeriod: 0))
        } while !isOver.isOpen
    }

    @Test(arguments: DatabaseKind.allCases)
    func restorationBesideTheCollector(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let isOver = Gate()
            async let collected: Void = collect(in: registry, until: isOver)
            for number in 0..<Self.rounds {
                var image: Manifest?
                // Without a grace period blobs may go before their manifest comes.
                while image == nil {
                    do {
                        image = try await registry.pushImage(number, to: repository, tags: ["v\(number)"])
                    } catch CatalogError.contentUnknown {}
                }
                try await registry.deletion.deleteArtifact(Reference("v\(number)"), of: repository, by: "alice")
                try await Task.sleep(for: .milliseconds(number % 3 * 5))
                let entry = try #require(try await registry.trashed(repository).first)
                try await registry.trash.restore(entry.id, projectID: repository.projectID)
                for blob in image?.blobs ?? [] {
                    #expect(try await registry.content(of: blob.digest, in: repository) != nil)
                }
            }
            isOver.open()
            try await collected
            try await checkWhole(registry, repository)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func deletionBesideAPushOfTheSame(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            for number in 0..<Self.rounds {
                let image = try await registry.pushImage(number, to: repository, tags: ["v\(number)"])
                async let pushed = succeeds { try await registry.push(image, to: repository, tags: ["w\(number)"]) }
                async let deleted = succeeds {
                    try await registry.deletion.deleteArtifact(.digest(image.digest()), of: repository, by: "alice")
                }
                #expect(try await (pushed, deleted) == (true, true))
                // The push was first and went to the trash with its tag, or it was last and is there.
                let found = try await registry.manifests.find(Reference("w\(number)"), repositoryID: repository.id)
                let trashed = try await registry.trashed(repository, "digest=\(image.digest())")
                #expect((found != nil) != (trashed.first?.tags.contains("w\(number)") ?? false))
            }
            try await checkWhole(registry, repository)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func deletionBesideATagThatMoves(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            for number in 0..<Self.rounds {
                _ = try await registry.pushImage(2 * number, to: repository, tags: ["moving"])
                let newer = try await registry.pushImage(2 * number + 1, to: repository)
                async let pushed = succeeds { try await registry.push(newer, to: repository, tags: ["moving"]) }
                async let tagged = succeeds {
                    try await registry.tags.create(Tag("t\(number)"), on: Reference("moving"), in: repository)
                }
                async let deleted = succeeds {
                    try await registry.deletion.deleteArtifact(Reference("moving"), of: repository, by: "alice")
                }
                async let untagged = succeeds {
                    try await registry.deletion.deleteTag(Tag("moving"), of: repository, by: "alice")
                }
                let outcome = try await (pushed, tagged, deleted, untagged)
                #expect(outcome.0, "a push of content that is there is never refused")
                if let moved = try await registry.manifests.find(Reference("moving"), repositoryID: repository.id) {
                    #expect(try moved.digest == newer.digest())
                    #expect(try await registry.manifests.content(of: moved) != nil)
                }
            }
            #expect(
                try await registry.number(
                    "SELECT count(*) AS n FROM tag WHERE artifact_id NOT IN (SELECT id FROM artifact)") == 0)
            try await checkWhole(registry, repository)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func copyBesideTheDeletionOfItsSource(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let source = try await registry.makeRepository("one/app")
            let target = try await registry.makeRepository("two/app")
            for number in 0..<Self.rounds {
                let child = try await registry.pushImage(number, to: source)
                let index = try SampleManifest.index([child.descriptor()])
                try await registry.push(index, to: source, tags: ["v\(number)"])
                async let copied = succeeds {
                    try await registry.copies.copy(
                        Reference("v\(number)"), from: source, to: target.name, projectID: target.projectID, by: "alice"
                    )
                }
                async let deleted = succeeds {
                    try await registry.deletion.deleteArtifact(
                        Reference("v\(number)"), of: source, by: "alice", skipsTrash: number % 2 == 0)
                }
                let outcome = try await (copied, deleted)
                #expect(outcome.1)
                for manifest in [child, index] {
                    #expect(try await registry.has(manifest, in: target) == outcome.0, "all of it or nothing")
                    #expect(try await !registry.has(manifest, in: source))
                }
            }
            try await checkWhole(registry, source, target)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func onlyOneRestorationOrPurgeWins(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            var repository = try await registry.makeRepository("team/app")
            let projectID = repository.projectID
            for number in 0..<Self.rounds {
                let image = try await registry.pushImage(number, to: repository, tags: ["v\(number)"])
                try await registry.deletion.deleteRepository(repository, by: "alice")
                let entry = try #require(try await registry.trashed(repository, "digest=\(image.digest())").first)
                async let first = succeeds { try await registry.trash.restore(entry.id, projectID: projectID) }
                async let second = succeeds { try await registry.trash.restore(entry.id, projectID: projectID) }
                async let purged = succeeds { try await registry.trash.purge(entry.id, projectID: projectID) }
                let outcomes = try await [first, second, purged]
                #expect(outcomes.count { $0 } == 1)
                // The restoration makes the repository again; after a purge somebody else does.
                repository = try await registry.makeRepository("team/app")
                #expect(try await registry.has(image, in: repository) == !outcomes[2])
            }
            try await checkWhole(registry, repository)
        }
    }
}
