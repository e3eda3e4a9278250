package import OCI

/// What a path under `/v2` means (OCI Distribution Specification, "Endpoints").
///
/// Paths are read from the right, because a repository may be called `a/manifests` or `b/blobs/uploads`.
package enum DistributionEndpoint: Equatable, Sendable {
    case ping
    case catalog
    case tags(RepositoryName)
    case manifest(RepositoryName, reference: String)
    case blob(RepositoryName, digest: String)
    case uploads(RepositoryName)
    case upload(RepositoryName, session: String)
    case referrers(RepositoryName, digest: String)

    /// Why a path has no endpoint.
    package enum Failure: Error, Equatable {
        /// No endpoint has such a path.
        case notFound
        /// The repository's name breaks the specification's rules.
        case invalidName(String)
    }

    /// Reads a path that begins with `/v2`, without its query string; throws `Failure`.
    package init(path: Substring) throws(Failure) {
        var rest = path.dropFirst(3)
        guard rest.isEmpty || rest.first == "/" else { throw .notFound }
        rest = rest.drop { $0 == "/" }
        if rest.isEmpty {
            self = .ping
            return
        }
        if rest == "_catalog" {
            self = .catalog
            return
        }
        let parts = rest.split(separator: "/", omittingEmptySubsequences: false)
        self = try Self.endpoint(parts)
    }

    private static func endpoint(_ parts: [Substring]) throws(Failure) -> DistributionEndpoint {
        let count = parts.count
        guard count >= 3 else { throw .notFound }
        let (last, second, third) = (parts[count - 1], parts[count - 2], parts[count - 3])
        if last.isEmpty, second == "uploads", third == "blobs" { return .uploads(try name(parts.dropLast(3))) }
        if last == "uploads", second == "blobs" { return .uploads(try name(parts.dropLast(2))) }
        if second == "uploads", third == "blobs" {
            return .upload(try name(parts.dropLast(3)), session: String(last))
        }
        if last == "list", second == "tags" { return .tags(try name(parts.dropLast(2))) }
        switch second {
        case "manifests": return .manifest(try name(parts.dropLast(2)), reference: String(last))
        case "blobs": return .blob(try name(parts.dropLast(2)), digest: String(last))
        case "referrers": return .referrers(try name(parts.dropLast(2)), digest: String(last))
        default: throw .notFound
        }
    }

    private static func name(_ parts: ArraySlice<Substring>) throws(Failure) -> RepositoryName {
        let text = parts.joined(separator: "/")
        do {
            return try RepositoryName(text)
        } catch { throw .invalidName(text) }
    }

    /// The endpoint's template, a label of few values for metrics.
    package var template: String {
        switch self {
        case .ping: "/v2/"
        case .catalog: "/v2/_catalog"
        case .tags: "/v2/{name}/tags/list"
        case .manifest: "/v2/{name}/manifests/{reference}"
        case .blob: "/v2/{name}/blobs/{digest}"
        case .uploads: "/v2/{name}/blobs/uploads/"
        case .upload: "/v2/{name}/blobs/uploads/{session}"
        case .referrers: "/v2/{name}/referrers/{digest}"
        }
    }
}
