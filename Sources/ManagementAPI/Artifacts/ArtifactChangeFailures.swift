import Catalog
package import HTTPServing
import OCI

extension CatalogError: ManagementFailure {
    /// 404 for what isn't there, 412 for what an index still lists.
    package var httpFailure: HTTPFailure {
        switch self {
        case .contentUnknown(let digests):
            .notFound("content is missing: push \(digests.map(\.description).joined(separator: ", ")) first")
        case .unknown: .notFound("artifact or tag not found: check the tag or digest")
        case .partOfIndex:
            .preconditionFailed(
                "the deleting artifact is referenced by others: delete the index that lists it first",
                code: "VIOLATE_FOREIGN_KEY_CONSTRAINT")
        case .repositoryGone: .notFound("the repository was deleted meanwhile")
        }
    }
}

extension CopyError: ManagementFailure {
    /// 404 for the source, 409 for what the target has, 403 for an accessory, as Harbor.
    package var httpFailure: HTTPFailure {
        switch self {
        case .sourceUnknown, .projectGone: .notFound(description)
        case .exists, .contended: .conflict(description)
        case .isAccessory: .denied(description)
        }
    }
}

extension TagService.Failure: ManagementFailure {
    /// 404 for the artifact, 409 for the name.
    package var httpFailure: HTTPFailure {
        switch self {
        case .artifactUnknown: .notFound(description)
        case .nameTaken: .conflict(description)
        }
    }
}

extension ArtifactLabelService.Failure: ManagementFailure {
    /// 404 for what isn't there, 409 for a label that the artifact has.
    package var httpFailure: HTTPFailure {
        switch self {
        case .artifactUnknown, .labelUnknown, .notAdded: .notFound(description)
        case .alreadyAdded: .conflict(description)
        }
    }
}
