import Access
package import Catalog
import HTTPServing
import HTTPTypes
import Hummingbird
import OCI

/// Gives artifacts further tags and labels, and takes labels off.
package struct ArtifactTaggingRoutes: Sendable {
    private static let artifact = "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}"
    private let tags: TagService
    private let labels: ArtifactLabelService
    private let manifests: ManifestService

    package init(tags: TagService, labels: ArtifactLabelService, manifests: ManifestService) {
        self.tags = tags
        self.labels = labels
        self.manifests = manifests
    }

    /// Harbor's operations `createTag`, `addLabel` and `removeLabel`.
    package var routes: [ManagementRoute] {
        [
            .repository(
                .post, Self.artifact + "/tags", "createTag", Permission("tag", "create"),
                audit: AuditedAction(operation: "create", resourceType: "tag"), handler: createTag),
            .repository(
                .post, Self.artifact + "/labels", "addLabel", Permission("artifact-label", "create"),
                audit: AuditedAction(operation: "create", resourceType: "artifact-label"), handler: addLabel),
            .repository(
                .delete, Self.artifact + "/labels/{label_id}", "removeLabel", Permission("artifact-label", "delete"),
                audit: AuditedAction(operation: "delete", resourceType: "artifact-label"), handler: removeLabel),
        ]
    }

    @Sendable private func createTag(
        _ request: ManagementRequest, _ project: Project, _ repository: RepositoryRecord
    ) async throws -> Response {
        let reference = try request.reference()
        let name = try await request.body().required("name", maximum: 128)
        guard let tag = try? Tag(name) else {
            throw HTTPFailure.badRequest(
                "invalid tag name: it has 1 to 128 letters, digits and _ . - and begins with a letter, digit or _")
        }
        request.audit.resource = "\(repository.name):\(tag)"
        do {
            try await tags.create(tag, on: reference, in: repository)
        } catch TagService.Failure.artifactUnknown { throw ArtifactRoutes.missing(reference, repository) }
        return .created(location: request.context.exchange.path.withoutTrailingSlash + "/\(tag)")
    }

    @Sendable private func addLabel(
        _ request: ManagementRequest, _ project: Project, _ repository: RepositoryRecord
    ) async throws -> Response {
        let reference = try request.reference()
        request.audit.resource = reference.name(in: repository)
        guard let label = try await request.body().integer("id", in: 1...(.max)) else {
            throw HTTPFailure.unprocessable("id in body is required: the number of a label")
        }
        let artifact = try await find(reference, in: repository)
        try await labels.add(label, to: artifact, in: repository)
        return .ok()
    }

    @Sendable private func removeLabel(
        _ request: ManagementRequest, _ project: Project, _ repository: RepositoryRecord
    ) async throws -> Response {
        let reference = try request.reference()
        request.audit.resource = reference.name(in: repository)
        let label = try request.integer("label_id")
        try await labels.remove(label, from: find(reference, in: repository))
        return .ok()
    }

    private func find(_ reference: Reference, in repository: RepositoryRecord) async throws -> ArtifactRecord {
        guard let artifact = try await manifests.find(reference, repositoryID: repository.id) else {
            throw ArtifactRoutes.missing(reference, repository)
        }
        return artifact
    }
}

extension String {
    /// A path to which a component can be added.
    var withoutTrailingSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
