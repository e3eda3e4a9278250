package import Access
package import Catalog
package import HTTPServing
import HTTPTypes
import Hummingbird
import OCI

/// Finds out who sends a request to the management API, and whether they may.
package struct ManagementAccess: Sendable {
    let signIn: ManagementSignIn
    let authorization: AuthorizationService
    let projects: ProjectService
    let repositories: RepositoryDirectory
    /// Whether the registry takes no changes now.
    let isReadOnly: @Sendable () async throws -> Bool
    /// Takes what is to be written to the audit log; must not wait.
    let auditing: @Sendable (AuditedRequest) -> Void
    /// What clients see of errors that this room doesn't know; nil: an internal error.
    let translate: @Sendable (any Error) -> HTTPFailure?

    package init(
        signIn: ManagementSignIn, authorization: AuthorizationService, projects: ProjectService,
        repositories: RepositoryDirectory, isReadOnly: @escaping @Sendable () async throws -> Bool,
        auditing: @escaping @Sendable (AuditedRequest) -> Void,
        translate: @escaping @Sendable (any Error) -> HTTPFailure?
    ) {
        self.signIn = signIn
        self.authorization = authorization
        self.projects = projects
        self.repositories = repositories
        self.isReadOnly = isReadOnly
        self.auditing = auditing
        self.translate = translate
    }

    /// Refuses changes while the registry is read-only, as Harbor: 403 `DENIED`.
    func checkReadOnly(_ route: ManagementRoute) async throws {
        guard !route.isAllowedWhenReadOnly, try await isReadOnly() else { return }
        throw HTTPFailure.denied("The system is in read only mode. Any modification is prohibited.")
    }

    /// Lets a request to a route without a project pass, or throws 401 or 403.
    func check(_ permission: RoutePermission, of request: ManagementRequest) async throws {
        switch permission {
        case .open, .decided: return
        case .signedIn:
            if case .anonymous = request.caller { throw HTTPFailure.unauthenticated }
        case .system(let needed):
            guard try await authorization.allowsSystem(request.caller, needed) else {
                throw HTTPFailure.refusal(of: request.caller)
            }
        case .project, .repository: throw HTTPFailure.internalError
        }
    }

    /// The project that a request's path names, once the caller was found to have the right in it.
    func project(of request: ManagementRequest, _ permission: RoutePermission) async throws -> Project {
        guard case .project(let needed) = permission else { throw HTTPFailure.internalError }
        let project = try await ProjectLookup(projects: projects).visibleProject(of: request)
        guard try await authorization.allows(request.caller, needed, in: project.facts) else {
            throw HTTPFailure.refusal(of: request.caller)
        }
        note(project, request)
        return project
    }

    /// The repository that a request's path names, and its project, once the caller was found to have the right on it.
    func repository(
        of request: ManagementRequest, _ permission: RoutePermission
    ) async throws -> (Project, RepositoryRecord) {
        let (project, name) = try await repositoryName(of: request, permission)
        guard let repository = try await repositories.find(name) else {
            throw HTTPFailure.notFound("repository \(name) not found")
        }
        return (project, repository)
    }

    /// The name of the repository that a request's path names, which need not exist, and its project, once the caller
    /// was found to have the right on it.
    func repositoryName(
        of request: ManagementRequest, _ permission: RoutePermission
    ) async throws -> (Project, RepositoryName) {
        guard case .repository(let needed) = permission else { throw HTTPFailure.internalError }
        let project = try await ProjectLookup(projects: projects).visibleProject(of: request)
        let path = request.parameter("repository_name")
        // Whoever may not see the project must not learn which names would be right in it.
        guard let name = try? RepositoryName("\(project.name)/\(path)") else {
            guard try await authorization.allows(request.caller, needed, in: project.facts) else {
                throw HTTPFailure.refusal(of: request.caller)
            }
            throw HTTPFailure.badRequest("invalid repository name: use lower-case letters, digits and . _ - / between")
        }
        // A former name leads to the repository, but rights hang on what it is called now.
        let current = try await repositories.find(name)?.name ?? name
        guard try await authorization.allows(request.caller, needed, in: project.facts, repository: current) else {
            throw HTTPFailure.refusal(of: request.caller)
        }
        note(project, request)
        return (project, current)
    }

    private func note(_ project: Project, _ request: ManagementRequest) {
        if request.audit.projectID == nil { request.audit.projectID = project.id }
    }

    /// Sends what happened to the audit log; `name` stands for what it happened to, unless the note says it.
    func record(
        _ action: AuditedAction, _ note: AuditNote, _ caller: Principal, _ status: HTTPResponse.Status,
        named resource: String
    ) {
        // What nobody tries says nothing, and anybody could fill the log with it. Sign-ins are different: those that
        // fail are what an audit is for, and their routes say under which name.
        let name = note.operator ?? caller.name
        guard !name.isEmpty, ![.notImplemented, .tooManyRequests, .serviceUnavailable].contains(status) else { return }
        auditing(
            AuditedRequest(
                action: action, operator: name, resource: note.resource ?? resource, details: note.details,
                projectID: note.projectID, isSuccess: status.code < 400))
    }
}

/// An operation of the management API as the audit log is to keep it.
package struct AuditedRequest: Sendable {
    package let action: AuditedAction
    /// The name of whoever did it.
    package let `operator`: String
    /// The name of what it was done to.
    package let resource: String
    /// A sentence about it, if the operation alone doesn't say it.
    package let details: String?
    package let projectID: Int64?
    package let isSuccess: Bool
}
