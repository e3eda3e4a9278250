import BlobStorage
import Catalog
import Content
import GarbageCollection
import NIOCore
import OCI
import RegistryTesting
import SQL
import Testing

@Suite struct CollectionTests {
    @Test(arguments: DatabaseKind.allCases)
    func unusedBlobsGoAfterTheGracePeriod(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository, tags: ["a"])
            let loose = try await registry.pushBlob(TestContent.bytes(500), to: repository)
            registry.clock.advance(bySeconds: 3600)
            try await registry.collect(grace: 3600)
            #expect(try await registry.objectCount() == 3, "the grace period isn't over")
            registry.clock.advance(bySeconds: 1)
            let report = try await registry.collect(grace: 3600)
            #expect(report.removedLinks == 1 && report.removedBlobs == 1 && report.freedBytes == 500)
            #expect(try await registry.blobs.find(loose.digest, repositoryID: repository.id) == nil)
            for blob in image.blobs {
                #expect(try await registry.content(of: blob.digest, in: repository) != nil, "in use")
            }
            try await registry.delete(image.digest(), from: repository)
            #expect(try await registry.collect(grace: 3600).removedBlobs == 2)
            #expect(try await registry.objectCount() == 0)
            #expect(try await registry.number("SELECT count(*) AS n FROM blob") == 0)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aHeadRenewsTheGracePeriod(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let loose = try await registry.pushBlob([1], to: repository).digest
            registry.clock.advance(bySeconds: 80_000)
            #expect(try await registry.blobs.findAndRenew(loose, repositoryID: repository.id) != nil)
            registry.clock.advance(bySeconds: 80_000)
            try await registry.collect()
            #expect(try await registry.content(of: loose, in: repository) == [1])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aBlobStaysWhileAnotherRepositoryUsesIt(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let user = try await registry.makeRepository("team/user")
            let idle = try await registry.makeRepository("team/idle")
            let image = try await registry.pushImage(1, to: user)
            let layer = image.blobs[1].digest
            #expect(try await registry.blobs.mount(layer, from: user.id, to: idle.id))
            registry.clock.advance(bySeconds: 86_401)
            let report = try await registry.collect()
            #expect(report.removedLinks == 1 && report.removedBlobs == 0)
            #expect(try await registry.blobs.find(layer, repositoryID: idle.id) == nil)
            #expect(try await registry.content(of: layer, in: user) != nil)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func blobsOfADeletedProjectGo(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            try await registry.pushBlob([1], to: repository)
            try await registry.projects.delete(named: "team")
            #expect(try await registry.collect().removedBlobs == 1, "no link, no grace period")
            #expect(try await registry.objectCount() == 0)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func forgottenUploadsExpire(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            func append(to id: String) async throws {
                _ = try await registry.uploads.append(
                    ChunkedBody([1, 2, 3]), to: id, repositoryID: repository.id, start: nil, length: nil)
            }
            let old = try await registry.uploads.start(repositoryID: repository.id).id
            try await append(to: old)
            let busy = try await registry.uploads.start(repositoryID: repository.id).id
            registry.clock.advance(bySeconds: 50_000)
            try await append(to: busy)
            registry.clock.advance(bySeconds: 50_000)
            let report = try await registry.collect()
            #expect(report.expiredUploads == 1 && report.removedOrphans == 0)
            await #expect(throws: UploadError.unknown) {
                _ = try await registry.uploads.progress(old, repositoryID: repository.id)
            }
            try await append(to: busy)
            #expect(try await registry.storage.listPartialObjects(after: nil, limit: 10).count == 1)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func whatIsAcknowledgedDoesNotExpireMeanwhile(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let id = try await registry.uploads.start(repositoryID: repository.id).id
            registry.clock.advance(bySeconds: 100_000)
            let body = EventfulBody { try await registry.collect() }
            do {
                _ = try await registry.uploads.append(
                    body, to: id, repositoryID: repository.id, start: nil, length: nil)
                #expect(try await registry.uploads.progress(id, repositoryID: repository.id).received == 1)
            } catch UploadError.unknown {
                #expect(kind == .sqlite, "where processes share a database, the lease keeps the session")
            }
        }
    }

    /// What a crash between the storage and the database leaves: objects and partial objects that no row knows.
    @Test(arguments: DatabaseKind.allCases)
    func orphansGoWhenTheyAreOldEnough(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            _ = try await registry.pushImage(1, to: repository)
            try await registry.storage.store([1, 2, 3, 4], as: TestContent.digest(1))
            _ = try await registry.storage.append([5, 6], to: registry.storage.beginObject(), at: 0)
            #expect(try await registry.collect(grace: 0).removedOrphans == 0, "an upload may be committing them")
            registry.clock.advance(bySeconds: 2000)
            let report = try await registry.collect(grace: 0)
            #expect(report.removedOrphans == 2 && report.orphanBytes == 6)
            #expect(try await registry.objectCount() == 2)
            #expect(try await registry.storage.listPartialObjects(after: nil, limit: 10).isEmpty)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aDryRunTellsWhatARunRemoves(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let app = try await registry.makeRepository("team/app")
            let other = try await registry.makeRepository("team/other")
            let image = try await registry.pushImage(1, to: app)
            _ = try await registry.blobs.mount(image.blobs[0].digest, from: app.id, to: other.id)
            try await registry.pushBlob(TestContent.bytes(700), to: app)
            try await registry.pushBlob(TestContent.bytes(700), to: other)
            try await registry.delete(registry.pushImage(2, to: other).digest(), from: other)
            let upload = try await registry.uploads.start(repositoryID: app.id).id
            _ = try await registry.uploads.append(
                ChunkedBody([1, 2]), to: upload, repositoryID: app.id, start: nil, length: nil)
            try await registry.storage.store([1, 2, 3], as: TestContent.digest(1))
            registry.clock.advance(bySeconds: 100_000)
            try await registry.pushBlob(TestContent.bytes(900), to: app)
            var dry = try await registry.collect(dryRun: true)
            #expect(try await registry.collect(dryRun: true) == dry, "nothing was changed")
            let real = try await registry.collect()
            #expect(dry.isDryRun && !real.isDryRun)
            dry.isDryRun = false
            #expect(dry == real)
            #expect(real.removedBlobs == 3 && real.removedLinks == 5 && real.expiredUploads == 1)
            #expect(real.removedOrphans == 1)
            let nothing = try await registry.collect()
            #expect(nothing == CollectionReport())
        }
    }
}

/// A body of one byte, before which something happens.
private struct EventfulBody: AsyncSequence, AsyncIteratorProtocol, Sendable {
    private let event: @Sendable () async throws -> Void
    private var isOver = false

    init(_ event: @escaping @Sendable () async throws -> Void) { self.event = event }

    mutating func next() async throws -> ByteBuffer? {
        if isOver { return nil }
        isOver = true
        try await event()
        return ByteBuffer(bytes: [1])
    }

    func makeAsyncIterator() -> Self { self }
}
