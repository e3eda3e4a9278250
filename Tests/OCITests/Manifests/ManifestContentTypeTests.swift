import OCI
import Testing

@Suite struct ManifestContentTypeTests {
    static let image = #"{"schemaVersion":2,"config":\#(Samples.config),"layers":[]"#
    static let index = #"{"schemaVersion":2,"manifests":[]"#
    static let ociImage = #","mediaType":"application/vnd.oci.image.manifest.v1+json"}"#
    static let ociIndex = #","mediaType":"application/vnd.oci.image.index.v1+json"}"#

    static let accepted: [(document: String, contentType: String?, mediaType: MediaType, reason: String)] = [
        (image + ociImage, "application/vnd.oci.image.manifest.v1+json", .ociManifest, "both say the same"),
        (image + ociImage, "application/vnd.oci.image.manifest.v1+json; charset=utf-8", .ociManifest, "a parameter"),
        (image + ociImage, nil, .ociManifest, "only the document says it"),
        (image + ociImage, "", .ociManifest, "an empty field says nothing"),
        (image + "}", "application/vnd.oci.image.manifest.v1+json", .ociManifest, "only the field says it"),
        (image + "}", "application/vnd.docker.distribution.manifest.v2+json", .dockerManifest, "Docker's type, too"),
        (image + #","mediaType":null}"#, "application/vnd.oci.image.manifest.v1+json", .ociManifest, "null is absent"),
        (image + #","mediaType":""}"#, nil, .ociManifest, "Go writes an empty string for an absent one"),
        (image + "}", nil, .ociManifest, "config and layers make an image"),
        (index + ociIndex, "application/vnd.oci.image.index.v1+json", .ociIndex, "both say the same"),
        (index + "}", "application/vnd.docker.distribution.manifest.list.v2+json", .dockerManifestList, "the field"),
        (index + "}", nil, .ociIndex, "manifests make an index"),
    ]

    @Test(arguments: accepted)
    func mediaTypesAreFound(
        _ document: String, _ contentType: String?, _ mediaType: MediaType, _ reason: String
    ) throws {
        let manifest = try Manifest(bytes: Array(document.utf8), contentType: contentType)
        #expect(manifest.mediaType == mediaType, "\(reason)")
    }

    static let both = #"{"schemaVersion":2,"config":\#(Samples.config),"layers":[],"manifests":[]"#
    static let refused: [(document: String, contentType: String?, error: ManifestError, reason: String)] = [
        (
            image + ociImage, "application/vnd.docker.distribution.manifest.v2+json", .mediaTypeMismatch,
            "OCI's and Docker's differ"
        ),
        (image + ociImage, "application/vnd.oci.image.index.v1+json", .mediaTypeMismatch, "an image sent as an index"),
        (image + ociImage, "application/json", .mediaTypeMismatch, "a general type"),
        (image + ociImage, "nonsense", .mediaTypeMismatch, "no type at all"),
        (image + "}", "application/json", .unsupportedMediaType("application/json"), "a general type alone"),
        (image + "}", "nonsense", .unsupportedMediaType("nonsense"), "no type at all, alone"),
        (
            image + #","mediaType":"application/vnd.oci.artifact.manifest.v1+json"}"#, nil,
            .unsupportedMediaType("application/vnd.oci.artifact.manifest.v1+json"), "a withdrawn draft"
        ),
        (
            #"{"schemaVersion":1,"name":"a","fsLayers":[]}"#, nil,
            .unsupportedMediaType("application/vnd.docker.distribution.manifest.v1+json"), "schema 1 has no media type"
        ),
        (
            #"{"schemaVersion":1,"signatures":[]}"#, "application/vnd.docker.distribution.manifest.v1+prettyjws",
            .unsupportedMediaType("application/vnd.docker.distribution.manifest.v1+prettyjws"), "schema 1, signed"
        ),
        (
            index + "}", "application/vnd.oci.image.manifest.v1+json",
            .malformed(reason: "an image has no manifests"), "an index sent as an image"
        ),
        (
            image + "}", "application/vnd.oci.image.index.v1+json",
            .malformed(reason: "an index has neither config nor layers"), "an image sent as an index"
        ),
        (both + "}", nil, .malformed(reason: "both layers and manifests"), "one document with two readings"),
        (both + ociImage, nil, .malformed(reason: "both layers and manifests"), "two readings, one declared"),
        (both + ociIndex, nil, .malformed(reason: "both layers and manifests"), "two readings, one declared"),
        (
            #"{"schemaVersion":2,"layers":[],"manifests":[]}"#, nil,
            .malformed(reason: "both layers and manifests"), "layers alone are enough"
        ),
        (#"{"schemaVersion":2}"#, nil, .malformed(reason: "neither an image manifest nor an index"), "nothing in it"),
    ]

    @Test(arguments: refused)
    func otherTypesAreRefused(
        _ document: String, _ contentType: String?, _ error: ManifestError, _ reason: String
    ) {
        #expect(throws: error, "\(reason)") {
            try Manifest(bytes: Array(document.utf8), contentType: contentType)
        }
    }
}
