package import Access
package import Catalog
package import HTTPServing
import HTTPTypes
import Hummingbird
import Listing
package import OCI

/// Harbor's resource `label`: labels of the whole registry (scope `g`) and of projects (scope `p`).
package struct LabelRoutes: Sendable {
    private static let reason = "the label's scope: label rights in its project, or in the whole registry"
    private let labels: LabelService
    private let projects: ProjectService
    private let authorization: AuthorizationService

    package init(labels: LabelService, projects: ProjectService, authorization: AuthorizationService) {
        self.labels = labels
        self.projects = projects
        self.authorization = authorization
    }

    /// The routes.
    package var routes: [ManagementRoute] {
        [
            .decided(.get, "/labels", "ListLabels", by: Self.reason) { try await list($0) },
            .decided(
                .post, "/labels", "CreateLabel", by: Self.reason,
                audit: AuditedAction(operation: "create", resourceType: "label")
            ) { try await create($0) },
            .decided(.get, "/labels/{label_id}", "GetLabelByID", by: Self.reason) { request in
                let label = try await label(of: request)
                return .json { $0.label(label) }
            },
            .decided(
                .put, "/labels/{label_id}", "UpdateLabel", by: Self.reason,
                audit: AuditedAction(operation: "update", resourceType: "label")
            ) { try await update($0) },
            .decided(
                .delete, "/labels/{label_id}", "DeleteLabel", by: Self.reason,
                audit: AuditedAction(operation: "delete", resourceType: "label")
            ) { try await delete($0) },
        ]
    }

    private func list(_ request: ManagementRequest) async throws -> Response {
        var wanted = try request.listRequest()
        if let name = try request.queryText("name", maximum: 512) {
            wanted.filters.append(FilterTerm(key: "name", condition: .fuzzy(name)))
        }
        let projectID = try projectID(
            scope: try request.queryText("scope"), projectID: try request.queryInteger("project_id"))
        if let projectID {
            try await require("list", projectID: projectID, request)
        } else if case .anonymous = request.caller {
            throw HTTPFailure.unauthenticated
        }
        let found = try await labels.list(wanted, projectID: projectID)
        return try .list(found.elements, total: found.total, request: request) { $0.label($1) }
    }

    private func create(_ request: ManagementRequest) async throws -> Response {
        if case .anonymous = request.caller { throw HTTPFailure.unauthenticated }
        let body = try await request.body()
        let projectID = try projectID(
            scope: try body.string("scope"), projectID: try body.integer("project_id"))
        try await require("create", projectID: projectID, request)
        let content = try LabelContent(
            name: try body.required("name", maximum: 128),
            description: try body.string("description", maximum: 1024) ?? "",
            color: try body.string("color", maximum: 16) ?? "")
        request.audit.resource = content.name
        let id = try await labels.create(content, projectID: projectID)
        return .created(location: "\(RoutePath.base)/labels/\(id)")
    }

    private func update(_ request: ManagementRequest) async throws -> Response {
        let label = try await label(of: request)
        try await require("update", projectID: label.projectID, request)
        let (body, old) = (try await request.body(), label.content)
        let content = try LabelContent(
            name: try body.string("name", maximum: 128) ?? old.name,
            description: try body.string("description", maximum: 1024) ?? old.description,
            color: try body.string("color", maximum: 16) ?? old.color)
        request.audit.resource = old.name
        try await labels.update(label.id, to: content)
        return .ok()
    }

    private func delete(_ request: ManagementRequest) async throws -> Response {
        let label = try await label(of: request)
        try await require("delete", projectID: label.projectID, request)
        request.audit.resource = label.content.name
        try await labels.delete(label.id)
        return .ok()
    }

    /// The label of the path; one that the caller may not see is answered as one that isn't there.
    private func label(of request: ManagementRequest) async throws -> Label {
        let id = try request.integer("label_id")
        if let label = try await labels.find(id) {
            guard let projectID = label.projectID else {
                if case .anonymous = request.caller { throw HTTPFailure.unauthenticated }
                return label
            }
            if let project = try await projects.find(id: projectID),
                try await authorization.allows(request.caller, Permission("label", "read"), in: project.facts)
            {
                return label
            }
        }
        if case .anonymous = request.caller { throw HTTPFailure.unauthenticated }
        throw LabelError.unknown(id)
    }

    /// The project that a scope names; nil for the whole registry.
    private func projectID(scope: String?, projectID: Int64?) throws -> Int64? {
        switch scope {
        case "g": return nil
        case "p":
            guard let projectID, projectID > 0 else {
                throw HTTPFailure.badRequest("project_id is required with scope p: the number of the project")
            }
            return projectID
        default:
            throw HTTPFailure.badRequest("scope must be g, for labels of the whole registry, or p, for a project's")
        }
    }

    /// Lets a request pass that may do something with the labels of a scope; throws 401, 403 or 404.
    private func require(_ action: String, projectID: Int64?, _ request: ManagementRequest) async throws {
        let permission = Permission("label", action)
        guard let projectID else {
            guard try await authorization.allowsSystem(request.caller, permission) else {
                if case .anonymous = request.caller { throw HTTPFailure.unauthenticated }
                throw HTTPFailure.forbidden("labels of the whole registry are for administrators to change")
            }
            return
        }
        let project = try await projects.find(id: projectID)
        // Only a project that exists: whoever makes numbers up must not make the log keep counts for them.
        request.audit.projectID = project?.id
        if let project, try await authorization.allows(request.caller, permission, in: project.facts) { return }
        if project == nil, request.caller.isAdministrator {
            throw HTTPFailure.notFound("project \(projectID) not found")
        }
        throw HTTPFailure.refusal(of: request.caller)
    }
}

extension JSONWriter {
    /// Writes a label in Harbor's form (`Label`).
    package mutating func label(_ label: Label) {
        object { writer in
            writer.member("id", label.id)
            writer.member("name", label.content.name)
            writer.member("description", label.content.description)
            writer.member("color", label.content.color)
            writer.member("scope", label.projectID == nil ? "g" : "p")
            writer.member("project_id", label.projectID ?? 0)
            writer.member("creation_time", label.createdAt)
            writer.member("update_time", label.updatedAt)
        }
    }
}

extension LabelError: ManagementFailure {
    /// 400, 404 and 409, as Harbor.
    package var httpFailure: HTTPFailure {
        switch self {
        case .invalidName, .invalidDescription, .invalidColor: .badRequest(description)
        case .nameTaken: .conflict(description)
        case .unknown, .unknownProject: .notFound(description)
        }
    }
}
