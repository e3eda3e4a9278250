package import Admission
package import HTTPServing
package import Quotas

extension QuotaError: ManagementFailure {
    /// 404 for a quota that isn't there, 400 for a number that is no limit.
    package var httpFailure: HTTPFailure {
        switch self {
        case .unknown: .notFound(description)
        case .invalidLimit: .badRequest(description)
        }
    }
}

extension AdmissionError: ManagementFailure {
    /// The same answers as on `/v2`: 403 for storage that doesn't suffice, 412 for a tag that has to stay.
    package var httpFailure: HTTPFailure {
        switch self {
        case .quotaExceeded: .denied(description)
        case .immutable: .preconditionFailed(description)
        }
    }
}
