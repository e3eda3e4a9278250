import Catalog
import NIOCore
import OCI
import RegistryTesting
import SQL
import Testing

@Suite struct ManifestPushTests {
    /// The digests that a push misses, sorted.
    private func missing(_ push: () async throws -> Void) async throws -> [Digest] {
        do {
            try await push()
            return []
        } catch CatalogError.contentUnknown(let digests) { return digests.sorted() }
    }

    @Test(arguments: DatabaseKind.allCases)
    func everyBlobMustBeInTheRepository(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let other = try await registry.makeRepository("team/other")
            let here = try await registry.pushBlob([1], to: repository, mediaType: .ociImageConfig)
            let elsewhere = try await registry.pushBlob([2], to: other)
            let nowhere = try Descriptor(mediaType: .octetStream, digest: Digest(of: [3]), size: 1)
            let foreign = try Descriptor(
                mediaType: MediaType("application/vnd.oci.image.layer.nondistributable.v1.tar"),
                digest: Digest(of: [4]), size: 1, urls: ["https://example.com/layer"])
            let whole = try SampleManifest.image(config: here, layers: [foreign])
            #expect(try await missing { try await registry.push(whole, to: repository) } == [])
            let broken = try SampleManifest.image(config: here, layers: [elsewhere, nowhere, foreign])
            let expected = [elsewhere.digest, nowhere.digest].sorted()
            #expect(try await missing { try await registry.push(broken, to: repository, tags: ["a"]) } == expected)
            let found = try await registry.manifests.find(Reference("a"), repositoryID: repository.id)
            #expect(found == nil, "nothing half-written is visible")
            try await registry.database.write { _ = try $0.execute("UPDATE blob SET deleting = \(true)") }
            #expect(try await missing { try await registry.push(whole, to: repository) } == [here.digest])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func everyChildMustBeInTheRepository(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let here = try await registry.pushImage(1, to: repository).descriptor()
            let other = try await registry.makeRepository("team/other")
            let elsewhere = try await registry.pushImage(2, to: other).descriptor()
            let cache = try await registry.pushBlob([1], to: repository)
            let absentCache = try Descriptor(mediaType: .octetStream, digest: Digest(of: [2]), size: 1)
            let cases: [([Descriptor], Bool, [Digest], String)] = [
                ([here, here, cache], false, [], "a child may come for several platforms, a blob for a build cache"),
                ([here, elsewhere], false, [elsewhere.digest], "another repository's manifest"),
                ([here, elsewhere], true, [], "a sparse index where the project allows it"),
                ([absentCache], false, [absentCache.digest], "an entry that isn't a manifest is a blob"),
                ([absentCache], true, [absentCache.digest], "a sparse index misses manifests, not blobs"),
                ([], false, [], "an empty index"),
            ]
            for (entries, isSparse, expected, reason) in cases {
                let index = try SampleManifest.index(entries)
                let found = try await missing {
                    try await registry.push(index, to: repository, allowsSparseIndex: isSparse)
                }
                #expect(found == expected, "\(reason)")
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aSubjectMayBeAbsent(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let config = try await registry.pushBlob([1], to: repository)
            let subject = try Descriptor(mediaType: .ociManifest, digest: Digest(of: [9]), size: 1)
            try await registry.push(
                SampleManifest.image(config: config, layers: [], subject: subject), to: repository)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func tagsMoveAndBytesStay(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            func digest(of reference: String) async throws -> Digest? {
                try await registry.manifests.find(Reference(reference), repositoryID: repository.id)?.digest
            }
            let first = try await registry.pushImage(1, to: repository, tags: ["b", "a", "a", "latest"])
            for tag in ["a", "b", "latest"] { #expect(try await digest(of: tag) == first.digest()) }
            let second = try await registry.pushImage(2, to: repository, tags: ["latest"])
            #expect(try await digest(of: "latest") == second.digest())
            #expect(try await digest(of: "a") == first.digest())
            try await registry.push(first, to: repository, tags: ["latest"])
            #expect(try await digest(of: "latest") == first.digest(), "back again")
            #expect(try await registry.number("SELECT count(*) AS n FROM artifact") == 2)
            let found = try #require(
                try await registry.manifests.find(.digest(first.digest()), repositoryID: repository.id))
            #expect(found.tagID == nil && found.mediaType == MediaType.ociManifest.rawValue)
            #expect(found.manifestSize == Int64(first.bytes.count))
            // Twice: from the database and from memory.
            for _ in 0..<2 {
                let content = try #require(try await registry.manifests.content(of: found))
                #expect(Array(content.readableBytesView) == first.bytes)
            }
            let other = try await registry.makeRepository("team/other")
            #expect(try await registry.manifests.find(.digest(first.digest()), repositoryID: other.id) == nil)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func oneManifestMayHaveADigestOfEachAlgorithm(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let manifest = try await registry.pushImage(1, to: repository)
            let long = try manifest.digest(.sha512)
            try await registry.manifests.push(
                ManifestPush(
                    repository: repository, manifest: manifest, digest: long, tags: [], allowsSparseIndex: false,
                    pushedBy: "alice"))
            let found = try #require(try await registry.manifests.find(.digest(long), repositoryID: repository.id))
            #expect(found.digest == long)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aDeletedRepositoryTakesNothing(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            try await registry.projects.delete(named: "team")
            await #expect(throws: CatalogError.repositoryGone) {
                try await registry.push(SampleManifest.index([]), to: repository)
            }
        }
    }

    /// Pushes that move the same tags in different orders never wait for each other in a circle.
    @Test(arguments: DatabaseKind.allCases)
    func pushesThatShareTagsDoNotBlockEachOther(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let tags = ["a", "b", "c", "d"]
            let pushed = try await concurrently(16) { number in
                try await registry.pushImage(number % 4, to: repository, tags: number % 2 == 0 ? tags : tags.reversed())
                    .digest()
            }
            let named = try await concurrently(4) { number in
                try await registry.manifests.find(Reference(tags[number]), repositoryID: repository.id)?.digest
            }
            #expect(Set(named).count == 1, "all tags were moved by one push")
            #expect(pushed.contains { $0 == named[0] })
        }
    }
}
