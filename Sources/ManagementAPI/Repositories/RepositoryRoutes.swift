package import Access
package import Catalog
import HTTPServing
import Hummingbird
import Listing
import OCI
package import Time

/// Repositories: lists of them, single ones, and what people wrote about them.
package struct RepositoryRoutes: Sendable {
    private static let path = "/projects/{project_name}/repositories"
    private static let maximumDescription = 65_536
    private let lists: RepositoryListService
    private let authorization: AuthorizationService
    private let clock: WallClock

    package init(lists: RepositoryListService, authorization: AuthorizationService, clock: WallClock) {
        self.lists = lists
        self.authorization = authorization
        self.clock = clock
    }

    package var routes: [ManagementRoute] {
        [
            .decided(.get, "/repositories", "listAllRepositories", by: "shows the repositories that the caller may see")
            { request in try await listAll(request) },
            .project(.get, Self.path, "listRepositories", .repositoryList) { request, project in
                try await list(request, project)
            },
            .repository(
                .get, "\(Self.path)/{repository_name}", "getRepository", Permission("repository", "read")
            ) { _, _, repository in try await get(repository) },
            .repository(
                .put, "\(Self.path)/{repository_name}", "updateRepository", Permission("repository", "update"),
                audit: AuditedAction(operation: "update", resourceType: "repository")
            ) { request, _, repository in try await update(request, repository) },
        ]
    }

    private func listAll(_ request: ManagementRequest) async throws -> Response {
        let reach = try await authorization.reach(of: request.caller, permission: .repositoryList)
        return try await respond(request, .reach(reach))
    }

    private func list(_ request: ManagementRequest, _ project: Project) async throws -> Response {
        let visibility = try await authorization.visibleRepositories(
            of: request.caller, in: project.facts, permission: .repositoryList)
        return try await respond(request, .project(project.id, visibility))
    }

    private func respond(_ request: ManagementRequest, _ scope: RepositoryScope) async throws -> Response {
        let listed = try await lists.list(request.listRequest(), in: scope)
        return try .list(listed.elements, total: listed.total, request: request) { $0.repository($1) }
    }

    private func get(_ repository: RepositoryRecord) async throws -> Response {
        guard let found = try await lists.find(id: repository.id) else { throw Self.gone(repository) }
        return .json { $0.repository(found) }
    }

    /// Only the description can be changed; all else that a client sends back is left as it is, as in Harbor.
    private func update(_ request: ManagementRequest, _ repository: RepositoryRecord) async throws -> Response {
        request.audit.resource = repository.name.description
        let body = try await request.body()
        let text = try body.string("description", maximum: Self.maximumDescription, multiline: true)
        guard let text else { return .ok() }
        guard try await lists.describe(id: repository.id, text, now: clock.now) else { throw Self.gone(repository) }
        return .ok()
    }

    private static func gone(_ repository: RepositoryRecord) -> HTTPFailure {
        .notFound("repository \(repository.name) not found")
    }
}

extension JSONWriter {
    fileprivate mutating func repository(_ repository: RepositoryView) {
        object {
            $0.member("id", repository.id)
            $0.member("project_id", repository.projectID)
            $0.member("name", repository.name)
            $0.member("description", repository.description)
            $0.member("artifact_count", repository.artifactCount)
            $0.member("pull_count", repository.pullCount)
            $0.member("creation_time", repository.createdAt)
            $0.member("update_time", repository.updatedAt)
        }
    }
}
