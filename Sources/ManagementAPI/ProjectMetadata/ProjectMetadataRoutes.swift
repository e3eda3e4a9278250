import Access
package import Catalog
import HTTPServing
import HTTPTypes
import Hummingbird
import OCI

/// Harbor's resource `projectMetadata`: one setting of a project at a time.
package struct ProjectMetadataRoutes: Sendable {
    private let projects: ProjectService

    package init(projects: ProjectService) {
        self.projects = projects
    }

    /// The routes.
    package var routes: [ManagementRoute] {
        let path = "/projects/{project_name_or_id}/metadatas/"
        let audit = AuditedAction(operation: "update", resourceType: "project")
        return [
            // Harbor asks for a right here that no role of it has; whoever may read one setting may read all.
            .project(.get, path, "listProjectMetadatas", Permission("metadata", "read")) { _, project in
                let metadata = try await projects.metadata(of: project)
                return .json { $0.metadata(metadata) }
            },
            .project(.post, path, "addProjectMetadatas", Permission("metadata", "create"), audit: audit) {
                try await add($0, $1)
            },
            .project(.get, path + "{meta_name}", "getProjectMetadata", Permission("metadata", "read")) {
                try await get($0, $1)
            },
            .project(
                .put, path + "{meta_name}", "updateProjectMetadata", Permission("metadata", "update"), audit: audit
            ) { try await replace($0, $1) },
            .project(
                .delete, path + "{meta_name}", "deleteProjectMetadata", Permission("metadata", "delete"), audit: audit
            ) { request, project in
                request.audit.resource = project.name
                try await projects.remove(ProjectMetadata.key(request.parameter("meta_name")), from: project)
                return .ok()
            },
        ]
    }

    private func get(_ request: ManagementRequest, _ project: Project) async throws -> Response {
        let key = try ProjectMetadata.key(request.parameter("meta_name"))
        let value = try await projects.metadata(of: project)[key]
        return .json { writer in writer.object { $0.memberIfPresent(key.rawValue, value) } }
    }

    private func add(_ request: ManagementRequest, _ project: Project) async throws -> Response {
        request.audit.resource = project.name
        let (key, metadata) = try await setting(of: request)
        // What every project has can't be added.
        guard try await projects.metadata(of: project)[key] == nil else {
            throw HTTPFailure.conflict("\(key.rawValue) is set already: change it with PUT …/metadatas/\(key.rawValue)")
        }
        try await projects.update(project, with: ProjectSettings(metadata: metadata))
        return .ok()
    }

    private func replace(_ request: ManagementRequest, _ project: Project) async throws -> Response {
        request.audit.resource = project.name
        let name = request.parameter("meta_name")
        let (key, metadata) = try await setting(of: request)
        guard key.rawValue.utf8.elementsEqual(name.utf8) else {
            throw HTTPFailure.badRequest("the body must be {\"\(name)\": value}, the setting that the path names")
        }
        try await projects.update(project, with: ProjectSettings(metadata: metadata))
        return .ok()
    }

    /// The one setting that a body brings.
    private func setting(of request: ManagementRequest) async throws -> (ProjectMetadata.Key, ProjectMetadata) {
        let body = try await request.body()
        let names = body.object.members.map(\.name)
        guard names.count == 1, let name = names.first else {
            throw HTTPFailure.badRequest("only one key-value pair is allowed in a request")
        }
        let key = try ProjectMetadata.key(name)
        guard let value = try body.string(name, maximum: 1024) else {
            throw HTTPFailure.badRequest("the value of \(name) must be a text")
        }
        var metadata = ProjectMetadata()
        try metadata.set(key, to: value)
        return (key, metadata)
    }
}
