/// What a manifest says about a piece of content that it refers to (OCI image spec, descriptor.md).
package struct Descriptor: Hashable, Sendable {
    /// The kind of the content; parameters that the manifest wrote behind it are cut off.
    package let mediaType: MediaType
    /// The content's digest.
    package let digest: Digest
    /// The content's length in bytes, 0 or more.
    package let size: Int64
    /// Other places from which the content may be had.
    package let urls: [String]
    /// What the manifest's author noted.
    package let annotations: [String: String]
    /// The kind of artifact, if the content is an artifact's manifest.
    package let artifactType: String?
    /// The machine that the content is made for.
    package let platform: Platform?

    /// Whether the content may be absent from the registry: a layer that may not be given away.
    package var isForeign: Bool { mediaType.isForeignLayer }

    /// Makes a descriptor.
    ///
    /// - Throws: ``DescriptorError``.
    package init(
        mediaType: MediaType, digest: Digest, size: Int64, urls: [String] = [], annotations: [String: String] = [:],
        artifactType: String? = nil, platform: Platform? = nil
    ) throws(DescriptorError) {
        guard size >= 0 else { throw .negativeSize }
        self.mediaType = mediaType
        self.digest = digest
        self.size = size
        self.urls = urls
        self.annotations = annotations
        self.artifactType = artifactType
        self.platform = platform
    }
}
