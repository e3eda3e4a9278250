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
            let loose = try await registry.pushImage(2, to: repository)
            let deletion = registry.deletion
            registry.clock.advance(bySeconds: 60)
            let end = registry.clock.now
            let window = try #require(
                try await deletion.untagged(.all, after: 0, window: 10, pushedBefore: end))
            #expect(try window.found.map(\.digest) == [image.digest(), loose.digest()])
            #expect(try await deletion.foretell(window.found, after: []) == [window.end], "only the other one goes")
            let gone = try await deletion.deleteUntagged(
                window.found, of: repository, pushedBefore: end, within: deletion.begin(by: "gc"))
            #expect(try gone == [loose.digest().description], "the first stays, and nothing is thrown")
            #expect(try await registry.number("SELECT count(*) FROM artifact") == 2)
            #expect(try await deletion.untagged(.all, after: window.end, window: 10, pushedBefore: end) == nil)
        }
    }
}
