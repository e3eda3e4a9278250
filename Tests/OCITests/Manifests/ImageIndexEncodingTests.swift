import OCI
import Testing

@Suite struct ImageIndexEncodingTests {
    private func descriptor(_ number: Int, artifactType: String?, annotations: [String: String]) throws -> Descriptor {
        try Descriptor(
            mediaType: .ociManifest, digest: Digest(Samples.digest(number)), size: Int64(number),
            annotations: annotations, artifactType: artifactType)
    }

    @Test func noReferrersAreAnEmptyList() {
        let text = #"{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[]}"#
        #expect(String(decoding: ImageIndex(manifests: []).encoded(), as: UTF8.self) == text)
    }

    @Test func referrersHaveTypesAndAnnotations() throws {
        let index = ImageIndex(manifests: [
            try descriptor(1, artifactType: "example/sbom", annotations: ["b": "\"2\"", "a": "1\n"]),
            try descriptor(2, artifactType: nil, annotations: [:]),
        ])
        let type = "application/vnd.oci.image.manifest.v1+json"
        let text = """
            {"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[\
            {"mediaType":"\(type)","digest":"\(Samples.digest(1))","size":1,\
            "annotations":{"a":"1\\n","b":"\\"2\\""},"artifactType":"example/sbom"},\
            {"mediaType":"\(type)","digest":"\(Samples.digest(2))","size":2}]}
            """
        #expect(String(decoding: index.encoded(), as: UTF8.self) == text)
    }

    @Test(arguments: [Samples.ociIndex, Samples.buildCache, Samples.dockerList])
    func encodedIndexesAreReadAsTheyWere(_ text: String) throws {
        let manifest = try Manifest(bytes: Array(text.utf8), contentType: nil)
        guard case .index(let index) = manifest.content else { throw Unexpected() }
        #expect(try Manifest(bytes: index.encoded(), contentType: nil).content == manifest.content)
    }

    @Test func everyFieldComesBack() throws {
        let subject = try descriptor(3, artifactType: nil, annotations: [:])
        let entry = try Descriptor(
            mediaType: .octetStream, digest: Digest(Samples.longDigest), size: .max - (1 << 20), urls: ["a", "b"],
            annotations: ["é": "\u{0}"], artifactType: "a/b",
            platform: Platform(architecture: "", os: "x", osVersion: "y", osFeatures: ["z"], variant: "w"))
        let index = ImageIndex(
            artifactType: "c/d", manifests: [entry], subject: subject, annotations: ["": "", "/": "\\"])
        #expect(try Manifest(bytes: index.encoded(), contentType: nil).content == .index(index))
    }

    @Test func negativeSizesAreRefused() throws {
        let digest = try Digest(Samples.digest)
        #expect(throws: DescriptorError.negativeSize) {
            try Descriptor(mediaType: .octetStream, digest: digest, size: -1)
        }
    }
}
