import Catalog
import Content
import OCI
import Quotas
import RegistryTesting
import SQL
import Testing

/// Many changes of every kind, several at once: usage stays exactly what the artifacts are made of.
@Suite struct RandomUsageTests {
    private static let workers = 4
    private static let changesEach = 600

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
            switch random.index(below: 10) {
            case 0..<5: try await push(to: repository)
            case 5..<8: try await delete(from: repository)
            case 8: try await copy(from: repository)
            default: try await moveTag(in: repository)
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
            try await registry.push(try image(), to: repository, tags: ["t\(random.index(below: 4))"])
            counts["push", default: 0] += 1
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
                group.addTask {
                    for _ in 0..<20 {
                        try await registry.quotas.fold()
                        try await Task.sleep(for: .milliseconds(50))
                    }
                    return [:]
                }
                return try await group.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
            }
            #expect(counts["push", default: 0] > 1000 && counts["delete", default: 0] > 300, "\(counts)")
            for project in Set(repositories.map(\.projectID)) {
                let (used, recount) = (try await registry.used(project), try await registry.recount(project))
                #expect(used == recount, "after \(counts)")
                #expect(recount > 0)
            }
        }
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
