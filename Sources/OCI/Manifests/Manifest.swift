/// A manifest that was read and checked, and the exact bytes that were pushed.
package struct Manifest: Hashable, Sendable {
    /// What a manifest describes.
    package enum Content: Hashable, Sendable {
        /// One image or artifact.
        case image(ImageManifest)
        /// A list of manifests.
        case index(ImageIndex)
    }

    /// The largest manifest that is accepted, in bytes (OCI distribution spec, "Pushing manifests", asks for 4 MiB).
    package static let maximumSize = 4 << 20

    /// The bytes as they were pushed; the manifest's digest is theirs.
    package let bytes: [UInt8]
    /// What the manifest describes.
    package let content: Content
    /// What is stored as blobs: configuration and layers, or those entries of an index that are not manifests (build
    /// caches list layers there). Each digest once, without foreign layers, in the order of the manifest.
    package let blobs: [Descriptor]
    /// The entries of an index that are manifests themselves, in their order; one digest may come for several platforms.
    package let children: [Descriptor]
    /// The lengths of the manifest and its ``blobs`` together, in bytes.
    package let totalSize: Int64

    /// Reads a manifest (OCI image spec, manifest.md and image-index.md; Docker manifests of version 2, schema 2).
    ///
    /// - Parameter contentType: the `Content-Type` that the manifest was sent with, or nil if none was.
    /// - Throws: ``ManifestError``.
    package init(bytes: [UInt8], contentType: String?) throws(ManifestError) {
        guard bytes.count <= Self.maximumSize else { throw .tooLarge }
        let document: JSONValue
        do throws(JSONError) {
            document = try JSONValue(parsing: bytes)
        } catch {
            throw .malformed(reason: error.description)
        }
        try self.init(bytes: bytes, content: Content(document, contentType: contentType))
    }

    private init(bytes: [UInt8], content: Content) throws(ManifestError) {
        self.bytes = bytes
        self.content = content
        switch content {
        case .image(let manifest):
            blobs = Self.stored([manifest.config] + manifest.layers)
            children = []
        case .index(let index):
            blobs = Self.stored(index.manifests.filter { !$0.mediaType.isManifestOrIndex })
            children = index.manifests.filter(\.mediaType.isManifestOrIndex)
        }
        var total = Int64(bytes.count)
        for blob in blobs {
            let (sum, overflow) = total.addingReportingOverflow(blob.size)
            guard !overflow else { throw .malformed(reason: "the sizes add up to too much") }
            total = sum
        }
        totalSize = total
    }

    private static func stored(_ descriptors: [Descriptor]) -> [Descriptor] {
        var seen: Set<Digest> = []
        seen.reserveCapacity(descriptors.count)
        var stored: [Descriptor] = []
        stored.reserveCapacity(descriptors.count)
        for descriptor in descriptors where !descriptor.isForeign && seen.insert(descriptor.digest).inserted {
            stored.append(descriptor)
        }
        return stored
    }
}

extension Manifest {
    /// The manifest's media type.
    package var mediaType: MediaType {
        switch content {
        case .image(let manifest): manifest.mediaType
        case .index(let index): index.mediaType
        }
    }

    /// The kind of artifact: what the manifest says, or else the media type of its configuration; nil for an index
    /// that says nothing (OCI distribution spec, "Listing referrers").
    package var artifactType: String? {
        switch content {
        case .image(let manifest): manifest.artifactType ?? manifest.config.mediaType.rawValue
        case .index(let index): index.artifactType
        }
    }

    /// The manifest that this one is about, which need not exist.
    package var subject: Descriptor? {
        switch content {
        case .image(let manifest): manifest.subject
        case .index(let index): index.subject
        }
    }

    /// What the manifest's author noted.
    package var annotations: [String: String] {
        switch content {
        case .image(let manifest): manifest.annotations
        case .index(let index): index.annotations
        }
    }
}
