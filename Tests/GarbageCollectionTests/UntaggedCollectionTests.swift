import Catalog
import GarbageCollection
import Logging
import OCI
import RegistryTesting
import SQL
import Testing

@Suite struct UntaggedCollectionTests {
    private func collector(_ registry: RegistryFixture) -> GarbageCollectionService {
        GarbageCollectionService(
            database: registry.database, storage: registry.storage, clock: registry.clock.wallClock,
            logger: Logger(label: "gc"), deletion: registry.deletion)
    }

    private func descriptor(of manifest: Manifest) throws -> Descriptor {
        try Descriptor(
            mediaType: .ociManifest, digest: manifest.digest(), size: Int64(manifest.bytes.count))
    }

    @Test(arguments: DatabaseKind.allCases)
    func onlyWhatNothingNamesGoesAndCanBeHadBack(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let tagged = try await registry.pushImage(1, to: repository, tags: ["1"])
            let loose = try await registry.pushImage(2, to: repository)
            let child = try await registry.pushImage(3, to: repository)
            let index = try SampleManifest.index([descriptor(of: child)])
            try await registry.push(index, to: repository, tags: ["all"])
            registry.clock.advance(bySeconds: 7200)
            let young = try await registry.pushImage(4, to: repository)
            let policy = CollectionPolicy(gracePeriod: 3600, removesUntagged: true)
            let dry = try await collector(registry).run(
                CollectionPolicy(gracePeriod: 3600, removesUntagged: true, isDryRun: true))
            #expect(dry.removedArtifacts == 1)
            let report = try await collector(registry).run(policy)
            #expect(report.removedArtifacts == 1 && report.freedBytes == dry.freedBytes)
            let left = try await registry.database.read { try $0.query("SELECT digest FROM artifact ORDER BY id") }
            let expected = try [tagged, child, index, young].map { try $0.digest().description }
            #expect(try Set(left.map { try $0.text("digest") }) == Set(expected))
            let trash = try await registry.database.read { try $0.query("SELECT digest FROM trash") }
            #expect(try trash.map { try $0.text("digest") } == [try loose.digest().description])
        }
    }

    @Test func aCancelledRunStopsBetweenBatches() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            let repository = try await registry.makeRepository("team/app")
            _ = try await registry.pushImage(1, to: repository)
            let collector = collector(registry)
            let run = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await collector.run(CollectionPolicy(gracePeriod: 0, removesUntagged: true))
            }
            await #expect(throws: CancellationError.self) { try await run.value }
        }
    }

    @Test func aJobsParametersMakeItsPolicy() {
        let policy = CollectionPolicy(jobParameters: ["dry_run": true, "delete_untagged": true, "grace_seconds": 5])
        #expect(policy.isDryRun && policy.removesUntagged && policy.gracePeriod == 5)
        let usual = CollectionPolicy(jobParameters: [:])
        #expect(!usual.isDryRun && !usual.removesUntagged && usual.gracePeriod == 86_400)
    }
}
