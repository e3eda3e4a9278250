import SQL

/// A named set of permissions for members of projects: one of Harbor's five, or one that administrators made.
package struct Role: Hashable, Sendable {
    /// The number of the first role that administrators make; smaller ones are left to Harbor's.
    package static let firstCustomID: Int64 = 101

    package let id: Int64
    package let name: String
    package let description: String
    /// In the order of the vocabulary.
    package let permissions: [Permission]

    /// Whether it is one of Harbor's, which nobody changes.
    package var isBuiltIn: Bool { id < Self.firstCustomID }

    init(id: Int64, name: String, description: String, permissions: Set<Permission>) {
        self.id = id
        self.name = name
        self.description = description
        self.permissions = PermissionVocabulary.roles.filter(permissions.contains)
    }

    /// Harbor's five roles in the order of their numbers.
    package static let builtIn = ProjectRole.allCases.map { role in
        Role(id: role.id, name: role.name, description: role.summary, permissions: role.permissions)
    }
}

/// What a role is to be; its parts are checked when it is made.
package struct RoleContent: Sendable {
    package let name: String
    let description: String
    let permissions: Set<Permission>

    /// Checks the parts: a name of 1 to 64 letters, digits and ` . _ -`, a description of at most 1024 bytes, and
    /// permissions that projects know. Throws `RoleError`.
    package init(name: String, description: String, permissions: [Permission]) throws(RoleError) {
        let isPlain = name.utf8.allSatisfy {
            ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a) || " ._-".utf8.contains($0)
        }
        guard (1...64).contains(name.utf8.count), isPlain, name.first != " ", name.last != " " else {
            throw .invalidName
        }
        guard ProjectRole(name: name) == nil else { throw .nameTaken(name) }
        guard description.utf8.count <= 1024, description.utf8.allSatisfy({ $0 >= 0x20 || $0 == 0x0a }) else {
            throw .invalidDescription
        }
        let known = Set(PermissionVocabulary.roles)
        if let unknown = permissions.first(where: { !known.contains($0) }) { throw .unknownPermission(unknown) }
        guard !permissions.isEmpty else { throw .noPermissions }
        self.name = name
        self.description = description
        self.permissions = Set(permissions)
    }
}

/// Why a role could not be made, changed, found or deleted.
package enum RoleError: Error, Hashable, Sendable, CustomStringConvertible {
    case invalidName
    case invalidDescription
    case nameTaken(String)
    case unknownPermission(Permission)
    case noPermissions
    case unknown(Int64)
    /// Harbor's roles are not changed.
    case builtIn(Int64)
    case inUse(members: Int64)
    case tooMany

    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .invalidName: "a role's name has 1 to 64 letters, digits, blanks and . _ -, no blank at either end"
        case .invalidDescription: "a role's description has at most 1024 bytes and no control characters"
        case .nameTaken(let name): "a role called \(name) exists already"
        case .unknownPermission(let permission):
            "projects have no permission \(permission): GET /api/v2.0/roles shows those that roles have"
        case .noPermissions: "a role needs at least one permission"
        case .unknown(let id): "there is no role \(id): GET /api/v2.0/roles lists them"
        case .builtIn(let id): "role \(id) is built in: make a role of your own instead"
        case .inUse(let members):
            "\(members) \(members == 1 ? "member has" : "members have") the role: give them another one first"
        case .tooMany: "there are \(RoleStore.maximumCount) roles already: delete those that nobody uses"
        }
    }
}
