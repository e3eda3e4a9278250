package import Access
package import Catalog
import HTTPServing
import HTTPTypes
import Hummingbird
import Identity
import Listing
import OCI

/// Harbor's resource `project`, with forced deletion and its preview beyond it.
package struct ProjectRoutes: Sendable {
    let projects: ProjectService
    let lists: ProjectListService
    let deletion: ProjectDeletionService
    let authorization: AuthorizationService
    /// Whether only administrators make projects.
    let isCreationRestricted: @Sendable () async throws -> Bool

    package init(
        projects: ProjectService, lists: ProjectListService, deletion: ProjectDeletionService,
        authorization: AuthorizationService, isCreationRestricted: @escaping @Sendable () async throws -> Bool
    ) {
        self.projects = projects
        self.lists = lists
        self.deletion = deletion
        self.authorization = authorization
        self.isCreationRestricted = isCreationRestricted
    }

    /// The routes.
    package var routes: [ManagementRoute] { collection + single }

    private var collection: [ManagementRoute] {
        [
            .decided(.get, "/projects", "listProjects", by: "shows the projects that the caller may see") {
                try await list($0)
            },
            .signedIn(.head, "/projects", "headProject", isAllowedWhenReadOnly: true) { try await exists($0) },
            .decided(
                .post, "/projects", "createProject", by: "users as the configuration says; robots with project:create",
                audit: AuditedAction(operation: "create", resourceType: "project")
            ) { try await create($0) },
        ]
    }

    private var single: [ManagementRoute] {
        let path = "/projects/{project_name_or_id}"
        return [
            .project(.get, path, "getProject", Permission("project", "read")) { request, project in
                let details = try await lists.details(of: project, for: request.caller)
                return .json { $0.project(details) }
            },
            .project(
                .put, path, "updateProject", Permission("project", "update"),
                audit: AuditedAction(operation: "update", resourceType: "project")
            ) { try await update($0, $1) },
            .project(
                .delete, path, "deleteProject", Permission("project", "delete"),
                audit: AuditedAction(operation: "delete", resourceType: "project")
            ) { try await delete($0, $1) },
            .project(.get, path + "/_deletable", "getProjectDeletable", Permission("project", "delete")) {
                try await deletable($1)
            },
            .project(
                .get, path + "/deletion-preview", "getProjectDeletionPreview", Permission("project", "delete")
            ) { try await preview($1) },
            .project(.get, path + "/summary", "getProjectSummary", Permission("project", "read")) {
                try await summary($0, $1)
            },
        ]
    }

    private func list(_ request: ManagementRequest) async throws -> Response {
        var wanted = try request.listRequest()
        if let name = try request.queryText("name") {
            wanted.filters.append(FilterTerm(key: "name", condition: .fuzzy(name)))
        }
        if let owner = try request.queryText("owner") {
            wanted.filters.append(FilterTerm(key: "owner", condition: .exact(FilterValue("\"\(owner)\""))))
        }
        if request.query["public"]?.isEmpty == false {
            let isPublic = try request.flag("public", default: true)
            wanted.filters.append(FilterTerm(key: "public", condition: .exact(FilterValue(String(isPublic)))))
        }
        let withDetail = try request.flag("with_detail", default: true)
        let isMember = request.query["member"]?.isEmpty == false ? try request.flag("member", default: true) : nil
        let found = try await lists.list(wanted, for: request.caller, isMember: isMember)
        return try .list(found.elements, total: found.total, request: request) {
            $0.project($1, withSettings: withDetail)
        }
    }

    /// Tells whether there is a project of the name that the caller may see; nobody learns of others.
    private func exists(_ request: ManagementRequest) async throws -> Response {
        guard let name = try request.queryText("project_name") else {
            throw HTTPFailure.unprocessable("project_name in query is required")
        }
        guard let project = try await projects.find(named: name), try await lists.maySee(project, request.caller)
        else { throw HTTPFailure.notFound("project \(name) not found") }
        return .ok()
    }

    private func create(_ request: ManagementRequest) async throws -> Response {
        let ownerID = try await owner(for: request.caller)
        let body = ProjectBody(try await request.body())
        let name = try body.name()
        request.audit.resource = name.description
        try body.refuseProxy()
        // As in Harbor, the limit of anybody else's project is the configured one.
        let limit = try body.storageLimit()
        let project = try await projects.create(
            NewProject(
                name: name, ownerID: ownerID, settings: try body.settings(),
                storageLimit: request.caller.isAdministrator ? limit : nil))
        request.audit.projectID = project.id
        let isNamed = request.request.headers[.resourceNameInLocation]?.lowercased() == "true"
        return .created(location: "\(RoutePath.base)/projects/\(isNamed ? project.name : String(project.id))")
    }

    /// The owner of a project that the caller makes; throws 401 or 403 if the caller may not.
    private func owner(for caller: Principal) async throws -> Int64 {
        switch caller {
        case .anonymous: throw HTTPFailure.unauthenticated
        case .user(let user):
            guard !user.isAdministrator, try await isCreationRestricted() else { return user.id }
            throw HTTPFailure.forbidden("only administrators may create projects here: ask one of them")
        case .robot:
            guard try await authorization.allowsSystem(caller, Permission("project", "create")),
                let administrator = try await projects.firstAdministratorID()
            else { throw HTTPFailure.forbidden() }
            return administrator
        }
    }

    private func update(_ request: ManagementRequest, _ project: Project) async throws -> Response {
        request.audit.resource = project.name
        let body = ProjectBody(try await request.body())
        let limit = try body.storageLimit()
        guard limit == nil || request.caller.isAdministrator else {
            throw HTTPFailure.forbidden("only administrators change storage_limit: leave it out")
        }
        try await projects.update(project, with: try body.settings(), storageLimit: limit)
        return .ok()
    }

    private func delete(_ request: ManagementRequest, _ project: Project) async throws -> Response {
        request.audit.resource = project.name
        let going = try await deletion.preview(of: project)
        guard try request.flag("force", default: false) else {
            if going.trashEntries > 0 { request.audit.details = "deleted with \(going.trashEntries) trash entries" }
            try await projects.delete(named: project.name)
            return .ok()
        }
        request.audit.details =
            "deleted with force: \(going.repositories) repositories, \(going.artifacts) artifacts, \(going.tags) tags, "
            + "\(going.trashEntries) trash entries, \(going.members) members, \(going.bytes) bytes"
        try await deletion.delete(project)
        return .ok()
    }

    private func deletable(_ project: Project) async throws -> Response {
        let isDeletable = try await projects.isDeletable(project)
        return .json { writer in
            writer.object { writer in
                writer.member("deletable", isDeletable)
                writer.member("message", isDeletable ? "" : ProjectError.notEmpty(project.name).description)
            }
        }
    }

    private func preview(_ project: Project) async throws -> Response {
        let going = try await deletion.preview(of: project)
        return .json { writer in
            writer.object { writer in
                writer.member("repository_count", going.repositories)
                writer.member("artifact_count", going.artifacts)
                writer.member("tag_count", going.tags)
                writer.member("member_count", going.members)
                writer.member("robot_count", going.robots)
                writer.member("label_count", going.labels)
                writer.member("trash_count", going.trashEntries)
                writer.member("bytes", going.bytes)
            }
        }
    }

    private func summary(_ request: ManagementRequest, _ project: Project) async throws -> Response {
        let figures = try await lists.summary(of: project)
        let showsMembers = try await authorization.allows(
            request.caller, Permission("member", "list"), in: project.facts)
        let showsQuota = try await authorization.allows(request.caller, Permission("quota", "read"), in: project.facts)
        return .json { writer in
            writer.object { writer in
                writer.member("repo_count", figures.repositoryCount)
                for role in ProjectRole.allCases where showsMembers {
                    writer.member(role.summaryName, figures.memberCounts[Int64(role.rawValue)] ?? 0)
                }
                guard showsQuota, let storage = figures.storage else { return }
                writer.member(
                    "quota",
                    object: { writer in
                        writer.member("hard", object: { $0.member("storage", storage.limit) })
                        writer.member("used", object: { $0.member("storage", storage.used) })
                    })
            }
        }
    }
}

extension ProjectRole {
    /// The name of the count of members with this role.
    fileprivate var summaryName: String {
        switch self {
        case .projectAdmin: "project_admin_count"
        case .maintainer: "maintainer_count"
        case .developer: "developer_count"
        case .guest: "guest_count"
        case .limitedGuest: "limited_guest_count"
        }
    }
}

extension HTTPField.Name {
    static let resourceNameInLocation = HTTPField.Name.constant("X-Resource-Name-In-Location")
}
