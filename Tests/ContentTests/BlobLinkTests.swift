import Catalog
import Content
import OCI
import RegistryTesting
import SQL
import Testing
import Time

/// Links of repositories to blobs: mounting, unlinking and the grace period.
@Suite struct BlobLinkTests {
    @Test(arguments: DatabaseKind.allCases)
    func aMountIsALinkOfItsOwn(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let source = try await registry.makeRepository("team/source")
            let target = try await registry.makeRepository("team/target")
            let bytes = TestContent.bytes(1000)
            let digest = try Digest(of: bytes)
            #expect(try await !registry.blobs.mount(digest, from: source.id, to: target.id), "nobody has it")
            try await registry.pushBlob(bytes, to: source)
            #expect(try await !registry.blobs.mount(digest, from: target.id, to: source.id), "the wrong way round")
            #expect(try await registry.blobs.mount(digest, from: source.id, to: target.id))
            #expect(try await registry.blobs.mount(digest, from: source.id, to: target.id), "again")
            try await registry.blobs.unlink(digest, repositoryID: source.id)
            #expect(try await registry.blobs.find(digest, repositoryID: source.id) == nil)
            #expect(try await registry.content(of: digest, in: target) == bytes)
            await #expect(throws: BlobService.Failure.unknown) {
                try await registry.blobs.unlink(digest, repositoryID: source.id)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aBlobInUseStays(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let other = try await registry.makeRepository("team/other")
            let image = try await registry.pushImage(1, to: repository)
            let layer = image.blobs[1].digest
            await #expect(throws: BlobService.Failure.inUse) {
                try await registry.blobs.unlink(layer, repositoryID: repository.id)
            }
            #expect(try await registry.blobs.mount(layer, from: repository.id, to: other.id))
            try await registry.blobs.unlink(layer, repositoryID: other.id)
            try await registry.delete(image.digest(), from: repository)
            try await registry.blobs.unlink(layer, repositoryID: repository.id)
            #expect(try await registry.blobs.find(layer, repositoryID: repository.id) == nil)
        }
    }

    /// A client that was told by HEAD that a blob is there doesn't upload it: it must stay for the grace period.
    @Test(arguments: DatabaseKind.allCases)
    func askingRenewsTheGracePeriod(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let digest = try await registry.pushBlob(TestContent.bytes(10), to: repository).digest
            func renewedAt() async throws -> Timestamp? {
                try await registry.blobs.find(digest, repositoryID: repository.id)?.renewedAt
            }
            let pushed = registry.clock.now
            registry.clock.advance(bySeconds: 1800)
            #expect(try await registry.blobs.findAndRenew(digest, repositoryID: repository.id) != nil)
            #expect(try await renewedAt() == pushed, "not with every HEAD")
            registry.clock.advance(bySeconds: 1801)
            #expect(try await registry.blobs.findAndRenew(digest, repositoryID: repository.id) != nil)
            #expect(try await renewedAt() == registry.clock.now)
            registry.clock.advance(bySeconds: 7200)
            try await registry.database.write { _ = try $0.execute("UPDATE blob SET deleting = \(true)") }
            #expect(try await registry.blobs.findAndRenew(digest, repositoryID: repository.id) == nil)
        }
    }

    @Test(arguments: [
        (String(repeating: "0123456789abcdef", count: 2), true, "32 lower-case hexadecimal digits"),
        (String(repeating: "0123456789ABCDEF", count: 2), false, "upper case"),
        (String(repeating: "0", count: 31), false, "too short"), (String(repeating: "0", count: 33), false, "too long"),
        ("../../../../../../../../../../aa", false, "a path"),
        (String(repeating: "٠", count: 16), false, "other digits"),
    ])
    func sessionIdentifiers(_ text: String, isOne: Bool, reason: String) {
        #expect(UploadSession.isIdentifier(text) == isOne, "\(reason)")
    }
}
