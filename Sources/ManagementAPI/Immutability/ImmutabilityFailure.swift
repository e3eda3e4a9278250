package import HTTPServing
package import Immutability

extension ImmutabilityError: ManagementFailure {
    package var httpFailure: HTTPFailure {
        switch self {
        case .unknown, .projectGone: .notFound(description)
        case .identical: .conflict(description)
        case .tooMany, .invalidPattern: .badRequest(description)
        }
    }
}
