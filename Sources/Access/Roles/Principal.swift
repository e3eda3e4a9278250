package import Identity

/// Whoever sends a request.
package enum Principal: Sendable, Hashable {
    /// Nobody signed in.
    case anonymous
    /// A user with an account.
    case user(User)
    /// A program with a robot account.
    case robot(Robot)

    /// The name in logs and tokens; empty for nobody.
    package var name: String {
        switch self {
        case .anonymous: ""
        case .user(let user): user.username
        case .robot(let robot): robot.name
        }
    }

    /// Whether everything is allowed everywhere.
    package var isAdministrator: Bool {
        switch self {
        case .anonymous, .robot: false
        case .user(let user): user.isAdministrator
        }
    }

    /// The user's number; nil for whoever is no user.
    package var userID: Int64? {
        if case .user(let user) = self { user.id } else { nil }
    }
}

/// What decides about rights in a project besides the sender.
package struct ProjectFacts: Sendable, Hashable {
    package let id: Int64
    package let name: String
    /// Whether anybody may pull.
    package let isPublic: Bool

    package init(id: Int64, name: String, isPublic: Bool) {
        self.id = id
        self.name = name
        self.isPublic = isPublic
    }
}
