/// Why bytes are not a ``Manifest``.
package enum ManifestError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There are more bytes than ``Manifest/maximumSize``.
    case tooLarge
    /// The bytes are not JSON, or not what a manifest must be.
    case malformed(reason: String)
    /// The manifest is of a kind that the registry doesn't take: its media type, as the client wrote it.
    case unsupportedMediaType(String)
    /// The manifest's own media type is not the one in the `Content-Type` field.
    case mediaTypeMismatch

    /// A sentence for the answer to a client.
    package var description: String {
        switch self {
        case .tooLarge: "the manifest is larger than \(Manifest.maximumSize) bytes"
        case .malformed(let reason): "malformed manifest: \(reason)"
        case .unsupportedMediaType: "unsupported manifest media type"
        case .mediaTypeMismatch: "the manifest's media type is not the Content-Type"
        }
    }

    /// The same error, with the place where it happened before its reason.
    func inside(_ place: String) -> ManifestError {
        guard case .malformed(let reason) = self else { return self }
        return .malformed(reason: "\(place): \(reason)")
    }
}
