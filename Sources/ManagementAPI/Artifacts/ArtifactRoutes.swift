package import Access
package import Catalog
import HTTPServing
import Hummingbird
import Listing
import OCI

/// Artifacts: lists of them, single ones, their tags and accessories.
package struct ArtifactRoutes: Sendable {
    /// Those of some tags of a repository that a rule of the project keeps as they are.
    package typealias ImmutableTags =
        @Sendable (_ projectID: Int64, _ repositoryPath: String, _ tags: [String]) async throws -> Set<String>

    static let path = "/projects/{project_name}/repositories/{repository_name}/artifacts"
    let lists: ArtifactListService
    let repositories: RepositoryListService
    let authorization: AuthorizationService
    let immutableTags: ImmutableTags

    package init(
        lists: ArtifactListService, repositories: RepositoryListService, authorization: AuthorizationService,
        immutableTags: @escaping ImmutableTags
    ) {
        self.lists = lists
        self.repositories = repositories
        self.authorization = authorization
        self.immutableTags = immutableTags
    }

    package var routes: [ManagementRoute] {
        [
            .repository(.get, Self.path, "listArtifacts", .artifactList) { request, _, repository in
                try await list(request, in: .repository(repository.id))
            },
            .project(.get, "/projects/{project_name_or_id}/artifacts", "listArtifactsOfProject", .artifactList) {
                request, project in try await listOfProject(request, project)
            },
            .repository(
                .get, "\(Self.path)/{reference}", "getArtifact", Permission("artifact", "read")
            ) { request, _, repository in try await get(request, repository) },
            .repository(
                .get, "\(Self.path)/{reference}/tags", "listTags", Permission("tag", "list")
            ) { request, _, repository in try await listTags(request, repository) },
            .repository(
                .get, "\(Self.path)/{reference}/accessories", "listAccessories", Permission("accessory", "list")
            ) { request, _, repository in try await listAccessories(request, repository) },
        ]
    }

    private func list(
        _ request: ManagementRequest, in scope: ArtifactScope, isLatestOnly: Bool = false
    ) async throws -> Response {
        let shown = try ArtifactDisplay(request)
        var listed = try await lists.list(
            request.listRequest(), in: scope, isLatestOnly: isLatestOnly, options: shown.options)
        if shown.withImmutableStatus {
            listed = Listed(elements: try await markImmutable(listed.elements), total: listed.total)
        }
        return try .list(listed.elements, total: listed.total, request: request) { $0.artifact($1, shown) }
    }

    private func listOfProject(_ request: ManagementRequest, _ project: Project) async throws -> Response {
        let isLatestOnly = try request.flag("latest_in_repository", default: false)
        if isLatestOnly {
            let asked = try request.listRequest()
            let types = ["media_type", "artifact_type"].filter { asked.condition(on: $0) != nil }
            guard types.count == 1 else {
                throw HTTPFailure.badRequest(
                    "latest_in_repository needs either media_type or artifact_type in q, and not both")
            }
        }
        let visibility = try await authorization.visibleRepositories(
            of: request.caller, in: project.facts, permission: .artifactList)
        let numbers = try await repositories.numbers(ofProject: project.id, visibility)
        return try await list(request, in: .project(project.id, repositories: numbers), isLatestOnly: isLatestOnly)
    }

    private func get(_ request: ManagementRequest, _ repository: RepositoryRecord) async throws -> Response {
        let shown = try ArtifactDisplay(request)
        let reference = try request.reference()
        let found = try await lists.find(reference, repositoryID: repository.id, options: shown.options)
        guard var artifact = found else { throw Self.missing(reference, repository) }
        if shown.withImmutableStatus { artifact = try await markImmutable([artifact])[0] }
        return .json { $0.artifact(artifact, shown) }
    }

    private func listTags(_ request: ManagementRequest, _ repository: RepositoryRecord) async throws -> Response {
        let withImmutableStatus = try request.flag("with_immutable_status", default: false)
        _ = try request.flag("with_signature", default: false)
        let listRequest = try request.listRequest()
        let artifactID = try await number(request, repository)
        var listed = try await lists.tags(of: artifactID, listRequest)
        if withImmutableStatus {
            let kept = try await immutableTags(
                repository.projectID, repository.name.path, listed.elements.map(\.name))
            listed = listed.map { $0.marked(kept) }
        }
        return try .list(listed.elements, total: listed.total, request: request) { $0.tag($1) }
    }

    private func listAccessories(
        _ request: ManagementRequest, _ repository: RepositoryRecord
    ) async throws -> Response {
        let listRequest = try request.listRequest()
        let artifactID = try await number(request, repository)
        let listed = try await lists.accessories(of: artifactID, listRequest)
        return try .list(listed.elements, total: listed.total, request: request) { $0.accessory($1) }
    }

    private func number(_ request: ManagementRequest, _ repository: RepositoryRecord) async throws -> Int64 {
        let reference = try request.reference()
        guard let number = try await lists.number(of: reference, repositoryID: repository.id) else {
            throw Self.missing(reference, repository)
        }
        return number
    }

    /// Asks once for each repository of a page.
    private func markImmutable(_ artifacts: [ArtifactView]) async throws -> [ArtifactView] {
        var kept: [Int64: Set<String>] = [:]
        for (id, artifacts) in Dictionary(grouping: artifacts, by: \.repositoryID) {
            let path = artifacts[0].repositoryName.drop { $0 != "/" }.dropFirst()
            let tags = artifacts.flatMap { $0.tags.map(\.name) }
            guard !tags.isEmpty else { continue }
            kept[id] = try await immutableTags(artifacts[0].projectID, String(path), tags)
        }
        return artifacts.map { artifact in
            guard let kept = kept[artifact.repositoryID], !kept.isEmpty else { return artifact }
            var artifact = artifact
            artifact.tags = artifact.tags.map { $0.marked(kept) }
            return artifact
        }
    }

    static func missing(_ reference: Reference, _ repository: RepositoryRecord) -> HTTPFailure {
        .notFound("artifact \(repository.name)\(reference.separator)\(reference) not found")
    }
}

extension TagView {
    /// The tag with the mark whether it is among those that a rule keeps.
    func marked(_ kept: Set<String>) -> TagView {
        var tag = self
        tag.isImmutable = kept.contains(name)
        return tag
    }
}

extension Reference {
    /// What stands between a repository's name and the reference.
    var separator: String {
        switch self {
        case .tag: ":"
        case .digest: "@"
        }
    }
}

extension ManagementRequest {
    /// The tag or digest in the path; throws 422 for what can be neither.
    func reference() throws -> Reference {
        do {
            return try Reference(parameter("reference"))
        } catch { throw HTTPFailure.unprocessable("reference in path must be a tag or a digest: \(error)") }
    }
}
