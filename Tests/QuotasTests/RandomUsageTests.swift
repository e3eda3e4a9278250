import Catalog
import Content
import FoundationEssentials
import GarbageCollection
import Listing
import Logging
import OCI
import Quotas
import RegistryTesting
import SQL
import Testing

/// Many changes of every kind, several at once: usage stays exactly what the artifacts are made of.
@Suite struct RandomUsageTests {
    private static let workers = 4
    /// `HAVEN_TEST_CHANGES` in the environment says how many in all; 10,000 take minutes.
    private static let changesEach =
        (ProcessInfo.processInfo.environment["HAVEN_TEST_CHANGES"].flatMap { Int($0) } ?? 1200) / workers

    /// One client among several that work in the same repositories.
    private struct Client {
        let registry: RegistryFixture
        let repositories: [RepositoryRecord]
        let blobs: [Descriptor]
        var random: SeededGenerator
        var counts: [String: Int] = [:]

        mutating func run(changes: Int) async throws {
            for _ in 0..<changes { try await change() }
        }

        private mutating func change() async throws {
            let repository = repositories[random.index(below: repositories.count)]
            switch random.index(below: 40) {
            case 0..<18: try await push(to: repository)
            case 18..<27: try await delete(from: repository)
            case 27..<31: try await copy(from: repository)
            case 31..<34: try await moveTag(in: repository)
            case 34..<38: try await restore(to: repository)
            default: try await retire(from: repository)
            }
        }

        /// Pushes blobs that may have been collected, and mounts one of them.
        private mutating func provide(_ parts: [Descriptor], in repository: RepositoryRecord) async throws {
            for part in parts {
                if try await registry.blobs.findAndRenew(part.digest, repositoryID: repository.id) != nil { continue }
                let source = repositories[random.index(below: repositories.count)]
                if try await registry.blobs.mount(part.digest, from: source.id, to: repository.id) {
                    counts["mount", default: 0] += 1
                } else {
                    try await registry.pushBlob(
                        TestContent.bytes(Int(part.size), seed: UInt8(part.size / 100)), to: repository)
                }
            }
        }

        /// Few different images, so that clients meet, and pushes are often of what is there already.
        private mutating func image() throws -> Manifest {
            let first = random.index(below: blobs.count)
            let layers = (0..<random.index(below: 3)).map { _ in blobs[random.index(below: blobs.count)] }
            return try SampleManifest.image(
                config: blobs[first], layers: layers, annotations: ["n": "\(random.index(below: 3))"])
        }

        private mutating func push(to repository: RepositoryRecord) async throws {
            let image = try image()
            do {
                try await provide(image.blobs, in: repository)
                try await registry.push(image, to: repository, tags: ["t\(random.index(below: 4))"])
                counts["push", default: 0] += 1
            } catch CatalogError.contentUnknown {
                // The collector has no grace: it may come in between.
                counts["refused", default: 0] += 1
            }
        }

        private mutating func moveTag(in repository: RepositoryRecord) async throws {
            let (tag, kept) = (try Tag("t\(random.index(below: 4))"), repository)
            do {
                try await registry.delete(tag, from: kept)
                counts["tag", default: 0] += 1
            } catch CatalogError.unknown {}
        }

        private mutating func artifact(of repository: RepositoryRecord) async throws -> Digest? {
            let digests = try await registry.database.read { connection in
                try connection.query(
                    "SELECT digest FROM artifact WHERE repository_id = \(repository.id) ORDER BY digest"
                )
                .map { try Digest($0.text("digest")) }
            }
            return digests.isEmpty ? nil : digests[random.index(below: digests.count)]
        }

        private mutating func delete(from repository: RepositoryRecord) async throws {
            guard let digest = try await artifact(of: repository) else { return }
            let skipsTrash = random.index(below: 2) == 0
            do {
                try await registry.deletion.deleteManifest(digest, of: repository, by: "admin", skipsTrash: skipsTrash)
                counts["delete", default: 0] += 1
            } catch CatalogError.unknown {}
        }

        /// Deletes what no tag names, as a policy of retention would.
        private mutating func retire(from repository: RepositoryRecord) async throws {
            let digests = try await registry.database.read { connection in
                try connection.query(
                    """
                    SELECT digest FROM artifact a WHERE repository_id = \(repository.id)
                    AND NOT EXISTS (SELECT 1 FROM tag t WHERE t.artifact_id = a.id)
                    """
                ).map { try Digest($0.text("digest")) }
            }
            for digest in digests {
                do {
                    try await registry.deletion.deleteArtifact(.digest(digest), of: repository, by: "retention")
                    counts["retired", default: 0] += 1
                } catch CatalogError.unknown {}
            }
        }

