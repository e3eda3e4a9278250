package import Access
package import Catalog
import Listing
import OCI

/// Which repositories, and the artifacts in them, lists show to a caller.
package struct ArtifactVisibility: Sendable {
    private let authorization: AuthorizationService
    private let projects: ProjectService

    package init(authorization: AuthorizationService, projects: ProjectService) {
        self.authorization = authorization
        self.projects = projects
    }

    /// The part of a project in which a caller has a permission; nil if it has it nowhere.
    func part(
        of project: Project, for caller: Principal, permission: Permission
    ) async throws -> RepositoryScope.ProjectPart? {
        let visibility = try await authorization.visibleRepositories(
            of: caller, in: project.facts, permission: permission)
        switch visibility {
        case .all: return RepositoryScope.ProjectPart(projectID: project.id)
        case .none: return nil
        case .matching:
            return RepositoryScope.ProjectPart(projectID: project.id) { visibility.includes($0) }
        }
    }

    /// The repositories of all projects that a caller may list.
    func repositories(of caller: Principal) async throws -> RepositoryScope {
        if caller.isAdministrator { return .everywhere }
        var parts: [RepositoryScope.ProjectPart] = []
        for project in try await projects.list() {
            if let part = try await part(of: project, for: caller, permission: .repositoryList) { parts.append(part) }
        }
        return .projects(parts)
    }
}
