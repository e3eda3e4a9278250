extension Manifest.Content {
    private static let names: KnownNames = [
        "schemaVersion", "mediaType", "artifactType", "config", "layers", "manifests", "subject", "annotations",
    ]

    /// Reads a manifest's document.
    init(_ document: JSONValue, contentType: String?) throws(ManifestError) {
        let fields = try ManifestFields(document, known: Self.names)
        let mediaType = try Self.mediaType(fields, contentType: contentType)
        guard try fields.required("schemaVersion").integer == 2 else {
            throw .malformed(reason: "schemaVersion is not 2")
        }
        let isImage = fields.value("config") != nil || fields.value("layers") != nil
        let isIndex = fields.value("manifests") != nil
        // A document that is both would be one thing to this reader and another to the next.
        guard !(isImage && isIndex) else { throw .malformed(reason: "both layers and manifests") }
        if mediaType.isIndex {
            guard !isImage else { throw .malformed(reason: "an index has neither config nor layers") }
            self = .index(try ImageIndex(fields, mediaType: mediaType))
        } else {
            guard !isIndex else { throw .malformed(reason: "an image has no manifests") }
            self = .image(try ImageManifest(fields, mediaType: mediaType))
        }
    }

    /// The kind of manifest, from the document, the `Content-Type`, or the members that are there.
    private static func mediaType(
        _ fields: ManifestFields, contentType: String?
    ) throws(ManifestError) -> MediaType {
        let written = try fields.string("mediaType").flatMap { $0.isEmpty ? nil : $0 }
        let sent = contentType.flatMap { $0.isEmpty ? nil : $0 }
        if let written, let sent, (try? MediaType(contentType: sent))?.rawValue != written { throw .mediaTypeMismatch }
        if let text = written ?? sent { return try supported(text) }
        // Images of version 1 name no media type.
        if fields.value("schemaVersion")?.integer == 1 {
            throw .unsupportedMediaType(MediaType.dockerSchema1.rawValue)
        }
        if fields.value("manifests") != nil { return .ociIndex }
        if fields.value("config") != nil || fields.value("layers") != nil { return .ociManifest }
        throw .malformed(reason: "neither an image manifest nor an index")
    }

    private static func supported(_ text: String) throws(ManifestError) -> MediaType {
        guard let mediaType = try? MediaType(contentType: text), mediaType.isManifestOrIndex else {
            throw .unsupportedMediaType(text)
        }
        return mediaType
    }
}

extension ImageManifest {
    init(_ fields: ManifestFields, mediaType: MediaType) throws(ManifestError) {
        guard let config = try Descriptor.member("config", in: fields) else {
            throw .malformed(reason: "config is missing")
        }
        self.mediaType = mediaType
        self.config = config
        artifactType = try fields.artifactType()
        layers = try Descriptor.list("layers", in: fields)
        subject = try Descriptor.member("subject", in: fields)
        annotations = try fields.annotations()
    }
}

extension ImageIndex {
    init(_ fields: ManifestFields, mediaType: MediaType) throws(ManifestError) {
        guard fields.contains("manifests") else { throw .malformed(reason: "manifests is missing") }
        self.mediaType = mediaType
        artifactType = try fields.artifactType()
        manifests = try Descriptor.list("manifests", in: fields)
        subject = try Descriptor.member("subject", in: fields)
        annotations = try fields.annotations()
    }
}
