import Admission
import Catalog
import OCI
import Quotas
import RegistryTesting
import SQL
import Synchronization
import Testing

/// Pushes that run beside each other on PostgreSQL, where they don't see what the others are about to add.
@Suite struct LimitRaceTests {
    private static let connections = 16

    /// The services that push, on a database of their own with many connections.
    private struct Pushing {
        let quotas: QuotaService
        let manifests: ManifestService

        init(_ registry: RegistryFixture, _ database: any Database, after hold: Hold? = nil) {
            quotas = QuotaService(
                database: database, changes: registry.changes, clock: registry.clock.wallClock,
                configuration: registry.configuration)
            let checks = [quotas.contentCheck] + (hold.map { [$0.check] } ?? [])
            manifests = ManifestService(
                database: database, clock: registry.clock.wallClock, cacheBytes: 0,
                admission: AdmissionChecks(tags: [], contents: checks))
        }

        func push(_ manifest: Manifest, to repository: RepositoryRecord) async throws {
            try await manifests.push(
                ManifestPush(
                    repository: repository, manifest: manifest, digest: manifest.digest(), tags: [],
                    allowsSparseIndex: false,
                    pushedBy: "alice"))
        }
    }

    /// Keeps the first transaction that comes by open.
    private final class Hold: Sendable {
        let (reached, released) = (Gate(), Gate())
        private let isFirst = Atomic<Bool>(true)

        var check: ContentCheck {
            ContentCheck(
                beforeUpload: { _ in },
                added: { [self] _, _, _ in
                    guard isFirst.exchange(false, ordering: .acquiringAndReleasing) else { return }
                    reached.open()
                    try released.blockUntilOpen()
                },
                removing: { _, _, _ in { _ in } })
        }
    }

    /// Images that share a configuration and have nothing else but annotations of various lengths.
    private func images(_ count: Int, config: Descriptor) throws -> [Manifest] {
        try (0..<count).map { number in
            let text = String(repeating: "x", count: 200 + number % 7 * 150)
            return try SampleManifest.image(config: config, layers: [], annotations: ["n": "\(number)", "text": text])
        }
    }

    /// In one case each push is so large that all of them are checked one by one; in the others they are small, and
    /// usage passes from where nobody waits to the limit.
    @Test(arguments: [(limit: 100_000, filled: 0), (limit: 4_000_000, filled: 3_500_000), (3_000_000, 2_600_000)])
    func usageNeverPassesTheLimit(limit: Int, filled: Int) async throws {
        try await RegistryFixture.with(.postgresql) { registry in
            let repository = try await registry.makeRepository("team/app")
            let project = repository.projectID
            let config = try await registry.pushBlob([1], to: repository, mediaType: .ociImageConfig)
            let images = try images(900, config: config)
            let total = images.reduce(0) { $0 + $1.bytes.count }
            #expect(total > limit - filled, "not all of them fit")
            try await registry.fill(project, bytes: Int64(filled))
            try await registry.quotas.setLimit(StorageLimit(Int64(limit)), projectID: project)
            let refused = try await registry.location.withDatabase(connections: Self.connections) { database in
                let pushing = Pushing(registry, database)
                return try await pushAll(images, to: repository, by: pushing, of: registry)
            }
            let used = try await registry.used(project)
            #expect(used == (try await registry.recount(project)) + Int64(filled))
            #expect(used <= Int64(limit))
            #expect(!refused.isEmpty)
            for image in refused { #expect(used + Int64(image.bytes.count) > Int64(limit), "it would have fitted") }
        }
    }

    /// Pushes all images at once, folding meanwhile; returns the refused ones.
    private func pushAll(
        _ images: [Manifest], to repository: RepositoryRecord, by pushing: Pushing, of registry: RegistryFixture
    ) async throws -> [Manifest] {
        try await withThrowingTaskGroup(of: [Manifest].self) { group in
            for start in 0..<Self.connections * 2 {
                group.addTask {
                    var refused: [Manifest] = []
                    for image in stride(from: start, to: images.count, by: Self.connections * 2).map({ images[$0] }) {
                        let refusal = try await registry.refusal { try await pushing.push(image, to: repository) }
                        if refusal != nil { refused.append(image) }
                    }
                    return refused
                }
            }
            group.addTask {
                for _ in 0..<10 {
                    try await pushing.quotas.fold()
                    try await Task.sleep(for: .milliseconds(30))
                }
                return []
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    /// A push is held open; others into the same project come to an end beside it, or don't.
    @Test(arguments: [
        (limit: -1, filled: 0, passes: true, reason: "without a limit nobody waits"),
        (limit: 1 << 40, filled: 0, passes: true, reason: "far from the limit nobody waits"),
        (limit: 10_000_000, filled: 9_900_000, passes: false, reason: "near the limit they are checked one by one"),
    ])
    func pushesDoNotQueue(limit: Int, filled: Int, passes: Bool, reason: String) async throws {
        try await RegistryFixture.with(.postgresql) { registry in
            let repository = try await registry.makeRepository("team/app")
            let config = try await registry.pushBlob([1], to: repository, mediaType: .ociImageConfig)
            let images = try images(20, config: config)
            try await registry.push(images[0], to: repository)
            try await registry.fill(repository.projectID, bytes: Int64(filled))
            try await registry.quotas.setLimit(StorageLimit(Int64(limit)), projectID: repository.projectID)
            try await registry.location.withDatabase(connections: Self.connections) { database in
                let hold = Hold()
                let pushing = Pushing(registry, database, after: hold)
                let finished = Recording<Int>()
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { try await pushing.push(images[1], to: repository) }
                    try await hold.reached.untilOpen()
                    for image in images[2...] {
                        group.addTask {
                            try await pushing.push(image, to: repository)
                            finished.append(1)
                        }
                    }
                    let end = ContinuousClock.now + .seconds(passes ? 300 : 1)
                    while finished.elements.count < images.count - 2, .now < end {
                        try await Task.sleep(for: .milliseconds(5))
                    }
                    let count = finished.elements.count
                    hold.released.open()
                    #expect(count == (passes ? images.count - 2 : 0), "\(reason)")
                    try await group.waitForAll()
                }
            }
            #expect(
                try await registry.used(repository.projectID) - Int64(filled)
                    == registry.recount(repository.projectID))
        }
    }

    /// A deletion takes away what a push relies on, and the other way round, in every order that may come up.
    @Test(arguments: DatabaseKind.allCases)
    func deletionsBesidePushesLoseNothing(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let config = try await registry.pushBlob(TestContent.bytes(777, seed: 3), to: repository)
            let images = try images(4, config: config)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for image in images {
                    group.addTask {
                        for _ in 0..<60 {
                            try await registry.push(image, to: repository)
                            try await registry.delete(image.digest(), from: repository)
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await registry.used(repository.projectID) == 0)
            #expect(try await registry.number("SELECT count(*) FROM project_content") == 0)
            try await registry.push(images[0], to: repository)
            #expect(try await registry.used(repository.projectID) == 777 + Int64(images[0].bytes.count))
        }
    }
}
