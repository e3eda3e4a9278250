import Access
package import Catalog
import HTTPServing
import HTTPTypes
import Hummingbird
import OCI

/// The manifests of artifacts for browsers, which can't get them below `/v2`: sessions don't count there. Haven's own.
package struct ArtifactManifestRoutes: Sendable {
    private let manifests: ManifestService

    package init(manifests: ManifestService) {
        self.manifests = manifests
    }

    /// The operation `getArtifactManifest`.
    package var routes: [ManagementRoute] {
        [
            .repository(
                .get, "\(ArtifactRoutes.path)/{reference}/additions/manifest", "getArtifactManifest",
                Permission("artifact", "read")
            ) { request, _, repository in try await get(request, repository) }
        ]
    }

    /// Answers with the bytes that were pushed, which the digest is of.
    private func get(_ request: ManagementRequest, _ repository: RepositoryRecord) async throws -> Response {
        let reference = try request.reference()
        guard let artifact = try await manifests.find(reference, repositoryID: repository.id),
            let content = try await manifests.content(of: artifact)
        else { throw ArtifactRoutes.missing(reference, repository) }
        return Response(
            status: .ok,
            headers: [
                .contentType: artifact.mediaType, .cacheControl: "no-store",
                .contentDigest: artifact.digest.description,
            ],
            body: ResponseBody(byteBuffer: content))
    }
}

extension HTTPField.Name {
    fileprivate static let contentDigest = HTTPField.Name.constant("Docker-Content-Digest")
}
