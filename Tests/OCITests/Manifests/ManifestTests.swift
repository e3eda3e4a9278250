import OCI
import Testing

@Suite struct ManifestTests {
    private func manifest(_ text: String, contentType: String? = nil) throws -> Manifest {
        try Manifest(bytes: Array(text.utf8), contentType: contentType)
    }

    private func digests(_ numbers: Int...) throws -> [Digest] {
        try numbers.map { try Digest(Samples.digest($0)) }
    }

    @Test(arguments: Samples.manifests)
    func bytesStayAsTheyWere(_ text: String) throws {
        #expect(try manifest(text).bytes == Array(text.utf8))
    }

    @Test func imagesOfOCIAreRead() throws {
        let manifest = try manifest(Samples.ociImage)
        #expect(manifest.mediaType == .ociManifest)
        #expect(manifest.blobs.map(\.digest) == (try digests(1, 2)))
        #expect(manifest.children.isEmpty && manifest.subject == nil)
        #expect(manifest.artifactType == "application/vnd.oci.image.config.v1+json")
        #expect(manifest.annotations == ["org.opencontainers.image.title": "café \u{1F433}"])
        #expect(manifest.totalSize == Int64(Samples.ociImage.utf8.count) + 14)
        guard case .image(let image) = manifest.content else { throw Unexpected() }
        #expect(image.schemaVersion == 2 && image.artifactType == nil && image.layers.map(\.size) == [7])
    }

    @Test func foreignLayersOfDockerAreNoBlobs() throws {
        let manifest = try manifest(Samples.dockerImage)
        #expect(manifest.mediaType == .dockerManifest)
        #expect(manifest.blobs.map(\.digest) == (try digests(4, 6)))
        guard case .image(let image) = manifest.content else { throw Unexpected() }
        #expect(image.layers.map(\.isForeign) == [true, false])
        #expect(image.layers.first?.urls == ["https://example.com/a"])
    }

    @Test func signaturesHaveASubjectAndAType() throws {
        let manifest = try manifest(Samples.signature)
        #expect(manifest.subject?.digest == (try Digest(Samples.digest(3))))
        #expect(manifest.artifactType == "application/vnd.dev.cosign.artifact.sig.v1+json")
        #expect(manifest.blobs.map(\.digest) == (try digests(7, 8)))
        #expect(manifest.children.isEmpty, "a subject is no child")
    }

    @Test func indexesHaveChildren() throws {
        let manifest = try manifest(Samples.ociIndex)
        #expect(manifest.mediaType == .ociIndex && manifest.artifactType == nil)
        #expect(manifest.children.map(\.digest) == (try digests(9, 10)) && manifest.blobs.isEmpty)
        #expect(manifest.subject?.digest == (try Digest(Samples.digest(3))) && manifest.annotations == ["c": "d"])
        #expect(manifest.totalSize == Int64(Samples.ociIndex.utf8.count), "children are counted on their own")
        let platform = Platform(architecture: "arm64", os: "linux", osVersion: "1", osFeatures: ["a"], variant: "v8")
        #expect(manifest.children[0].platform == platform && manifest.children[0].artifactType == nil)
        #expect(manifest.children[1].artifactType == "example/sbom" && manifest.children[1].annotations == ["a": "b"])
    }

    @Test func entriesOfBuildCachesAreBlobs() throws {
        let manifest = try manifest(Samples.buildCache)
        #expect(manifest.children.isEmpty)
        #expect(manifest.blobs.map(\.digest) == (try digests(2, 11)), "the foreign layer may be absent")
    }

    @Test func manifestListsOfDockerAreRead() throws {
        let manifest = try manifest(Samples.dockerList)
        #expect(manifest.mediaType == .dockerManifestList)
        #expect(manifest.children.map(\.platform) == [Platform(architecture: "amd64", os: "linux")])
    }

    @Test func blobsComeOnce() throws {
        let text = """
            {"schemaVersion":2,"config":\(Samples.config),"layers":[\(Samples.layer),\(Samples.config),\(Samples.layer)]}
            """
        let manifest = try manifest(text)
        #expect(manifest.blobs.map(\.digest) == (try digests(1, 2)))
        #expect(manifest.totalSize == Int64(text.utf8.count) + 14)
    }

    @Test func childrenMayComeForSeveralPlatforms() throws {
        let manifest = try manifest(#"{"schemaVersion":2,"manifests":[\#(Samples.child),\#(Samples.child)]}"#)
        #expect(manifest.children.count == 2)
    }

    @Test func sizesBeyond64BitsAreRefused() throws {
        let half = "4611686018427387904"
        let layers = [2, 3].map { Samples.descriptor("a/b", $0, size: half) }
        let text = { (layers: [String]) in
            #"{"schemaVersion":2,"config":\#(Samples.config),"layers":[\#(layers.joined(separator: ","))]}"#
        }
        #expect(throws: Never.self) { try manifest(text([layers[0], layers[0]])) }
        #expect(throws: ManifestError.malformed(reason: "the sizes add up to too much")) { try manifest(text(layers)) }
    }

    @Test func fourMebibytesAreTheMost() throws {
        let text = Array(Samples.ociImage.utf8)
        let blanks = [UInt8](repeating: UInt8(ascii: " "), count: (4 << 20) - text.count)
        #expect(throws: Never.self) { try Manifest(bytes: text + blanks, contentType: nil) }
        #expect(throws: ManifestError.tooLarge) { try Manifest(bytes: text + blanks + [0x20], contentType: nil) }
    }
}

/// A value was not of the kind that the test is about.
struct Unexpected: Error {}
