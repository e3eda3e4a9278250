/// A list of manifests (OCI image spec, image-index.md; Docker manifest list).
package struct ImageIndex: Hashable, Sendable {
    /// The version of the schema: always 2.
    package var schemaVersion: Int { 2 }
    /// The kind of list: OCI's or Docker's.
    package let mediaType: MediaType
    /// The kind of artifact, if the index says it.
    package let artifactType: String?
    /// The entries in their order, whatever they refer to.
    package let manifests: [Descriptor]
    /// The manifest that this index is about, which need not exist.
    package let subject: Descriptor?
    /// What the index's author noted.
    package let annotations: [String: String]

    /// Makes an index; without more than its entries it is what the referrers API answers
    /// (OCI distribution spec, "Listing referrers").
    package init(
        mediaType: MediaType = .ociIndex, artifactType: String? = nil, manifests: [Descriptor],
        subject: Descriptor? = nil, annotations: [String: String] = [:]
    ) {
        self.mediaType = mediaType
        self.artifactType = artifactType
        self.manifests = manifests
        self.subject = subject
        self.annotations = annotations
    }
}
