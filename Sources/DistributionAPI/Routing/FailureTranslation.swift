import Admission
import BlobStorage
import Catalog
import Content
import HTTPServing
import HTTPTypes
import Identity
import OCI

/// Turns what services throw into what clients see.
enum FailureTranslation {
    /// The failure for an error of content, catalog or storage; nil for any other.
    static func failure(for error: any Error) -> HTTPFailure? {
        switch error {
        case let failure as HTTPFailure: failure
        case let error as StorageError: storageFailure(error)
        case let error as CatalogError: catalogFailure(error)
        case let error as UploadError: uploadFailure(error)
        case let error as AdmissionError: admissionFailure(error)
        default: nil
        }
    }

    private static func storageFailure(_ error: StorageError) -> HTTPFailure? {
        switch error.kind {
        case .full: .storageFull
        case .readOnly: .unavailable("the storage takes no writes now")
        case .unavailable: .unavailable("the storage is not available now")
        case .superseded: .uploadInvalid("another request has taken this upload over")
        default: nil
        }
    }

    private static func catalogFailure(_ error: CatalogError) -> HTTPFailure {
        switch error {
        case .contentUnknown(let digests):
            HTTPFailure(
                .notFound, code: "MANIFEST_BLOB_UNKNOWN",
                message: "the manifest references content unknown to this repository: push it first",
                detail: digests.map(\.description).joined(separator: ", "))
        case .unknown: .manifestUnknown("")
        case .partOfIndex:
            HTTPFailure(
                .preconditionFailed, code: "VIOLATE_FOREIGN_KEY_CONSTRAINT",
                message: "the deleting artifact is referenced by others: delete the index that lists it first")
        case .repositoryGone: .nameUnknown("")
        }
    }

    private static func admissionFailure(_ error: AdmissionError) -> HTTPFailure {
        switch error {
        case .quotaExceeded: HTTPFailure(.forbidden, code: "DENIED", message: error.description)
        case .immutable: HTTPFailure(.preconditionFailed, code: "PRECONDITION", message: error.description)
        }
    }

    private static func uploadFailure(_ error: UploadError) -> HTTPFailure {
        switch error {
        case .unknown: .uploadUnknown("")
        case .digestMismatch: .digestInvalid("")
        case .truncated(let received):
            .uploadInvalid("the body ended early; \(received) bytes of the blob have arrived")
        case .tooLarge:
            HTTPFailure(
                .contentTooLarge, code: "SIZE_INVALID",
                message: "the body is longer than was declared or than a blob may be")
        case .outOfOrder(let received), .busy(let received): UploadRoutes.outOfOrder(received: received)
        case .repositoryGone: .nameUnknown("")
        }
    }
}
