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
            let policy = CollectionPolicy(gracePeriod: 3600, untagged: .all)
            let dry = try await collector(registry).run(
                CollectionPolicy(gracePeriod: 3600, untagged: .all, isDryRun: true))
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

    struct Choice: Sendable {
        let kinds: UntaggedKinds
        /// Which of image, index and its child stay.
        let kept: Set<String>
    }

    static let choices = [
        Choice(kinds: [], kept: ["image", "index", "child", "both"]),
        Choice(kinds: .images, kept: ["index", "child", "both"]),
        Choice(kinds: .indexes, kept: ["image", "both"]),
        Choice(kinds: .all, kept: ["both"]),
    ]

    /// An index without a tag goes with the children that nothing else names, or stays with all of them.
    @Test(arguments: DatabaseKind.allCases, choices)
    func indexesWithoutATagAreAKindOfTheirOwn(_ kind: DatabaseKind, _ choice: Choice) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository)
            let child = try await registry.pushImage(2, to: repository)
            let both = try await registry.pushImage(3, to: repository)
            let index = try SampleManifest.index([child.descriptor(), both.descriptor()])
            let tagged = try SampleManifest.index([both.descriptor()])
            try await registry.push(index, to: repository)
            try await registry.push(tagged, to: repository, tags: ["all"])
            registry.clock.advance(bySeconds: 100)
            let collector = registry.collector(undeleteHours: 0)
            var policy = CollectionPolicy(gracePeriod: 10, untagged: choice.kinds, isDryRun: true)
            var dry = try await collector.run(policy)
            policy.isDryRun = false
            let real = try await collector.run(policy)
            dry.isDryRun = false
            #expect(dry == real)
            let names = ["image": image, "index": index, "child": child, "both": both]
            let left = try await registry.database.read { try $0.query("SELECT digest FROM artifact") }
            let digests = Set(try left.map { try $0.text("digest") })
            let kept = try names.filter { digests.contains(try $0.value.digest().description) }
            #expect(Set(kept.keys) == choice.kept)
        }
    }

    private func signature(of image: Manifest, in repository: RepositoryRecord, _ registry: RegistryFixture)
        async throws
        -> Manifest
    {
        let content = try await registry.pushBlob(Array("{}".utf8), to: repository)
        return try SampleManifest.image(
            config: content, layers: [content], subject: image.descriptor(), artifactType: "application/spdx+json")
    }

    @Test(arguments: DatabaseKind.allCases)
    func aDryRunLeavesOutWhatARuleKeeps(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            try await registry.makeRule("kept", in: repository)
            let images = [
                try await registry.pushImage(1, to: repository), try await registry.pushImage(2, to: repository),
                try await registry.pushImage(3, to: repository),
            ]
            try await registry.push(
                signature(of: images[1], in: repository, registry), to: repository, tags: ["kept"])
            registry.clock.advance(bySeconds: 100)
            let collector = registry.collector(undeleteHours: 0)
            var policy = CollectionPolicy(gracePeriod: 10, untagged: .all, isDryRun: true)
            var dry = try await collector.run(policy)
            policy.isDryRun = false
            let real = try await collector.run(policy)
            dry.isDryRun = false
            #expect(dry == real && real.removedArtifacts == 2)
            #expect(try await registry.number("SELECT count(*) FROM artifact") == 2)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func anAccessoryWhoseSubjectIsGoneGoesAfterTheGracePeriod(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let collector = registry.collector(undeleteHours: 0)
            let policy = CollectionPolicy(gracePeriod: 1000, untagged: .all)
            let image = try await registry.pushImage(1, to: repository, tags: ["1"])
            try await registry.push(signature(of: image, in: repository, registry), to: repository)
            registry.clock.advance(bySeconds: 2000)
            #expect(try await collector.run(policy).removedArtifacts == 0, "its subject names it")
            try await registry.delete(image.digest(), from: repository)
            let coming = try SampleManifest.image(config: image.blobs[0], layers: [], annotations: ["n": "2"])
            try await registry.push(signature(of: coming, in: repository, registry), to: repository)
            #expect(try await collector.run(policy).removedArtifacts == 1)
            #expect(
                try await registry.number("SELECT count(*) FROM artifact") == 1,
                "one that came before its subject has time until then")
        }
    }

    @Test func aCancelledRunStopsBetweenBatches() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            let repository = try await registry.makeRepository("team/app")
            _ = try await registry.pushImage(1, to: repository)
            let collector = collector(registry)
            let run = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await collector.run(CollectionPolicy(gracePeriod: 0, untagged: .all))
            }
            await #expect(throws: CancellationError.self) { try await run.value }
        }
    }

    @Test func aJobsParametersMakeItsPolicy() {
        let policy = CollectionPolicy(jobParameters: ["dry_run": true, "delete_untagged": true, "grace_seconds": 5])
        #expect(policy.isDryRun && policy.untagged == .all && policy.gracePeriod == 5)
        let usual = CollectionPolicy(jobParameters: [:])
        #expect(!usual.isDryRun && usual.untagged.isEmpty && usual.gracePeriod == 86_400 && usual.workers == 1)
        let indexes = CollectionPolicy(jobParameters: ["delete_untagged_indexes": true, "workers": 99])
        #expect(indexes.untagged == .indexes && indexes.workers == 10)
        let images = CollectionPolicy(jobParameters: ["delete_untagged": true, "delete_untagged_indexes": false])
        #expect(images.untagged == .images)
    }
}
