import OCI

/// What kind of thing an artifact is, in Harbor's words: `IMAGE`, `CHART` and so on.
package struct ArtifactType: RawRepresentable, Hashable, Sendable {
    /// The word.
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// A container image, or an index of them.
    package static let image = ArtifactType(rawValue: "IMAGE")
    /// A Helm chart.
    package static let chart = ArtifactType(rawValue: "CHART")
    /// A Cloud Native Application Bundle.
    package static let bundle = ArtifactType(rawValue: "CNAB")
    /// A WebAssembly module.
    package static let wasm = ArtifactType(rawValue: "WASM")
    /// A machine learning model (CNCF ModelPack).
    package static let model = ArtifactType(rawValue: "CNAI")
    /// A software bill of materials that the registry made.
    package static let sbom = ArtifactType(rawValue: "SBOM")
    /// Anything of which nothing is known.
    package static let unknown = ArtifactType(rawValue: "UNKNOWN")

    private static let known: [String: ArtifactType] = [
        MediaType.ociImageConfig.rawValue: .image,
        MediaType.dockerImageConfig.rawValue: .image,
        MediaType.ociIndex.rawValue: .image,
        MediaType.dockerManifestList.rawValue: .image,
        "application/vnd.cncf.helm.config.v1+json": .chart,
        "application/vnd.cnab.manifest.v1": .bundle,
        "application/vnd.cncf.model.config.v1+json": .model,
        "application/vnd.cnai.model.config.v1+json": .model,
        "application/vnd.goharbor.harbor.sbom.v1": .sbom,
    ]

    /// The kind that a media type stands for, that of a configuration or of an index.
    ///
    /// Of `application/vnd.acme.model.config.v1+json` it is `MODEL`: types that nobody foresaw get a name as well.
    package init(mediaType: String) {
        if let known = Self.known[mediaType] {
            self = known
        } else if mediaType.hasPrefix("application/vnd.wasm.config.") {
            self = .wasm
        } else {
            self = Self.derived(from: mediaType).map { ArtifactType(rawValue: $0) } ?? .unknown
        }
    }

    /// Reads TYPE out of `application/vnd.[org].[TYPE].config.[version]+json`.
    private static func derived(from mediaType: String) -> String? {
        let (prefix, suffix) = ("application/vnd.", "+json")
        guard mediaType.hasPrefix(prefix), mediaType.hasSuffix(suffix) else { return nil }
        let parts = mediaType.dropFirst(prefix.count).dropLast(suffix.count)
            .split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 4, parts[parts.count - 2] == "config" else { return nil }
        let name = parts[1..<(parts.count - 2)].joined(separator: ".").uppercased()
        return name.isEmpty ? nil : name
    }
}
