package import HTTPServing
package import Webhooks

extension WebhookError: ManagementFailure {
    /// 404 for what isn't there, 409 for a name that is taken, 400 for what can't be.
    package var httpFailure: HTTPFailure {
        switch self {
        case .unknown, .unknownExecution, .unknownTask, .projectGone: .notFound(description)
        case .nameTaken: .conflict(description)
        case .invalid(let place, let reason): .badRequest("\(place) in body \(reason)")
        case .tooMany: .badRequest(description)
        }
    }
}
