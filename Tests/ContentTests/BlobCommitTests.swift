import BlobStorage
import Catalog
import Content
import OCI
import RegistryTesting
import SQL
import Testing

/// What becomes of the bytes when an upload ends.
@Suite struct BlobCommitTests {
    @Test(arguments: DatabaseKind.allCases, [Digest.Algorithm.sha256, .sha512])
    func theDigestIsChecked(_ kind: DatabaseKind, _ algorithm: Digest.Algorithm) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let bytes = TestContent.bytes(200_000)
            let wrong = try Digest(of: TestContent.bytes(200_000, seed: 1), algorithm)
            await #expect(throws: UploadError.digestMismatch) {
                try await registry.uploads.push(
                    ChunkedBody(bytes), repositoryID: repository.id, length: nil, digest: wrong)
            }
            let id = try await registry.uploads.start(repositoryID: repository.id).id
            await #expect(throws: UploadError.digestMismatch) {
                try await registry.uploads.finish(
                    ChunkedBody(bytes), of: id, repositoryID: repository.id, start: nil, length: nil, digest: wrong)
            }
            await #expect(throws: UploadError.unknown, "a mismatch ends the session") {
                _ = try await registry.uploads.progress(id, repositoryID: repository.id)
            }
            #expect(try await registry.storage.listObjects(after: nil, limit: 10).isEmpty)
            #expect(try await registry.storage.listPartialObjects(after: nil, limit: 10).isEmpty)
            #expect(try await registry.number("SELECT count(*) AS n FROM blob") == 0)
            let right = try Digest(of: bytes, algorithm)
            try await registry.uploads.push(
                ChunkedBody(bytes), repositoryID: repository.id, length: 200_000, digest: right)
            #expect(try await registry.content(of: right, in: repository) == bytes)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func anEmptyBlobIsABlob(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let digest = try Digest(of: [])
            let id = try await registry.uploads.start(repositoryID: repository.id).id
            try await registry.uploads.finish(
                ChunkedBody([]), of: id, repositoryID: repository.id, start: nil, length: 0, digest: digest)
            #expect(try await registry.content(of: digest, in: repository) == [])
            try await registry.pushBlob([], to: repository)
            #expect(try await registry.storage.listObjects(after: nil, limit: 10).count == 1)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func equalBlobsShareAnObjectAndEachRepositorySeesItsOwn(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let first = try await registry.makeRepository("team/one")
            let second = try await registry.makeRepository("team/two")
            let bytes = TestContent.bytes(1000)
            let digest = try await registry.pushBlob(bytes, to: first).digest
            #expect(try await registry.blobs.find(digest, repositoryID: second.id) == nil)
            try await registry.pushBlob(bytes, to: second)
            try await registry.pushBlob(bytes, to: second)
            #expect(try await registry.content(of: digest, in: second) == bytes)
            #expect(try await registry.storage.listObjects(after: nil, limit: 10).count == 1)
            #expect(Set(try await registry.blobs.repositories(linking: digest)) == [first.id, second.id])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func manyPushersOfOneBlobLeaveOneObject(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let bytes = TestContent.bytes(5000)
            _ = try await concurrently(12) { _ in try await registry.pushBlob(bytes, to: repository) }
            #expect(try await registry.content(of: Digest(of: bytes), in: repository) == bytes)
            #expect(try await registry.storage.listObjects(after: nil, limit: 20).count == 1)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func theLargestBlobIsTheSettings(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind, maximumBlobSize: 1000) { registry in
            let repository = try await registry.makeRepository("team/app")
            try await registry.pushBlob(TestContent.bytes(1000), to: repository)
            let bytes = TestContent.bytes(1001)
            let digest = try Digest(of: bytes)
            await #expect(throws: UploadError.tooLarge) { try await registry.pushBlob(bytes, to: repository) }
            let id = try await registry.uploads.start(repositoryID: repository.id).id
            _ = try await registry.uploads.append(
                ChunkedBody(Array(bytes[..<600])), to: id, repositoryID: repository.id, start: nil, length: nil)
            await #expect(throws: UploadError.tooLarge) {
                try await registry.uploads.finish(
                    ChunkedBody(Array(bytes[600...])), of: id, repositoryID: repository.id, start: nil, length: nil,
                    digest: digest)
            }
            await #expect(throws: UploadError.tooLarge, "longer than the request said") {
                _ = try await registry.uploads.append(
                    ChunkedBody(Array(bytes[600..<610])), to: id, repositoryID: repository.id, start: nil, length: 5)
            }
            #expect(try await registry.blobs.find(digest, repositoryID: repository.id) == nil)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aDeletedRepositoryTakesNothing(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let id = try await registry.uploads.start(repositoryID: repository.id).id
            try await registry.projects.delete(named: "team")
            await #expect(throws: UploadError.repositoryGone) {
                try await registry.pushBlob(TestContent.bytes(10), to: repository)
            }
            await #expect(throws: UploadError.repositoryGone) {
                _ = try await registry.uploads.start(repositoryID: repository.id)
            }
            await #expect(throws: UploadError.unknown) {
                _ = try await registry.uploads.progress(id, repositoryID: repository.id)
            }
            #expect(try await registry.storage.listObjects(after: nil, limit: 10).isEmpty)
        }
    }

    /// A collector has marked the blob and may delete its object at any moment: the new object takes over.
    @Test(arguments: DatabaseKind.allCases)
    func aPushTakesOverABlobThatIsBeingDeleted(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let other = try await registry.makeRepository("team/other")
            let bytes = TestContent.bytes(1000)
            let digest = try await registry.pushBlob(bytes, to: repository).digest
            let old = try #require(try await registry.blobs.find(digest, repositoryID: repository.id))
            try await registry.database.write { _ = try $0.execute("UPDATE blob SET deleting = \(true)") }
            #expect(try await registry.blobs.find(digest, repositoryID: repository.id) == nil)
            #expect(try await !registry.blobs.mount(digest, from: repository.id, to: other.id))
            #expect(try await registry.blobs.repositories(linking: digest).isEmpty)
            try await registry.pushBlob(bytes, to: repository)
            _ = try await registry.storage.deleteObjects([old.key])
            let new = try #require(try await registry.blobs.find(digest, repositoryID: repository.id))
            #expect(new.id == old.id && new.key != old.key)
            #expect(try await registry.content(of: digest, in: repository) == bytes)
        }
    }
}
