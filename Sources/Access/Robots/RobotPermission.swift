package import OCI

/// Permissions that a robot is given in one place, as clients write them.
package struct RobotPermission: Hashable, Sendable {
    /// Where permissions hold.
    package enum Place: Hashable, Sendable {
        /// Outside of projects.
        case system
        case everyProject
        /// In the project of the name.
        case project(String)

        /// `system` or `project`, as Harbor's API has it.
        package var kind: String { self == .system ? "system" : "project" }

        /// `/`, `*` or the project's name, as Harbor's API has it.
        package var namespace: String {
            switch self {
            case .system: "/"
            case .everyProject: "*"
            case .project(let name): name
            }
        }
    }

    package let place: Place
    /// In the order in which they were given, each once.
    package let permissions: [Permission]
    /// The repositories, named without the project, that the permissions are limited to; nil: all.
    package let repositories: Glob?

    /// Checks that permissions fit their place.
    ///
    /// Throws `RobotError.noPermissions`, `.unknownPermission`, `.notInRepository`.
    package init(
        place: Place, permissions: [Permission], repositories: Glob? = nil
    ) throws(RobotError) {
        guard !permissions.isEmpty else { throw .noPermissions }
        let known = Set(place == .system ? PermissionVocabulary.system : PermissionVocabulary.project)
        if let unknown = permissions.first(where: { !known.contains($0) }) {
            throw .unknownPermission(unknown, kind: place.kind)
        }
        if repositories != nil {
            guard place != .system else { throw .notInRepository(permissions[0]) }
            let isLimitable = { (permission: Permission) in
                permission.isInRepository || permission == .projectRead
            }
            if let other = permissions.first(where: { !isLimitable($0) }) { throw .notInRepository(other) }
        }
        self.init(stored: place, permissions, repositories)
    }

    init(stored place: Place, _ permissions: [Permission], _ repositories: Glob?) {
        self.place = place
        var seen: Set<Permission> = []
        self.permissions = permissions.filter { seen.insert($0).inserted }
        self.repositories = repositories
    }
}
