/// Harbor's five roles of a project's members; the raw value is the number that Harbor's API uses.
package enum ProjectRole: Int, Sendable, CaseIterable {
    case projectAdmin = 1
    case developer = 2
    case guest = 3
    case maintainer = 4
    case limitedGuest = 5

    /// The name on the command line and in Harbor's web console.
    package var name: String {
        switch self {
        case .projectAdmin: "projectAdmin"
        case .developer: "developer"
        case .guest: "guest"
        case .maintainer: "maintainer"
        case .limitedGuest: "limitedGuest"
        }
    }

    /// Reads a name; nil if there is no such role.
    package init?(name: String) {
        guard let role = Self.allCases.first(where: { $0.name.lowercased() == name.lowercased() }) else { return nil }
        self = role
    }

    /// What members with this role may do.
    package var permissions: Set<Permission> { RoleMatrix.harbor.permissions[self] ?? [] }
}
