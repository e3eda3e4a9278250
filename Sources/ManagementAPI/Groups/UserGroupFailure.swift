package import HTTPServing
package import Identity

extension UserGroupError: ManagementFailure {
    /// 400 for what breaks a rule, 404, 409 for what is taken, and 412 for members that are kept elsewhere.
    package var httpFailure: HTTPFailure {
        switch self {
        case .invalidName, .unknownKind, .invalidDirectoryName, .unwantedDirectoryName, .unchangeable:
            .badRequest(description)
        case .nameTaken, .directoryNameTaken, .alreadyMember: .conflict(description)
        case .unknown, .unknownUser, .notMember: .notFound(description)
        case .foreignMembers: .preconditionFailed(description)
        }
    }
}