        private mutating func restore(to repository: RepositoryRecord) async throws {
            let request = ListRequest(page: .first)
            let entries = try await registry.trash.list(request, projectID: repository.projectID).elements
            guard !entries.isEmpty else { return }
            let entry = entries[random.index(below: entries.count)]
            do {
                try await registry.trash.restore(
                    entry.id, projectID: repository.projectID, RestorationRequest(skipsTakenTags: true))
                counts["restore", default: 0] += 1
            } catch is TrashError {}
        }

        private mutating func copy(from repository: RepositoryRecord) async throws {
            guard let digest = try await artifact(of: repository) else { return }
            let target = repositories[random.index(below: repositories.count)]
            do {
                try await registry.copies.copy(
                    .digest(digest), from: repository, to: target.name, projectID: target.projectID, by: "alice")
                counts["copy", default: 0] += 1
            } catch is CopyError {}
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func usageIsExact(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            var repositories: [RepositoryRecord] = []
            for name in ["team/a", "team/b", "team/c", "shop/a", "shop/b"] {
                repositories.append(try await registry.makeRepository(name))
            }
            let blobs = try await sharedBlobs(registry, repositories)
            var seeds = SeededGenerator(for: "RandomUsageTests \(kind)")
            let clients = (0..<Self.workers).map { _ in
                Client(
                    registry: registry, repositories: repositories, blobs: blobs, random: .init(seed: seeds.next()))
            }
            let counts = try await withThrowingTaskGroup(of: [String: Int].self) { group in
                for client in clients {
                    group.addTask {
                        var client = client
                        try await client.run(changes: Self.changesEach)
                        return client.counts
                    }
                }
                let isOver = Gate()
                group.addTask { try await Self.disturb(registry, until: isOver) }
                var all: [String: Int] = [:]
                for _ in clients { all.merge(try await group.next() ?? [:], uniquingKeysWith: +) }
                isOver.open()
                return try await group.reduce(into: all) { $0.merge($1, uniquingKeysWith: +) }
            }
            print(
                "\(kind): \(counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", "))")
            let each = Self.workers * Self.changesEach
            #expect(counts["push", default: 0] > each / 4 && counts["delete", default: 0] > each / 10, "\(counts)")
            #expect(counts["restore", default: 0] > 0 && counts["collection", default: 0] > 0, "\(counts)")
            #expect(try await RecalculationService(database: registry.database).run(isDryRun: true).wrong == 0)
            for project in Set(repositories.map(\.projectID)) {
                let (used, recount) = (try await registry.used(project), try await registry.recount(project))
                #expect(used == recount, "after \(counts)")
                #expect(recount > 0)
            }
        }
    }

    /// Folds, collects without a grace period and recounts, all the time.
    private static func disturb(_ registry: RegistryFixture, until isOver: Gate) async throws -> [String: Int] {
        let collector = GarbageCollectionService(
            database: registry.database, storage: registry.storage, clock: registry.clock.wallClock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let recount = RecalculationService(database: registry.database)
        var counts: [String: Int] = [:]
        repeat {
            registry.clock.advance(byMicroseconds: 1)
            counts["collected", default: 0] += try await collector.run(CollectionPolicy(gracePeriod: 0)).removedBlobs
            counts["collection", default: 0] += 1
            try await registry.quotas.fold()
            counts["wrong", default: 0] += try await recount.run().wrong
        } while !isOver.isOpen
        #expect(counts["wrong"] == 0, "nothing is taken for drift while it changes")
        return counts
    }

    private func sharedBlobs(
        _ registry: RegistryFixture, _ repositories: [RepositoryRecord]
    ) async throws -> [Descriptor] {
        var blobs: [Descriptor] = []
        for size in 1...8 {
            let bytes = TestContent.bytes(size * 100, seed: UInt8(size))
            blobs.append(try await registry.pushBlob(bytes, to: repositories[0], mediaType: .ociImageConfig))
            for target in repositories.dropFirst() {
                #expect(
                    try await registry.blobs.mount(blobs[size - 1].digest, from: repositories[0].id, to: target.id))
            }
        }
        return blobs
    }
}
