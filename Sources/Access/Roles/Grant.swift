package import OCI

/// Permissions inside a project, and where in it they hold.
package struct Grant: Hashable, Sendable {
    package let permissions: Set<Permission>
    /// The repositories, named without their project, that the grant is limited to; nil: the whole project.
    package let repositories: Glob?

    package init(_ permissions: Set<Permission>, repositories: Glob? = nil) {
        self.permissions = permissions
        self.repositories = repositories
    }

    /// Whether the grant gives a permission on the project as a whole.
    ///
    /// A limited one lets its holder see the project and list what it may see of it: those lists show only the
    /// repositories that it covers.
    func allows(_ permission: Permission) -> Bool {
        guard permissions.contains(permission) else { return false }
        return repositories == nil || Permission.ofPartialViews.contains(permission)
    }

    /// Whether the grant gives a permission on a repository.
    func allows(_ permission: Permission, on repository: RepositoryName) -> Bool {
        guard permissions.contains(permission) else { return false }
        guard let repositories, permission != .projectRead else { return true }
        return permission.isInRepository && repositories.matches(repository.path)
    }
}

extension Permission {
    /// What somebody with rights on some repositories may do with the project: see it, and list these repositories and
    /// what they hold.
    static let ofPartialViews: Set<Permission> = [.projectRead, .repositoryList, .artifactList]

    private static let repositoryResources: Set<String> = [
        "repository", "artifact", "artifact-addition", "artifact-label", "tag", "accessory", "scan", "sbom",
    ]

    /// Whether the permission is about something inside a repository, so that it can be limited to some repositories.
    package var isInRepository: Bool { Self.repositoryResources.contains(resource) }
}

/// Which repositories of a project somebody sees.
package enum RepositoryVisibility: Hashable, Sendable {
    case all
    case none
    /// Those whose name without the project matches one of the patterns.
    case matching([Glob])

    /// Whether a repository is among them.
    package func includes(_ repository: RepositoryName) -> Bool {
        switch self {
        case .all: true
        case .none: false
        case .matching(let patterns): patterns.contains { $0.matches(repository.path) }
        }
    }
}
