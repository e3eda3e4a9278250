import BlobStorage
import Catalog
import Content
import GarbageCollection
import OCI
import RegistryTesting
import SQL
import Testing

/// Collections that a crash ends between their steps, and pushes that come in between.
@Suite struct InterruptedCollectionTests {
    private static let bytes = TestContent.bytes(1000)

    /// Pushes a blob that nothing uses, and dies while collecting it.
    private func die(
        _ moment: StoppingStorage.Moment, in registry: RegistryFixture
    ) async throws -> (RepositoryRecord, Digest) {
        let repository = try await registry.makeRepository("team/app")
        let digest = try await registry.pushBlob(Self.bytes, to: repository).digest
        registry.clock.advance(bySeconds: 100)
        let storage = StoppingStorage(storage: registry.storage, moment: moment)
        await #expect(throws: StoppingStorage.Died.self) {
            _ = try await registry.collector(storage: storage).run(CollectionPolicy(gracePeriod: 10))
        }
        #expect(try await registry.number("SELECT count(*) AS n FROM blob WHERE deleting") == 1)
        return (repository, digest)
    }

    @Test(arguments: DatabaseKind.allCases, StoppingStorage.Moment.crashes)
    func theNextRunEndsWhatWasBegun(_ kind: DatabaseKind, _ moment: StoppingStorage.Moment) async throws {
        try await RegistryFixture.with(kind) { registry in
            let (repository, digest) = try await die(moment, in: registry)
            #expect(try await registry.blobs.find(digest, repositoryID: repository.id) == nil)
            #expect(try await registry.blobs.findAndRenew(digest, repositoryID: repository.id) == nil)
            let report = try await registry.collect(grace: 10)
            #expect(report.removedBlobs == 1 && report.freedBytes == 1000)
            #expect(try await registry.number("SELECT count(*) AS n FROM blob") == 0)
            #expect(try await registry.objectCount() == 0)
        }
    }

    @Test(arguments: DatabaseKind.allCases, StoppingStorage.Moment.crashes)
    func aPushInBetweenSucceeds(_ kind: DatabaseKind, _ moment: StoppingStorage.Moment) async throws {
        try await RegistryFixture.with(kind) { registry in
            let (repository, digest) = try await die(moment, in: registry)
            let config = try await registry.pushBlob(Self.bytes, to: repository)
            let manifest = try SampleManifest.image(config: config, layers: [])
            try await registry.push(manifest, to: repository)
            registry.clock.advance(bySeconds: 10_000)
            let report = try await registry.collect(grace: 10)
            #expect(report.removedBlobs == 0)
            #expect(report.removedOrphans == 0, "the push has replaced the old object")
            #expect(try await registry.content(of: digest, in: repository) == Self.bytes)
            #expect(try await registry.objectCount() == 1)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aManifestOfAMarkedBlobIsRefused(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let (repository, digest) = try await die(.beforeDeletion, in: registry)
            let config = try Descriptor(mediaType: .ociImageConfig, digest: digest, size: 1000)
            await #expect(throws: CatalogError.contentUnknown([digest])) {
                try await registry.push(SampleManifest.image(config: config, layers: []), to: repository)
            }
        }
    }

    /// An object that can't be deleted keeps its row, so that the next run tries again.
    @Test(arguments: DatabaseKind.allCases)
    func whatCannotBeDeletedIsTriedAgain(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            try await registry.pushBlob(Self.bytes, to: repository)
            registry.clock.advance(bySeconds: 100)
            let stubborn = StoppingStorage(storage: registry.storage, moment: nil)
            let policy = CollectionPolicy(gracePeriod: 10)
            let first = try await registry.collector(storage: stubborn).run(policy)
            #expect(first.failures == 1 && first.removedBlobs == 0 && first.freedBytes == 0)
            let second = try await registry.collect(grace: 10)
            #expect(second.failures == 0 && second.removedBlobs == 1)
        }
    }
}
