import Access
package import Catalog
package import HTTPServing
import Hummingbird
import NIOCore
import OCI

/// What can be read of artifacts beside their manifests: build histories, values of charts and the like.
package struct ArtifactAdditionRoutes: Sendable {
    private let lists: ArtifactListService
    private let additions: ArtifactAdditionService

    package init(lists: ArtifactListService, additions: ArtifactAdditionService) {
        self.lists = lists
        self.additions = additions
    }

    package var routes: [ManagementRoute] {
        [
            .repository(
                .get, "\(ArtifactRoutes.path)/{reference}/additions/{addition}", "getAddition",
                Permission("artifact-addition", "read")
            ) { request, _, repository in try await get(request, repository) }
        ]
    }

    private func get(_ request: ManagementRequest, _ repository: RepositoryRecord) async throws -> Response {
        let reference = try request.reference()
        guard let addition = ArtifactAddition(rawValue: request.parameter("addition").lowercased()) else {
            let names = ArtifactAddition.allCases.map(\.rawValue).joined(separator: ", ")
            throw HTTPFailure.unprocessable("addition in path must be one of \(names)")
        }
        var options = ArtifactViewOptions()
        options.withTags = false
        options.withAccessories = false
        let artifact = try await lists.find(reference, repositoryID: repository.id, options: options)
        guard let artifact, let content = try await additions.content(addition, of: artifact) else {
            throw ArtifactRoutes.missing(reference, repository)
        }
        return Response(
            status: .ok, headers: [.contentType: content.contentType, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: content.bytes)))
    }
}

extension ArtifactAdditionError: ManagementFailure {
    /// 400 for what the kind of artifact doesn't have, or can't be understood; 404 for what this one lacks.
    package var httpFailure: HTTPFailure {
        switch self {
        case .unsupported, .unreadable: .badRequest(description)
        case .absent: .notFound(description)
        }
    }
}
