/// Why a policy was not found or not taken, or a run not begun.
package enum RetentionError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Something in the policy makes no sense; the text names the place.
    case invalid(String)
    case duplicate(rule: Int, of: Int)
    case exists(projectID: Int64, policyID: Int64)
    case unknown(Int64)
    case unknownProject(Int64)
    case otherProject
    case running

    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .invalid(let reason): reason
        case .duplicate(let rule, let first): "rule \(rule) is the same as rule \(first): leave one of them out"
        case .exists(let project, let policy):
            "project \(project) already has retention policy \(policy): change that one"
        case .unknown(let id): "no retention policy \(id)"
        case .unknownProject(let id): "scope.ref in body: no project has the number \(id)"
        case .otherProject: "scope.ref in body must stay the policy's project: a policy can't move to another one"
        case .running: "the policy runs or waits already: stop it first, or wait until it has ended"
        }
    }
}
