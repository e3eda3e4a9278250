import Access

/// Whoever sends a request, and how that is known.
struct Caller: Sendable {
    /// How a request says who sends it.
    enum Proof: Sendable {
        case none
        case password
        case token(RegistryToken)
    }

    let principal: Principal
    let proof: Proof

    /// Whether the caller's token, if that is the proof, covers an action.
    func covers(_ action: RepositoryAction, name: String, project: ProjectFacts?) -> Bool {
        guard case .token(let token) = proof else { return true }
        return token.grants(action.rawValue, type: "repository", name: name, project: project?.id)
    }
}

/// What is done with a repository, in the words of token scopes.
enum RepositoryAction: String, Sendable {
    case pull
    case push
    case delete

    /// The project permission that an action needs.
    var permission: Permission {
        switch self {
        case .pull: .repositoryPull
        case .push: .repositoryPush
        case .delete: .artifactDelete
        }
    }

    /// What a client is told to ask a token for.
    var scopeActions: String {
        switch self {
        case .pull: "pull"
        case .push: "pull,push"
        case .delete: "delete"
        }
    }
}
