/// Documents as clients push them.
enum Samples {
    static let hex = String(repeating: "0123456789abcdef", count: 4)
    static let digest = "sha256:" + hex
    static let longDigest = "sha512:" + hex + hex

    /// The digest whose hash ends with the number.
    static func digest(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return "sha256:" + String(repeating: "0", count: 64 - digits.count) + digits
    }

    static func descriptor(_ mediaType: String, _ number: Int = 1, size: String = "7", more: String = "") -> String {
        #"{"mediaType":"\#(mediaType)","digest":"\#(digest(number))","size":\#(size)\#(more)}"#
    }

    static let config = descriptor("application/vnd.oci.image.config.v1+json", 1)
    static let layer = descriptor("application/vnd.oci.image.layer.v1.tar+gzip", 2)
    static let child = descriptor("application/vnd.oci.image.manifest.v1+json", 3)

    static let ociImage = """
        {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":\(config),
        "layers":[\(layer)],"annotations":{"org.opencontainers.image.title":"caf\\u00e9 \u{1F433}"}}
        """

    static let dockerImage = """
        {
           "schemaVersion": 2,
           "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
           "config": \(descriptor("application/vnd.docker.container.image.v1+json", 4)),
           "layers": [
              \(descriptor("application/vnd.docker.image.rootfs.foreign.diff.tar.gzip", 5, more: #","urls":["https://example.com/a"]"#)),
              \(descriptor("application/vnd.docker.image.rootfs.diff.tar.gzip", 6))
           ]
        }
        """

    static let signature = """
        {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",
        "artifactType":"application/vnd.dev.cosign.artifact.sig.v1+json",
        "config":\(descriptor("application/vnd.oci.empty.v1+json", 7, size: "2", more: #","data":"e30=""#)),
        "layers":[\(descriptor("application/vnd.dev.cosign.simplesigning.v1+json", 8))],
        "subject":\(child)}
        """

    static let ociIndex = """
        {"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[
        \(descriptor("application/vnd.oci.image.manifest.v1+json", 9, more:
            #","platform":{"architecture":"arm64","os":"linux","os.version":"1","os.features":["a"],"variant":"v8"}"#)),
        \(descriptor("application/vnd.oci.image.index.v1+json", 10, more: #","artifactType":"example/sbom","annotations":{"a":"b"}"#))],
        "subject":\(child),"annotations":{"c":"d"}}
        """

    static let buildCache = """
        {"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[
        \(layer),\(descriptor("application/vnd.buildkit.cacheconfig.v0", 11)),
        \(descriptor("application/vnd.oci.image.layer.nondistributable.v1.tar+gzip", 12))]}
        """

    static let dockerList = """
        {"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.list.v2+json","manifests":[
        \(descriptor("application/vnd.docker.distribution.manifest.v2+json", 13,
            more: #","platform":{"architecture":"amd64","os":"linux","features":["sse4"]}"#))]}
        """

    static let manifests = [ociImage, dockerImage, signature, ociIndex, buildCache, dockerList]
}
