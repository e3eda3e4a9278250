package import Access
package import Catalog
package import HTTPServing
import HTTPTypes
import Hummingbird
import Listing
import OCI

/// What was deleted in a project: lists of it, the way back, and the end (an extension of Harbor's API).
///
/// Whoever has rights on some repositories only sees what was deleted from those.
package struct TrashRoutes: Sendable {
    private static let list = "/projects/{project_name_or_id}/trash"
    private static let one = "/projects/{project_name_or_id}/trash/{trash_id}"
    private let trash: TrashService
    private let authorization: AuthorizationService
    private let projects: ProjectService

    package init(trash: TrashService, authorization: AuthorizationService, projects: ProjectService) {
        self.trash = trash
        self.authorization = authorization
        self.projects = projects
    }

    /// The operations `listTrash`, `purgeTrash`, `restoreTrash` and `purgeTrashEntry`.
    package var routes: [ManagementRoute] {
        [
            .decided(
                .get, Self.list, "listTrash", by: "artifact:list and artifact:delete on each repository shown",
                handler: list),
            .project(
                .delete, Self.list, "purgeTrash", Permission("artifact", "delete"),
                audit: AuditedAction(operation: "purge", resourceType: "artifact"), handler: purgeAll),
            .decided(
                .post, Self.one + "/restore", "restoreTrash",
                by: "artifact:create and tag:create on the entry's repository",
                audit: AuditedAction(operation: "restore", resourceType: "artifact"), handler: restore),
            .decided(
                .delete, Self.one, "purgeTrashEntry", by: "artifact:delete on the entry's repository",
                audit: AuditedAction(operation: "purge", resourceType: "artifact"), handler: purge),
        ]
    }

    @Sendable private func list(_ request: ManagementRequest) async throws -> Response {
        let project = try await project(of: request)
        var visibilities: [RepositoryVisibility] = []
        for action in ["list", "delete"] {
            visibilities.append(
                try await authorization.visibleRepositories(
                    of: request.caller, in: project.facts, permission: Permission("artifact", action)))
        }
        guard !visibilities.contains(.none) else { throw HTTPFailure.refusal(of: request.caller) }
        let limits = visibilities.filter { $0 != .all }
        let isVisible: @Sendable (RepositoryName) -> Bool = { name in limits.allSatisfy { $0.includes(name) } }
        let found = try await trash.list(
            request.listRequest(), projectID: project.id, isVisible: limits.isEmpty ? nil : isVisible)
        return try .list(found.elements, total: found.total, request: request) { Self.write($1, to: &$0) }
    }

    @Sendable private func purgeAll(_ request: ManagementRequest, _ project: Project) async throws -> Response {
        request.audit.resource = project.name
        let count = try await trash.purgeAll(projectID: project.id)
        request.audit.details = "the project's trash, \(count) entries"
        return .ok()
    }

    @Sendable private func purge(_ request: ManagementRequest) async throws -> Response {
        let (project, entry) = try await entry(of: request, permissions: [Permission("artifact", "delete")])
        try await trash.purge(entry.id, projectID: project.id)
        return .ok()
    }

    @Sendable private func restore(_ request: ManagementRequest) async throws -> Response {
        let (project, entry) = try await entry(
            of: request, permissions: [Permission("artifact", "create"), Permission("tag", "create")])
        let body = try await request.optionalBody()
        let restored = try await trash.restore(
            entry.id, projectID: project.id,
            RestorationRequest(
                onlyThis: try body?.bool("only_this") ?? false,
                skipsTakenTags: try body?.bool("skip_taken_tags") ?? false))
        return .json { writer in
            writer.object { writer in
                writer.member("repository_name", restored.repository)
                writer.member("digests", restored.digests)
                writer.member("tags", restored.tags)
                writer.member("skipped_tags", restored.skippedTags)
            }
        }
    }

    /// The entry that the path names, and its project; whoever may not act on its repository learns nothing of it.
    private func entry(
        of request: ManagementRequest, permissions: [Permission]
    ) async throws -> (Project, TrashEntry) {
        // First what is wrong whether the project exists or not.
        let id = try request.integer("trash_id")
        let project = try await project(of: request)
        do {
            let entry = try await trash.find(id, projectID: project.id)
            for permission in permissions {
                let isAllowed = try await authorization.allows(
                    request.caller, permission, in: project.facts, repository: entry.repositoryName)
                guard isAllowed else { throw HTTPFailure.refusal(of: request.caller) }
            }
            request.audit.resource = entry.audited
            return (project, entry)
        } catch let error as TrashError {
            for permission in permissions {
                let isAllowed = try await authorization.allows(request.caller, permission, in: project.facts)
                guard isAllowed else { throw HTTPFailure.refusal(of: request.caller) }
            }
            throw error
        }
    }

    private func project(of request: ManagementRequest) async throws -> Project {
        let project = try await ProjectLookup(projects: projects).visibleProject(of: request)
        request.audit.projectID = project.id
        return project
    }

    private static func write(_ entry: TrashEntry, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", entry.id)
            writer.member("deletion_id", entry.deletionID)
            writer.member("kind", entry.kind.rawValue)
            writer.member("project_id", entry.projectID)
            writer.member("repository_id", entry.repositoryID)
            writer.member("repository_name", entry.repositoryName.description)
            writer.member("digest", entry.digest)
            writer.memberIfPresent("media_type", entry.mediaType)
            writer.memberIfPresent("artifact_type", entry.artifactType)
            writer.memberIfPresent("size", entry.size)
            writer.member("tags", entry.tags)
            writer.member("deleted_by", entry.deletedBy)
            writer.member("deleted_at", entry.deletedAt)
            writer.member("expires_at", entry.expiresAt)
        }
    }
}

extension TrashEntry {
    /// What the audit log calls the entry.
    fileprivate var audited: String {
        kind == .tag ? "\(repositoryName):\(tags.first ?? "")" : "\(repositoryName)@\(digest)"
    }
}

extension TrashError: ManagementFailure {
    /// 404 for an entry that isn't there, 409 for names that are taken, 412 for what is missing.
    package var httpFailure: HTTPFailure {
        switch self {
        case .unknown: .notFound(description)
        case .tagsTaken, .repositoryTaken, .contended: .conflict(description)
        case .artifactMissing, .childrenMissing: .preconditionFailed(description)
        }
    }
}
