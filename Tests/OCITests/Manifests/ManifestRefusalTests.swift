import OCI
import Testing

@Suite struct ManifestRefusalTests {
    private static func image(_ more: String, config: String = Samples.config, layers: String = "[]") -> String {
        #"{"schemaVersion":2,"config":\#(config),"layers":\#(layers)\#(more)}"#
    }

    private static func layer(_ fields: String) -> String {
        image("", layers: "[\(Samples.layer),{\(fields)}]")
    }

    private static let named = #""mediaType":"a/b","digest":"\#(Samples.digest)""#

    static let refused: [(document: String, reason: String)] = [
        ("", "unexpected end at byte 0"),
        ("[]", "not an object"),
        ("{}", "neither an image manifest nor an index"),
        (#"{"config":{},"layers":[]}"#, "schemaVersion is missing"),
        (#"{"schemaVersion":"2","config":{}}"#, "schemaVersion is not 2"),
        (#"{"schemaVersion":2.0,"config":{}}"#, "schemaVersion is not 2"),
        (#"{"schemaVersion":3,"config":{}}"#, "schemaVersion is not 2"),
        (#"{"schemaVersion":2,"mediaType":7,"config":{}}"#, "mediaType is not a string"),
        (#"{"schemaVersion":2,"layers":[]}"#, "config is missing"),
        (image("", config: "null"), "config is missing"),
        (image("", config: "[]"), "config: not an object"),
        (image("", layers: "{}"), "layers is not an array"),
        (image("", layers: "[[]]"), "layers[0]: not an object"),
        (image("", layers: "[null]"), "layers[0]: not an object"),
        (#"{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json"}"#, "manifests is missing"),
        (#"{"schemaVersion":2,"manifests":7}"#, "manifests is not an array"),
        (#"{"schemaVersion":2,"manifests":["a"]}"#, "manifests[0]: not an object"),
        (layer(#""digest":"\#(Samples.digest)","size":1"#), "layers[1]: mediaType is missing"),
        (layer(#""mediaType":"a","digest":"\#(Samples.digest)","size":1"#), "layers[1]: mediaType is not a media type"),
        (layer(#""mediaType":"a/b","size":1"#), "layers[1]: digest is missing"),
        (layer(#""mediaType":"a/b","digest":1,"size":1"#), "layers[1]: digest is not a string"),
        (layer(#""mediaType":"a/b","digest":"sha256:1","size":1"#), "layers[1]: malformed digest"),
        (layer(#""mediaType":"a/b","digest":"md5:1","size":1"#), "layers[1]: unsupported digest algorithm"),
        (layer(named), "layers[1]: size is missing"),
        (layer(named + #","size":"1""#), "layers[1]: size is not a whole number of bytes"),
        (layer(named + #","size":1.0"#), "layers[1]: size is not a whole number of bytes"),
        (layer(named + #","size":1e3"#), "layers[1]: size is not a whole number of bytes"),
        (layer(named + #","size":9223372036854775808"#), "layers[1]: size is not a whole number of bytes"),
        (layer(named + #","size":-1"#), "layers[1]: the size is negative"),
        (layer(named + #","size":1,"urls":"a""#), "layers[1]: urls is not an array of strings"),
        (layer(named + #","size":1,"urls":[1]"#), "layers[1]: urls is not an array of strings"),
        (layer(named + #","size":1,"annotations":[]"#), "layers[1]: annotations is not an object"),
        (layer(named + #","size":1,"annotations":{"a":1}"#), "layers[1]: an annotation is not a string"),
        (layer(named + #","size":1,"annotations":{"a":null}"#), "layers[1]: an annotation is not a string"),
        (layer(named + #","size":1,"artifactType":"a""#), "layers[1]: artifactType is not a media type"),
        (layer(named + #","size":1,"platform":"linux""#), "layers[1]: not an object"),
        (layer(named + #","size":1,"platform":{"os":1}"#), "layers[1]: os is not a string"),
        (image(#","subject":"\#(Samples.digest)""#), "subject: not an object"),
        (image(#","subject":{}"#), "subject: mediaType is missing"),
        (image(#","annotations":{"a":{}}"#), "an annotation is not a string"),
        (image(#","artifactType":7"#), "artifactType is not a string"),
        (image(#","artifactType":"a b/c""#), "artifactType is not a media type"),
    ]

    @Test(arguments: refused)
    func malformedManifestsSayWhy(_ document: String, _ reason: String) {
        #expect(throws: ManifestError.malformed(reason: reason)) {
            try Manifest(bytes: Array(document.utf8), contentType: nil)
        }
    }

    static let imitations: [(document: String, reason: String)] = [
        (image(#","Layers":[]"#), "another client pulls these layers"),
        (image(#","MEDIATYPE":"a/b""#), "another client sees this type"),
        (image(#","layer\u017f":[]"#), "the long s folds to s"),
        (image(#","\u212aonfig":{},"\u212a":1,"confi\u0047":1"#), "an escaped letter"),
        (image(#","manifestS":[]"#), "an index for one client, an image for the other"),
        (layer(named + #","size":1,"Digest":"\#(Samples.digest(5))""#), "another client pulls this layer"),
        (layer(named + #","size":1,"platform":{"OS":"linux"}"#), "another client sees this platform"),
    ]

    @Test(arguments: imitations)
    func namesThatOnlyDifferInCaseAreRefused(_ document: String, _ reason: String) {
        let error = #expect(throws: ManifestError.self, "\(reason)") {
            try Manifest(bytes: Array(document.utf8), contentType: nil)
        }
        #expect(error?.description.hasSuffix("a name differs from a known one only in upper and lower case") == true)
    }

    static let tolerated: [(document: String, reason: String)] = [
        (image("", layers: "null"), "Go writes null for no layers"),
        (#"{"schemaVersion":2,"config":\#(Samples.config)}"#, "no layers at all"),
        (#"{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":null}"#, "no entries"),
        (image(#","manifests":null,"subject":null,"annotations":null"#), "null is absent"),
        (image(#","artifactType":"""#), "Go writes an empty string for an absent one"),
        (image(#","artifactType":"text/plain; charset=utf-8""#), "a type with a parameter"),
        (image(#","signatures":[{"Config":1}],"history":{"Layers":[]}"#), "unknown members, whatever is in them"),
        (layer(#""mediaType":"text/plain; charset=utf-8","digest":"\#(Samples.digest)","size":0"#), "a parameter"),
        (layer(named + #","size":9223372036854775,"data":"e30=","platform":{}"#), "all that is optional"),
        (layer(named + #","size":1,"annotations":{"Digest":"a","digest":"b"}"#), "annotations are free"),
    ]

    @Test(arguments: tolerated)
    func whatClientsWriteIsTolerated(_ document: String, _ reason: String) throws {
        #expect(throws: Never.self, "\(reason)") { try Manifest(bytes: Array(document.utf8), contentType: nil) }
    }
}
