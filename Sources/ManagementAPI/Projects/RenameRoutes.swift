package import Access
package import Catalog
import HTTPServing
import HTTPTypes
import Hummingbird
import OCI

/// Renaming of projects and repositories, and the names that they had before (beyond Harbor).
package struct RenameRoutes: Sendable {
    private let renames: RenameService
    private let authorization: AuthorizationService

    package init(renames: RenameService, authorization: AuthorizationService) {
        self.renames = renames
        self.authorization = authorization
    }

    /// The routes.
    package var routes: [ManagementRoute] { projectRoutes + repositoryRoutes }

    private var projectRoutes: [ManagementRoute] {
        let path = "/projects/{project_name_or_id}"
        return [
            .project(
                .post, path + "/rename", "renameProject", Permission("project", "update"),
                audit: AuditedAction(operation: "rename", resourceType: "project")
            ) { try await rename($0, $1) },
            .project(
                .get, path + "/former-names", "listFormerNamesOfProject", Permission("project", "read")
            ) { try await Self.answer(renames.formerNames(of: $1)) },
            .project(
                .delete, path + "/former-names/{former_name}", "releaseFormerNameOfProject",
                Permission("project", "read"),
                audit: AuditedAction(operation: "release", resourceType: "project")
            ) { request, project in
                try requireAdministrator(request)
                request.audit.resource = request.parameter("former_name")
                try await renames.release(request.parameter("former_name"), of: project)
                return .ok()
            },
        ]
    }

    private var repositoryRoutes: [ManagementRoute] {
        let path = "/projects/{project_name}/repositories/{repository_name}"
        return [
            .repository(
                .post, path + "/rename", "renameRepository", .repositoryDelete,
                audit: AuditedAction(operation: "rename", resourceType: "repository")
            ) { request, project, repository in
                try await rename(request, project, repository)
            },
            .repository(
                .get, path + "/former-names", "listFormerNamesOfRepository", Permission("repository", "read")
            ) { _, _, repository in try await Self.answer(renames.formerNames(of: repository)) },
            .repository(
                .delete, path + "/former-names/{former_name}", "releaseFormerNameOfRepository",
                Permission("repository", "read"),
                audit: AuditedAction(operation: "release", resourceType: "repository")
            ) { request, project, repository in
                try requireAdministrator(request)
                // Encoded twice, as names of repositories are everywhere.
                let name = PercentEncoding.decode(request.parameter("former_name"))
                guard (try? RepositoryName("\(project.name)/\(name)")) != nil else {
                    throw HTTPFailure.badRequest("invalid former name: it is a path such as team/app")
                }
                request.audit.resource = name
                try await renames.release(name, of: repository)
                return .ok()
            },
        ]
    }

    private func rename(_ request: ManagementRequest, _ project: Project) async throws -> Response {
        let text = try await request.body().required("name")
        request.audit.resource = project.name
        request.audit.details = "renamed to \(text)"
        guard let name = try? ProjectName(text) else { throw ProjectError.invalidName }
        try await renames.rename(project, to: name)
        return .ok()
    }

    private func rename(
        _ request: ManagementRequest, _ project: Project, _ repository: RepositoryRecord
    ) async throws -> Response {
        let path = try await request.body().required("name")
        request.audit.resource = repository.name.description
        request.audit.details = "renamed to \(project.name)/\(path)"
        guard let name = try? RepositoryName("\(project.name)/\(path)") else {
            throw ProjectError.invalidRepositoryName
        }
        // Whoever has rights on some repositories only must not move one to where they have others.
        guard
            try await authorization.allows(
                request.caller, .repositoryDelete, in: project.facts, repository: name)
        else {
            throw HTTPFailure.forbidden("you have no right on \(name): choose a name that your rights cover")
        }
        try await renames.rename(repository, to: path)
        return .ok()
    }

    /// A name that is free again may be anybody's: that is for administrators to decide.
    private func requireAdministrator(_ request: ManagementRequest) throws {
        guard request.caller.isAdministrator else {
            if case .anonymous = request.caller { throw HTTPFailure.unauthenticated }
            throw HTTPFailure.forbidden("only administrators release former names: ask one of them")
        }
    }

    private static func answer(_ names: [FormerName]) -> Response {
        .json { writer in
            writer.array(names) { writer, name in
                writer.object { writer in
                    writer.member("name", name.name)
                    writer.member("until", name.until)
                }
            }
        }
    }
}

extension Permission {
    fileprivate static let repositoryDelete = Permission("repository", "delete")
}
