import Catalog
import Content
import GarbageCollection
import OCI
import RegistryTesting
import SQL
import Testing

/// A clock that jumps while an upload is between its object and its blob's row.
@Suite struct JumpingClockTests {
    /// Uploads of a node whose clock jumps, and where the collector runs, before the row of an object is committed.
    private func uploads(of registry: RegistryFixture, jump seconds: Int64) throws -> UploadService {
        let storage = StoppingStorage(storage: registry.storage, moment: .never) {
            registry.clock.advance(bySeconds: seconds)
            let report = try await registry.collect(grace: 0)
            #expect(report.failures == 0)
        }
        return try UploadService(
            database: registry.database, storage: storage, hashing: registry.hashing, clock: registry.clock.wallClock,
            maximumBlobSize: 1 << 20)
    }

    private func push(_ bytes: [UInt8], inOneRequest: Bool, to repository: RepositoryRecord, by uploads: UploadService)
        async throws
    {
        let digest = try Digest(of: bytes)
        guard !inOneRequest else {
            return try await uploads.push(
                ChunkedBody(bytes), repositoryID: repository.id, length: nil, digest: digest)
        }
        let id = try await uploads.start(repositoryID: repository.id).id
        try await uploads.finish(
            ChunkedBody(bytes), of: id, repositoryID: repository.id, start: nil, length: nil, digest: digest)
    }

    @Test(arguments: DatabaseKind.allCases, [true, false])
    func whatIsBeingCommittedStays(_ kind: DatabaseKind, _ inOneRequest: Bool) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let bytes = TestContent.bytes(1000)
            let uploads = try uploads(of: registry, jump: 10 * 3600)
            try await push(bytes, inOneRequest: inOneRequest, to: repository, by: uploads)
            #expect(try await registry.content(of: Digest(of: bytes), in: repository) == bytes)
        }
    }

    /// Beyond an upload's lifetime its session goes, and with it the object: the client is told so, and begins anew.
    @Test(arguments: DatabaseKind.allCases, [true, false])
    func whatCantBeCommittedIsNotAcknowledged(_ kind: DatabaseKind, _ inOneRequest: Bool) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let bytes = TestContent.bytes(1000)
            let uploads = try uploads(of: registry, jump: 10 * 86_400)
            await #expect(throws: UploadError.unknown) {
                try await push(bytes, inOneRequest: inOneRequest, to: repository, by: uploads)
            }
            #expect(try await registry.number("SELECT count(*) AS n FROM blob") == 0)
            try await registry.pushBlob(bytes, to: repository)
            #expect(try await registry.content(of: Digest(of: bytes), in: repository) == bytes)
        }
    }
}
