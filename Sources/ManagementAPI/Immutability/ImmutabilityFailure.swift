package import HTTPServing
package import Immutability

extension ImmutabilityError: ManagementFailure {
    /// 404 for a rule that isn't there, 409 for one that is there already, 400 for one that can't be.
    package var httpFailure: HTTPFailure {
        switch self {
        case .unknown, .projectGone: .notFound(description)
        case .identical: .conflict(description)
        case .tooMany, .invalidPattern: .badRequest(description)
        }
    }
}
