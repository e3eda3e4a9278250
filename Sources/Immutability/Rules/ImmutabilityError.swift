/// Why a rule was not found or not taken.
package enum ImmutabilityError: Error, Sendable, Hashable, CustomStringConvertible {
    case unknown(Int64)
    case identical
    case tooMany(limit: Int)
    case invalidPattern(String)
    case projectGone

    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .unknown(let id): "the project has no immutable tag rule \(id)"
        case .identical: "the project has a rule for these repositories and tags already: change that one"
        case .tooMany(let limit):
            "a project has at most \(limit) immutable tag rules: delete one, or use {a,b} in patterns"
        case .invalidPattern(let reason): reason
        case .projectGone: "the project was deleted"
        }
    }
}
