package import OCI
import SQL

/// A user's or a group's place in a project.
package struct Member: Sendable, Hashable {
    /// Who a member is.
    package enum Entity: Sendable, Hashable {
        case user(Int64)
        case group(Int64)

        /// The user's or the group's number.
        package var id: Int64 {
            switch self {
            case .user(let id), .group(let id): id
            }
        }
    }

    package let id: Int64
    package let projectID: Int64
    package let entity: Entity
    /// The user's or the group's name.
    package let name: String
    package let roleID: Int64
    package let roleName: String
    /// The repositories, named without the project, that the membership is limited to; nil: the whole project.
    package let repositories: Glob?

    init(row: Row) throws {
        id = try row.int64("id")
        projectID = try row.int64("project_id")
        if let user = try row.optionalInt64("user_id") {
            entity = .user(user)
        } else {
            entity = .group(try row.int64("group_id"))
        }
        name = try row.text("entity_name")
        roleID = try row.int64("role_id")
        roleName = try ProjectRole(id: roleID)?.name ?? row.optionalText("role_name") ?? ""
        let pattern = try row.text("repository_pattern")
        repositories = pattern.isEmpty ? nil : try Glob(pattern)
    }
}

/// Why a membership could not be made, changed or found.
package enum MemberError: Error, Hashable, Sendable, CustomStringConvertible {
    case alreadyMember(String)
    case notMember(String)
    case unknown(Int64)
    case unknownUser(String)
    case unknownGroup(String)
    case unknownRole(Int64)
    /// The project was deleted meanwhile.
    case projectGone(String)
    /// The caller may manage members, but not those with rights that the caller lacks.
    case beyondOwnRights(Permission)

    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .alreadyMember(let name): "\(name) is a member of the project already: change the membership instead"
        case .notMember(let name): "\(name) is not a member of the project"
        case .unknown(let id): "the project has no member \(id)"
        case .unknownUser(let name): "there is no user \(name)"
        case .unknownGroup(let name): "there is no group \(name)"
        case .projectGone(let name): "there is no project \(name) any more"
        case .unknownRole(let id): "there is no role \(id): GET /api/v2.0/roles lists them"
        case .beyondOwnRights(let permission):
            "the role has \(permission), which you don't have: ask a project administrator"
        }
    }
}
