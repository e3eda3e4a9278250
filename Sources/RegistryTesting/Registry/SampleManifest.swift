import Cryptography
package import OCI

/// Manifests for tests.
package enum SampleManifest {
    /// An image's manifest of these parts.
    package static func image(
        config: Descriptor, layers: [Descriptor], subject: Descriptor? = nil, artifactType: String? = nil,
        annotations: [String: String] = [:]
    ) throws -> Manifest {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("schemaVersion")
        writer.integer(2)
        writer.name("mediaType")
        writer.string(MediaType.ociManifest.rawValue)
        if let artifactType {
            writer.name("artifactType")
            writer.string(artifactType)
        }
        writer.name("config")
        writer.descriptor(config)
        writer.name("layers")
        writer.beginArray()
        for layer in layers { writer.descriptor(layer) }
        writer.endArray()
        if let subject {
            writer.name("subject")
            writer.descriptor(subject)
        }
        writer.name("annotations")
        writer.beginObject()
        for (name, value) in annotations.sorted(by: { $0.key < $1.key }) {
            writer.name(name)
            writer.string(value)
        }
        writer.endObject()
        writer.endObject()
        return try Manifest(bytes: writer.bytes, contentType: MediaType.ociManifest.rawValue)
    }

    /// An index of these entries.
    package static func index(_ entries: [Descriptor]) throws -> Manifest {
        try Manifest(
            bytes: ImageIndex(manifests: entries).encoded(), contentType: MediaType.ociIndex.rawValue)
    }
}

extension Manifest {
    /// The manifest's digest.
    package func digest(_ algorithm: Digest.Algorithm = .sha256) throws -> Digest {
        try Digest(of: bytes, algorithm)
    }

    /// The manifest as an index or a referrer names it.
    package func descriptor() throws -> Descriptor {
        try Descriptor(mediaType: mediaType, digest: digest(), size: Int64(bytes.count))
    }
}

extension Digest {
    /// The digest of some bytes.
    package init(of bytes: [UInt8], _ algorithm: Algorithm = .sha256) throws {
        var hash = ContentHash(algorithm == .sha256 ? .sha256 : .sha512)
        hash.update(bytes)
        try self.init(algorithm: algorithm, bytes: hash.finalized())
    }
}
