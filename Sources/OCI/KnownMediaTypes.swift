extension MediaType {
    /// An OCI image manifest.
    package static let ociManifest = MediaType(known: "application/vnd.oci.image.manifest.v1+json")
    /// An OCI image index.
    package static let ociIndex = MediaType(known: "application/vnd.oci.image.index.v1+json")
    /// The artifact manifest of a withdrawn draft of the OCI image spec; not accepted.
    package static let ociArtifactManifest = MediaType(known: "application/vnd.oci.artifact.manifest.v1+json")
    /// A Docker image manifest, version 2, schema 2.
    package static let dockerManifest = MediaType(known: "application/vnd.docker.distribution.manifest.v2+json")
    /// A Docker manifest list.
    package static let dockerManifestList = MediaType(
        known: "application/vnd.docker.distribution.manifest.list.v2+json")
    /// A Docker image manifest, version 2, schema 1, without signatures; not accepted.
    package static let dockerSchema1 = MediaType(known: "application/vnd.docker.distribution.manifest.v1+json")
    /// A Docker image manifest, version 2, schema 1, with signatures; not accepted.
    package static let dockerSchema1Signed = MediaType(
        known: "application/vnd.docker.distribution.manifest.v1+prettyjws")
    /// The two bytes `{}`, where a descriptor is needed and there is nothing to say.
    package static let ociEmpty = MediaType(known: "application/vnd.oci.empty.v1+json")
    /// An OCI image's configuration.
    package static let ociImageConfig = MediaType(known: "application/vnd.oci.image.config.v1+json")
    /// A Docker image's configuration.
    package static let dockerImageConfig = MediaType(known: "application/vnd.docker.container.image.v1+json")
    /// Bytes of an unknown kind.
    package static let octetStream = MediaType(known: "application/octet-stream")
    /// JSON (RFC 8259).
    package static let json = MediaType(known: "application/json")

    /// Whether this is the manifest of one image or artifact.
    package var isManifest: Bool { self == .ociManifest || self == .dockerManifest }

    /// Whether this is a list of manifests.
    package var isIndex: Bool { self == .ociIndex || self == .dockerManifestList }

    /// Whether content of this type is stored as a manifest, and not as a blob.
    package var isManifestOrIndex: Bool { isManifest || isIndex }

    /// Whether this is a layer that may not be given away, and so may be absent from the registry
    /// (OCI image spec, layer.md, "Non-distributable layers"; Docker's foreign layers).
    package var isForeignLayer: Bool {
        rawValue.hasPrefix("application/vnd.oci.image.layer.nondistributable.v1.")
            || rawValue.hasPrefix("application/vnd.docker.image.rootfs.foreign.diff.")
    }
}
