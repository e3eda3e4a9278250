package import Access
package import Catalog
import HTTPServing
import HTTPTypes
import Hummingbird
import OCI

/// Copies artifacts between repositories.
package struct ArtifactCopyRoutes: Sendable {
    private let copies: CopyService
    private let authorization: AuthorizationService
    private let projects: ProjectService
    private let repositories: RepositoryDirectory

    package init(
        copies: CopyService, authorization: AuthorizationService, projects: ProjectService,
        repositories: RepositoryDirectory
    ) {
        self.copies = copies
        self.authorization = authorization
        self.projects = projects
        self.repositories = repositories
    }

    /// Harbor's operation `CopyArtifact`.
    package var routes: [ManagementRoute] {
        [
            .repositoryName(
                .post, "/projects/{project_name}/repositories/{repository_name}/artifacts", "CopyArtifact",
                Permission("artifact", "create"), audit: AuditedAction(operation: "create", resourceType: "artifact"),
                handler: copy)
        ]
    }

    @Sendable private func copy(
        _ request: ManagementRequest, _ project: Project, _ name: RepositoryName
    ) async throws -> Response {
        request.audit.resource = name.description
        guard let text = try request.queryText("from", maximum: 1024) else {
            throw HTTPFailure.unprocessable("from in query is required: project/repository:tag or …@digest")
        }
        let wanted = try CopySource(text)
        request.audit.details = "copied from \(wanted)"
        let source = try await readable(wanted, by: request.caller)
        let digest = try await copies.copy(
            wanted.reference, from: source, to: name, projectID: project.id, by: request.caller.name)
        request.audit.resource = "\(name)@\(digest)"
        return .created(location: request.context.exchange.path.withoutTrailingSlash + "/\(digest)")
    }

    /// The source's repository, if the caller may read it; a missing project is told apart from a closed one only to
    /// administrators.
    private func readable(_ source: CopySource, by caller: Principal) async throws -> RepositoryRecord {
        guard let project = try await projects.find(named: source.repository.project) else {
            if caller.isAdministrator {
                throw HTTPFailure.notFound("artifact \(source) not found: check the from parameter")
            }
            throw HTTPFailure.forbidden()
        }
        // With the name that the project has now the repository's may be too long to exist.
        guard let asked = try? RepositoryName("\(project.name)/\(source.repository.path)") else {
            throw HTTPFailure.forbidden()
        }
        // A former name leads to the repository, but rights hang on what it is called now; a copy is a pull as well.
        let name = try await repositories.currentName(of: asked, in: project)
        for permission in [Permission("artifact", "read"), .repositoryPull] {
            let mayRead = try await authorization.allows(caller, permission, in: project.facts, repository: name)
            guard mayRead else { throw HTTPFailure.forbidden() }
        }
        guard let repository = try await repositories.find(name) else {
            throw HTTPFailure.notFound("artifact \(source) not found: check the from parameter")
        }
        return repository
    }
}

/// What is to be copied: `project/repository:tag` or `project/repository@digest`.
struct CopySource: CustomStringConvertible {
    let repository: RepositoryName
    let reference: Reference
    let description: String

    /// Reads the parameter; throws 400 for anything else.
    init(_ text: String) throws {
        let parts: (name: Substring, reference: Substring)
        if let at = text.firstIndex(of: "@") {
            parts = (text[..<at], text[text.index(after: at)...])
        } else if let colon = text.lastIndex(of: ":") {
            parts = (text[..<colon], text[text.index(after: colon)...])
        } else {
            throw Self.malformed
        }
        guard let repository = try? RepositoryName(parts.name), let reference = try? Reference(parts.reference) else {
            throw Self.malformed
        }
        self.repository = repository
        self.reference = reference
        description = text
    }

    private static let malformed = HTTPFailure.badRequest(
        "invalid from: it has the form project/repository:tag or project/repository@digest")
}
