/// Why a policy was not found or not taken.
package enum WebhookError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no policy of this number.
    case unknown(Int64)
    /// The policy has no execution of this number.
    case unknownExecution(Int64)
    /// The execution has no task of this number.
    case unknownTask(Int64)
    /// Another policy of the project has the name.
    case nameTaken(String)
    /// A member of a policy or target doesn't say what it must; `place` is its name in the API.
    case invalid(place: String, reason: String)
    /// The project has as many policies as it may.
    case tooMany(limit: Int)
    case projectGone

    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .unknown(let id): "there is no webhook policy \(id)"
        case .unknownExecution(let id): "the webhook policy has no execution \(id)"
        case .unknownTask(let id): "the execution has no task \(id)"
        case .nameTaken(let name): "there is a webhook policy \(name) already: take another name"
        case .invalid(let place, let reason): "\(place) \(reason)"
        case .tooMany(let limit): "there are \(limit) webhook policies already, which is the most: delete one"
        case .projectGone: "the project was deleted"
        }
    }
}
