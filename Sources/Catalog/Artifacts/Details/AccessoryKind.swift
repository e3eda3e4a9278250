import OCI

/// What an artifact that belongs to another one is to it, in Harbor's words.
enum AccessoryKind: String, Sendable {
    /// A cosign signature.
    case cosignSignature = "signature.cosign"
    /// A Notary Project signature.
    case notationSignature = "signature.notation"
    /// A bill of materials that the registry made.
    case sbom = "sbom.harbor"
    /// An image prepared for lazy loading.
    case nydus = "accelerator.nydus"
    /// Anything else that names a subject.
    case other = "subject.accessory"

    private static let known: [String: AccessoryKind] = [
        "application/vnd.cncf.notary.signature": .notationSignature,
        "application/vnd.dev.cosign.artifact.sig.v1+json": .cosignSignature,
        "application/vnd.dev.cosign.simplesigning.v1+json": .cosignSignature,
        "application/vnd.goharbor.harbor.sbom.v1": .sbom,
        "application/vnd.nydus.image.manifest.v1+json": .nydus,
    ]

    /// What a manifest with a subject is to it.
    init(of manifest: Manifest) {
        var types = [manifest.artifactType]
        if case .image(let image) = manifest.content { types.append(image.config.mediaType.rawValue) }
        let kind = types.lazy.compactMap { $0.flatMap { Self.known[$0] } }.first
        // A bundle holds a signature together with what proves when it was made.
        let isBundle = types.contains { $0?.hasPrefix("application/vnd.dev.sigstore.bundle") == true }
        self = kind ?? (isBundle ? .cosignSignature : .other)
    }
}

/// An artifact's subject, and what the artifact is to it.
struct AccessoryLink: Sendable, Equatable {
    let subject: Digest
    let kind: AccessoryKind

    /// What a manifest says of its subject, or what one of its tags says of it in the way of older cosign versions.
    init?(manifest: Manifest, tags: [String]) {
        if let subject = manifest.subject?.digest {
            self.subject = subject
            kind = AccessoryKind(of: manifest)
            return
        }
        guard case .image(let image) = manifest.content,
            let link = tags.lazy.compactMap({ Self.link(tag: $0, image: image) }).first
        else { return nil }
        (subject, kind) = link
    }

    /// Reads a tag such as `sha256-….sig`. The layers have to be what the suffix says: a tag alone must not hide an
    /// image from the list.
    private static func link(tag: String, image: ImageManifest) -> (Digest, AccessoryKind)? {
        guard tag.hasPrefix("sha256-"), let dot = tag.lastIndex(of: "."),
            let subject = try? Digest("sha256:" + tag[..<dot].dropFirst("sha256-".count))
        else { return nil }
        let types = image.layers.map(\.mediaType.rawValue)
        switch tag[dot...] {
        case ".sig":
            let isSigned = types.contains("application/vnd.dev.cosign.simplesigning.v1+json")
            return isSigned ? (subject, .cosignSignature) : nil
        case ".att": return types.contains("application/vnd.dsse.envelope.v1+json") ? (subject, .other) : nil
        case ".sbom":
            let words = ["spdx", "cyclonedx", "syft"]
            return types.contains { type in words.contains { type.contains($0) } } ? (subject, .other) : nil
        default: return nil
        }
    }
}
