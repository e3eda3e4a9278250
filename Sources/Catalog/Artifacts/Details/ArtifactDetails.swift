import OCI

/// What the management API shows of an artifact and a manifest alone tells: written with the artifact, so that lists
/// never read manifests.
struct ArtifactDetails: Sendable {
    let type: ArtifactType
    /// The media type of the configuration; of an index its own.
    let mediaType: String
    /// The subject, if the artifact belongs to another one.
    let accessory: AccessoryLink?
    /// The annotations as a JSON object; nil without any.
    let annotations: String?
    /// The entries of an index as a JSON array; nil for an image.
    let references: String?
    /// The blob whose JSON becomes the extra attributes; nil if there are none to be had.
    let configuration: Descriptor?

    /// Annotations and references past these bytes are left out: what a page of artifacts shows is bounded. The
    /// manifest itself keeps all.
    private static let maximumAnnotations = 64 << 10
    private static let maximumReferences = 256 << 10
    private static let maximumConfiguration: Int64 = 1 << 20

    init(_ manifest: Manifest, tags: [String]) {
        let mediaType = Self.mediaType(of: manifest)
        let type = ArtifactType(mediaType: mediaType)
        self.type =
            type == .unknown ? manifest.artifactType.map { ArtifactType(mediaType: $0) } ?? .unknown : type
        self.mediaType = mediaType
        accessory = AccessoryLink(manifest: manifest, tags: tags)
        // The referrers API owes its clients all annotations.
        annotations = Annotations.encode(
            manifest.annotations, limit: manifest.subject == nil ? Self.maximumAnnotations : .max)
        switch manifest.content {
        case .image(let image):
            references = nil
            configuration = Self.configuration(of: image)
        case .index(let index):
            references = Self.encode(index.manifests.filter(\.mediaType.isManifestOrIndex))
            configuration = nil
        }
    }

    /// The configuration's media type; an annotation says that an image holds WebAssembly, or an index a bundle.
    private static func mediaType(of manifest: Manifest) -> String {
        let annotations = manifest.annotations
        switch manifest.content {
        case .image(let image):
            let variant = annotations["module.wasm.image/variant"]
            let isWasm = variant == "compat" || variant == "compat-smart" || annotations["run.oci.handler"] == "wasm"
            return isWasm ? "application/vnd.wasm.config.v1+json" : image.config.mediaType.rawValue
        case .index(let index):
            guard let type = annotations["org.opencontainers.artifactType"], (try? MediaType(type)) != nil else {
                return index.mediaType.rawValue
            }
            return type
        }
    }

    private static func configuration(of image: ImageManifest) -> Descriptor? {
        let type = image.config.mediaType
        guard type != .ociEmpty, type == .json || type.rawValue.hasSuffix("+json"),
            (3...maximumConfiguration).contains(image.config.size)
        else { return nil }
        return image.config
    }

    private static func encode(_ children: [Descriptor]) -> String {
        var writer = JSONWriter()
        writer.beginArray()
        for child in children {
            let before = writer
            writer.beginObject()
            writer.name("child_digest")
            writer.string(child.digest.description)
            if let platform = child.platform {
                writer.name("platform")
                writer.platform(platform)
            }
            writer.annotations(child.annotations)
            if !child.urls.isEmpty {
                writer.name("urls")
                writer.beginArray()
                for url in child.urls { writer.string(url) }
                writer.endArray()
            }
            writer.endObject()
            guard writer.bytes.count < maximumReferences else {
                writer = before
                break
            }
        }
        writer.endArray()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
