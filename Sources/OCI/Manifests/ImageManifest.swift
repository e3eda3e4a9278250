/// The manifest of one image or artifact (OCI image spec, manifest.md; Docker image manifest version 2, schema 2).
package struct ImageManifest: Hashable, Sendable {
    /// The version of the schema: always 2.
    package var schemaVersion: Int { 2 }
    /// The kind of manifest: OCI's or Docker's.
    package let mediaType: MediaType
    /// The kind of artifact, if the manifest itself says it.
    package let artifactType: String?
    /// The configuration.
    package let config: Descriptor
    /// The layers, the lowest first.
    package let layers: [Descriptor]
    /// The manifest that this one is about, which need not exist.
    package let subject: Descriptor?
    /// What the manifest's author noted.
    package let annotations: [String: String]
}
