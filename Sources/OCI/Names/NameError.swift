/// Why a text is not a ``RepositoryName`` or a ``ProjectName``.
package enum NameError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A repository's name has only one component: it lacks the project.
    case missingProject
    /// The name has more characters than are allowed.
    case tooLong
    /// The name has a character or a separator where the grammar allows none.
    case malformed

    /// A sentence for the answer to a client.
    package var description: String {
        switch self {
        case .missingProject: "a repository's name needs a project: project/repository"
        case .tooLong: "the name is longer than 255 characters"
        case .malformed: "the name has characters that are not allowed"
        }
    }
}
