/// Why a robot account could not be made, changed or found.
package enum RobotError: Error, Hashable, Sendable, CustomStringConvertible {
    case invalidName
    case invalidDuration
    case weakSecret
    case noPermissions
    case unknownPermission(Permission, kind: String)
    /// The permission is about no repository, but was to be limited to some.
    case notInRepository(Permission)
    /// A project's robot has permissions in that project only.
    case otherProject(String)
    case unknownProject(String)
    case nameTaken(String)
    case unknown(Int64)
    /// Name, level and project stay what they are.
    case immutable(String)
    /// The caller lacks a permission and so may not hand it on.
    case beyondOwnRights(Permission)

    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .invalidName:
            "a robot's name has 1 to 255 lower-case letters, digits, and single . _ - between them"
        case .invalidDuration: "duration must be -1 (never expires) or a number of days below 2147483647"
        case .weakSecret:
            "the secret must have 8 to 128 characters with at least one upper-case letter, one lower-case letter and "
                + "one digit"
        case .noPermissions: "a robot needs permissions, each with at least one access"
        case .unknownPermission(let permission, let kind):
            "there is no \(kind) permission \(permission): GET /api/v2.0/permissions lists them"
        case .notInRepository(let permission): "\(permission) can't be limited to repositories"
        case .otherProject(let name): "the robot belongs to a project and can't have permissions in \(name)"
        case .unknownProject(let name): "there is no project called \(name)"
        case .nameTaken(let name): "a robot account called \(name) exists already"
        case .unknown(let id): "there is no robot account \(id)"
        case .immutable(let part): "a robot account's \(part) can't be changed: make another one"
        case .beyondOwnRights(let permission):
            "the robot would have \(permission), which you don't have yourself"
        }
    }
}
