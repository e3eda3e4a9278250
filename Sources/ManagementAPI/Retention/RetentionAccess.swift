package import Access
package import Catalog
package import HTTPServing
package import Retention

/// Lets requests about retention policies pass whose senders may do that in the policy's project.
package struct RetentionAccess: Sendable {
    let retention: RetentionService
    let projects: ProjectService
    let authorization: AuthorizationService

    package init(retention: RetentionService, projects: ProjectService, authorization: AuthorizationService) {
        self.retention = retention
        self.projects = projects
        self.authorization = authorization
    }

    /// What `RoutePermission.decided` says of a route that needs a right.
    static func reason(_ action: String) -> String { "asks for tag-retention:\(action) in the policy's project" }

    /// The policy that the path names, and its project; throws 401, 403, and 404 to whoever may see everything.
    func policy(
        _ request: ManagementRequest, to action: String
    ) async throws -> (policy: StoredRetentionPolicy, project: Project) {
        if case .anonymous = request.caller { throw HTTPFailure.unauthenticated }
        let id = try request.integer("id")
        guard let found = try await retention.policy(id) else {
            guard request.caller.isAdministrator else { throw HTTPFailure.forbidden() }
            throw RetentionError.unknown(id)
        }
        return (found, try await project(found.policy.projectID, request, to: action))
    }

    /// A project in which the sender has the right; throws 401 and 403, and `RetentionError.unknownProject` to whoever
    /// may see everything.
    func project(_ id: Int64, _ request: ManagementRequest, to action: String) async throws -> Project {
        let project = try await projects.find(id: id)
        // Only a project that exists: whoever makes numbers up must not make the log keep counts for them.
        request.audit.projectID = project?.id
        if let project {
            let permission = Permission("tag-retention", action)
            if try await authorization.allows(request.caller, permission, in: project.facts) { return project }
        } else if request.caller.isAdministrator {
            throw RetentionError.unknownProject(id)
        }
        throw HTTPFailure.refusal(of: request.caller)
    }
}

extension RetentionError: ManagementFailure {
    /// 404 for a policy that isn't there, 409 for what is there or runs already, 400 for what makes no sense, as Harbor.
    package var httpFailure: HTTPFailure {
        switch self {
        case .unknown: .notFound(description)
        case .duplicate, .running: .conflict(description)
        case .invalid, .exists, .unknownProject, .otherProject: .badRequest(description)
        }
    }
}
