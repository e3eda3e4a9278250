import OCI
import Testing

@Suite struct MediaTypeTests {
    static let accepted: [(text: String, reason: String)] = [
        ("application/vnd.oci.image.manifest.v1+json", "the common case"),
        ("a/b", "the shortest"),
        ("1/2", "digits may begin"),
        ("x!#$&-^_.+/y!#$&-^_.+", "every character that RFC 6838 allows"),
        ("Text/Plain", "letters of both cases, kept as they are"),
        (String(repeating: "a", count: 127) + "/" + String(repeating: "b", count: 127), "255 characters"),
    ]

    @Test(arguments: accepted)
    func acceptedTypesPrintAsTheyWereWritten(_ text: String, _ reason: String) throws {
        #expect(try MediaType(text).rawValue == text, "\(reason)")
        #expect(try MediaType(contentType: text).rawValue == text, "\(reason)")
    }

    static let refused: [(text: String, reason: String)] = [
        ("", "nothing"),
        ("application", "no subtype"),
        ("/json", "no type"),
        ("application/", "an empty subtype"),
        ("a/b/c", "two slashes"),
        ("+a/b", "begins with a mark"),
        ("a/.b", "begins with a mark"),
        ("*/*", "a range is not a type"),
        ("a/b c", "a blank inside"),
        ("a/b,c/d", "a list"),
        ("a/é", "not ASCII"),
        ("a/b\u{0}", "a zero byte"),
        (String(repeating: "a", count: 128) + "/b", "a type of 128 characters"),
        ("a/" + String(repeating: "b", count: 128), "a subtype of 128 characters"),
    ]

    @Test(arguments: refused)
    func otherTextsAreRefused(_ text: String, _ reason: String) {
        #expect(throws: MediaTypeError.self, "\(reason)") { try MediaType(text) }
        #expect(throws: MediaTypeError.self, "\(reason)") { try MediaType(contentType: text) }
    }

    static let fields: [(text: String, type: String?, reason: String)] = [
        ("application/json; charset=utf-8", "application/json", "a parameter"),
        ("application/json;charset=utf-8;x=y", "application/json", "parameters without blanks"),
        (" \tapplication/json\t ; x", "application/json", "blanks around"),
        ("application/json;", "application/json", "a semicolon alone"),
        (";application/json", nil, "nothing before the semicolon"),
        ("  ", nil, "only blanks"),
        ("application/json\r\n", nil, "a line's end is no blank"),
    ]

    @Test(arguments: fields)
    func contentTypesLoseTheirParameters(_ text: String, _ type: String?, _ reason: String) {
        #expect((try? MediaType(contentType: text))?.rawValue == type, "\(reason)")
        #expect(throws: MediaTypeError.self, "\(reason)") { try MediaType(text) }
    }

    @Test func kindsAreTold() throws {
        #expect(MediaType.ociManifest.isManifest && MediaType.dockerManifest.isManifest)
        #expect(MediaType.ociIndex.isIndex && MediaType.dockerManifestList.isIndex)
        #expect(!MediaType.ociIndex.isManifest && !MediaType.ociManifest.isIndex)
        for other in [
            MediaType.dockerSchema1, .dockerSchema1Signed, .ociArtifactManifest, .ociEmpty, .octetStream, .json,
        ] {
            #expect(!other.isManifestOrIndex)
            #expect(try MediaType(other.rawValue) == other)
        }
    }

    static let foreign: [(text: String, isForeign: Bool)] = [
        ("application/vnd.oci.image.layer.nondistributable.v1.tar", true),
        ("application/vnd.oci.image.layer.nondistributable.v1.tar+gzip", true),
        ("application/vnd.oci.image.layer.nondistributable.v1.tar+zstd", true),
        ("application/vnd.docker.image.rootfs.foreign.diff.tar.gzip", true),
        ("application/vnd.oci.image.layer.v1.tar+gzip", false),
        ("application/vnd.docker.image.rootfs.diff.tar.gzip", false),
        ("application/vnd.example.nondistributable.v1", false),
    ]

    @Test(arguments: foreign)
    func foreignLayersAreTold(_ text: String, _ isForeign: Bool) throws {
        #expect(try MediaType(text).isForeignLayer == isForeign)
    }
}
