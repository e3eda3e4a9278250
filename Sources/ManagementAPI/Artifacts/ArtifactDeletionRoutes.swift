import Access
package import Catalog
import HTTPServing
import HTTPTypes
import Hummingbird
import OCI

/// Deletes artifacts, tags and repositories. What goes can be restored from the project's trash, unless the query has
/// `purge=true`.
package struct ArtifactDeletionRoutes: Sendable {
    private static let repository = "/projects/{project_name}/repositories/{repository_name}"
    private let deletion: DeletionService
    private let manifests: ManifestService

    package init(deletion: DeletionService, manifests: ManifestService) {
        self.deletion = deletion
        self.manifests = manifests
    }

    /// Harbor's operations `deleteRepository`, `deleteArtifact` and `deleteTag`.
    package var routes: [ManagementRoute] {
        let artifact = Self.repository + "/artifacts/{reference}"
        return [
            .repository(
                .delete, Self.repository, "deleteRepository", Permission("repository", "delete"),
                audit: AuditedAction(operation: "delete", resourceType: "repository"), handler: deleteRepository),
            .repository(
                .delete, artifact, "deleteArtifact", Permission("artifact", "delete"),
                audit: AuditedAction(operation: "delete", resourceType: "artifact"), handler: deleteArtifact),
            .repository(
                .delete, artifact + "/tags/{tag_name}", "deleteTag", Permission("tag", "delete"),
                audit: AuditedAction(operation: "delete", resourceType: "tag"), handler: deleteTag),
        ]
    }

    @Sendable private func deleteRepository(
        _ request: ManagementRequest, _ project: Project, _ repository: RepositoryRecord
    ) async throws -> Response {
        request.audit.resource = repository.name.description
        let isPurge = try isPurge(request)
        try await deletion.deleteRepository(repository, by: request.caller.name, skipsTrash: isPurge)
        return .ok()
    }

    @Sendable private func deleteArtifact(
        _ request: ManagementRequest, _ project: Project, _ repository: RepositoryRecord
    ) async throws -> Response {
        let reference = try request.reference()
        request.audit.resource = reference.name(in: repository)
        let isPurge = try isPurge(request)
        do {
            try await deletion.deleteArtifact(reference, of: repository, by: request.caller.name, skipsTrash: isPurge)
        } catch CatalogError.unknown { throw ArtifactRoutes.missing(reference, repository) }
        return .ok()
    }

    @Sendable private func deleteTag(
        _ request: ManagementRequest, _ project: Project, _ repository: RepositoryRecord
    ) async throws -> Response {
        let reference = try request.reference()
        let text = request.parameter("tag_name")
        request.audit.resource = "\(repository.name):\(text.prefix(128))"
        let isPurge = try isPurge(request)
        guard let artifact = try await manifests.find(reference, repositoryID: repository.id) else {
            throw ArtifactRoutes.missing(reference, repository)
        }
        let unknown = HTTPFailure.notFound(
            "tag \(text.prefix(128)) not found on artifact \(reference.name(in: repository))")
        guard let tag = try? Tag(text) else { throw unknown }
        do {
            try await deletion.deleteTag(
                tag, artifact: artifact, of: repository, by: request.caller.name, skipsTrash: isPurge)
        } catch CatalogError.unknown { throw unknown }
        return .ok()
    }

    /// Whether the trash is passed over, which the audit log is to say.
    private func isPurge(_ request: ManagementRequest) throws -> Bool {
        let isPurge = try request.flag("purge", default: false)
        if isPurge { request.audit.details = "deleted for good, without the trash" }
        return isPurge
    }
}

extension Reference {
    /// The artifact's whole name: `project/repository:tag` or `project/repository@digest`.
    func name(in repository: RepositoryRecord) -> String { "\(repository.name)\(separator)\(self)" }
}
