import Catalog
import OCI
import RegistryTesting
import SQL
import Testing

@Suite struct UntaggedDeletionTests {
    @Test(arguments: DatabaseKind.allCases)
    func aProtectedAccessoryKeepsItsSubject(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository)
            let content = try await registry.pushBlob(Array("{}".utf8), to: repository)
            let subject = try Descriptor(
                mediaType: .ociManifest, digest: image.digest(), size: Int64(image.bytes.count))
            let accessory = try SampleManifest.image(
                config: content, layers: [content], subject: subject, artifactType: "application/spdx+json")
            try await registry.push(accessory, to: repository, tags: ["kept"])
            try await registry.makeRule("kept", in: repository)
            registry.clock.advance(bySeconds: 60)
            let cutoff = registry.clock.now
            let found = try await registry.deletion.untagged(.all, after: 0, pushedBefore: cutoff, limit: 10)
            #expect(try found.map(\.digest) == [image.digest()])
            let artifact = try #require(found.first)
            let gone = try await registry.deletion.deleteUntagged(artifact, pushedBefore: cutoff, by: "gc")
            #expect(gone.isEmpty, "it stays, and nothing is thrown")
            #expect(try await registry.number("SELECT count(*) FROM artifact") == 2)
        }
    }
}
