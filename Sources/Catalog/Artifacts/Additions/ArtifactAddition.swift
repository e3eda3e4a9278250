import OCI

/// Something that can be read of an artifact beside its manifest, in Harbor's words.
package enum ArtifactAddition: String, Sendable, CaseIterable {
    /// The steps in which an image was built.
    case buildHistory = "build_history"
    /// The values that a Helm chart can be set up with.
    case values = "values.yaml"
    case readme = "readme.md"
    /// The charts that a Helm chart is made of.
    case dependencies
    case license
    /// The files of a model.
    case files
    /// The bill of materials itself.
    case sbom

    /// What artifacts of a kind have; an index has nothing of its own.
    package static func all(of type: String, isIndex: Bool) -> [ArtifactAddition] {
        guard !isIndex else { return [] }
        switch ArtifactType(rawValue: type) {
        case .image: return [.buildHistory]
        case .chart: return [.values, .readme, .dependencies]
        case .model: return [.readme, .license, .files]
        case .sbom: return [.sbom]
        default: return []
        }
    }

    /// The addition's content, and what it is.
    package struct Content: Sendable {
        /// The media type, with its character set.
        package let contentType: String
        package let bytes: [UInt8]

        static func json(_ value: JSONValue) -> Content {
            Content(contentType: "application/json; charset=utf-8", bytes: value.encoded())
        }
    }
}

/// Why an addition can't be read.
package enum ArtifactAdditionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The artifact is of a kind that doesn't have it.
    case unsupported(ArtifactAddition, type: String, supported: [ArtifactAddition])
    /// The artifact could have it, but doesn't.
    case absent(ArtifactAddition)
    /// What it would be read from is too large or damaged.
    case unreadable(String)

    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .unsupported(let addition, let type, let supported):
            "the addition \(addition.rawValue) isn't supported for \(type); "
                + (supported.isEmpty
                    ? "it has none" : "supported: \(supported.map(\.rawValue).joined(separator: ", "))")
        case .absent(let addition): "the artifact has no \(addition.rawValue)"
        case .unreadable(let reason): "the addition can't be read: \(reason)"
        }
    }
}
