import Access
package import Catalog
import HTTPServing
import Hummingbird
import Listing
import OCI

/// The tags of all artifacts of a repository in one list: Haven's own.
package struct RepositoryTagRoutes: Sendable {
    private let lists: ArtifactListService
    private let immutableTags: ArtifactRoutes.ImmutableTags

    package init(lists: ArtifactListService, immutableTags: @escaping ArtifactRoutes.ImmutableTags) {
        self.lists = lists
        self.immutableTags = immutableTags
    }

    /// The operation `listRepositoryTags`.
    package var routes: [ManagementRoute] {
        [
            .repository(
                .get, "/projects/{project_name}/repositories/{repository_name}/tags", "listRepositoryTags",
                Permission("tag", "list")
            ) { request, _, repository in try await list(request, repository) }
        ]
    }

    private func list(_ request: ManagementRequest, _ repository: RepositoryRecord) async throws -> Response {
        let withImmutableStatus = try request.flag("with_immutable_status", default: false)
        var listed = try await lists.tags(ofRepository: repository.id, request.listRequest())
        if withImmutableStatus {
            let names = listed.elements.map(\.tag.name)
            let kept = try await immutableTags(repository.projectID, repository.name.path, names)
            listed = listed.map { element in
                var element = element
                element.tag = element.tag.marked(kept)
                return element
            }
        }
        return try .list(listed.elements, total: listed.total, request: request) { $0.tag($1) }
    }
}
