package import Content
import LayerArchive
import NIOCore
import OCI

/// Reads what artifacts have beside their manifests out of their configurations and layers.
///
/// All of it was written by whoever pushed: sizes are bounded, and what can't be understood is said to be unreadable.
package struct ArtifactAdditionService: Sendable {
    private static let maximumConfiguration: Int64 = 4 << 20
    private static let maximumArchive: Int64 = 16 << 20
    private let manifests: ManifestService
    private let blobs: BlobService
    private let hashing: HashingThreads

    package init(manifests: ManifestService, blobs: BlobService, hashing: HashingThreads) {
        self.manifests = manifests
        self.blobs = blobs
        self.hashing = hashing
    }

    /// An addition of an artifact; nil if the artifact was deleted meanwhile. Throws `ArtifactAdditionError`.
    package func content(
        _ addition: ArtifactAddition, of artifact: ArtifactView
    ) async throws -> ArtifactAddition.Content? {
        let supported = ArtifactAddition.all(of: artifact.type, isIndex: artifact.isIndex)
        guard supported.contains(addition) else {
            throw ArtifactAdditionError.unsupported(addition, type: artifact.type, supported: supported)
        }
        guard let image = try await manifest(of: artifact) else { return nil }
        switch addition {
        case .buildHistory: return try await member("history", of: image, artifact, addition)
        case .dependencies: return try await member("dependencies", of: image, artifact, addition)
        case .values, .readme, .license:
            return artifact.type == ArtifactType.chart.rawValue
                ? try await chartFile(addition, of: image, artifact)
                : try await modelFile(addition, of: image, artifact)
        case .files: return .json(.array(ModelFiles.tree(of: image)))
        case .sbom:
            guard let layer = image.layers.first else { throw ArtifactAdditionError.absent(addition) }
            let bytes = try await content(of: layer, artifact, atMost: Self.maximumArchive)
            return .init(contentType: "application/json; charset=utf-8", bytes: bytes)
        }
    }

    private func manifest(of artifact: ArtifactView) async throws -> ImageManifest? {
        guard let digest = try? Digest(artifact.digest),
            let record = try await manifests.find(.digest(digest), repositoryID: artifact.repositoryID),
            let bytes = try await manifests.content(of: record)
        else { return nil }
        let manifest = try Manifest(bytes: Array(bytes.readableBytesView), contentType: record.mediaType)
        guard case .image(let image) = manifest.content else { return nil }
        return image
    }

    /// An array that the configuration has under a name; empty if it has none.
    private func member(
        _ name: String, of image: ImageManifest, _ artifact: ArtifactView, _ addition: ArtifactAddition
    ) async throws -> ArtifactAddition.Content {
        let bytes = try await content(of: image.config, artifact, atMost: Self.maximumConfiguration)
        let array = try await hashing.run { () throws -> JSONValue in
            guard let configuration = try? JSONValue(parsing: bytes).object else {
                throw ArtifactAdditionError.unreadable("the configuration is not a JSON object")
            }
            return .array(configuration[name]?.array ?? [])
        }
        return .json(array)
    }

    /// A file that lies right in a chart's directory, whatever the case of its letters; empty if there is none.
    private func chartFile(
        _ addition: ArtifactAddition, of image: ImageManifest, _ artifact: ArtifactView
    ) async throws -> ArtifactAddition.Content {
        let type = "application/vnd.cncf.helm.chart.content.v1.tar+gzip"
        guard let layer = image.layers.first(where: { $0.mediaType.rawValue == type }) else {
            throw ArtifactAdditionError.absent(addition)
        }
        let bytes = try await content(of: layer, artifact, atMost: Self.maximumArchive)
        let file = try await file(in: bytes) { name in
            let parts = name.split(separator: "/")
            return parts.count == 2 && parts[1].lowercased() == addition.rawValue
        }
        return Self.text(file ?? [], addition)
    }

    /// A document of a model: a layer of its own, as it is or in an archive.
    private func modelFile(
        _ addition: ArtifactAddition, of image: ImageManifest, _ artifact: ArtifactView
    ) async throws -> ArtifactAddition.Content {
        let names: Set<String> =
            addition == .readme ? ["readme.md", "readme"] : ["license", "license.txt", "license.md"]
        let document = image.layers.first { layer in
            names.contains(ModelFiles.path(of: layer)?.split(separator: "/").last?.lowercased() ?? "")
        }
        guard let document else { throw ArtifactAdditionError.absent(addition) }
        let bytes = try await content(of: document, artifact, atMost: Self.maximumArchive)
        guard document.mediaType.rawValue.contains(".tar") else { return Self.text(bytes, addition) }
        let file = try await file(in: bytes) { names.contains($0.split(separator: "/").last?.lowercased() ?? "") }
        guard let file else { throw ArtifactAdditionError.absent(addition) }
        return Self.text(file, addition)
    }

    private func file(in bytes: [UInt8], where isWanted: @escaping @Sendable (String) -> Bool) async throws -> [UInt8]?
    {
        do {
            return try await hashing.run {
                try LayerArchive(bytes).files(where: isWanted).min { $0.key < $1.key }?.value
            }
        } catch let error as ArchiveError { throw ArtifactAdditionError.unreadable(error.description) }
    }

    private func content(
        of descriptor: Descriptor, _ artifact: ArtifactView, atMost maximum: Int64
    ) async throws -> [UInt8] {
        guard let blob = try await blobs.find(descriptor.digest, repositoryID: artifact.repositoryID) else {
            throw ArtifactAdditionError.unreadable("the repository doesn't have the blob \(descriptor.digest)")
        }
        guard blob.size <= maximum else {
            throw ArtifactAdditionError.unreadable("the blob is larger than \(maximum) bytes")
        }
        return try await blobs.read(blob, repositoryID: artifact.repositoryID)
    }

    private static func text(_ bytes: [UInt8], _ addition: ArtifactAddition) -> ArtifactAddition.Content {
        let type = addition == .readme ? "text/markdown" : "text/plain"
        return .init(contentType: "\(type); charset=utf-8", bytes: bytes)
    }
}
