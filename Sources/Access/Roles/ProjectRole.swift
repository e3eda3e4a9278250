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

    /// What the role is for, in a sentence.
    package var summary: String {
        switch self {
        case .projectAdmin: "Does everything in the project, members and robots included."
        case .developer: "Pushes and pulls artifacts and manages tags and labels of artifacts."
        case .guest: "Pulls artifacts and sees most of the project."
        case .maintainer: "Does what developers do, deletes artifacts and manages tag rules and labels."
        case .limitedGuest: "Pulls artifacts and doesn't see members and logs."
        }
    }

    /// How much the role may do in comparison, as Harbor ranks it.
    var power: Int {
        switch self {
        case .projectAdmin: 50
        case .maintainer: 40
        case .developer: 30
        case .guest: 20
        case .limitedGuest: 10
        }
    }

    /// The number that Harbor's API uses.
    package var id: Int64 { Int64(rawValue) }

    /// The role of a number; nil if it isn't one of the five.
    package init?(id: Int64) {
        guard let number = Int(exactly: id), let role = Self(rawValue: number) else { return nil }
        self = role
    }

    /// Reads a name; nil if there is no such role.
    package init?(name: String) {
        guard let role = Self.allCases.first(where: { $0.name.lowercased() == name.lowercased() }) else { return nil }
        self = role
    }

    /// What members with this role may do.
    package var permissions: Set<Permission> { RoleMatrix.harbor.permissions[self] ?? [] }
}
