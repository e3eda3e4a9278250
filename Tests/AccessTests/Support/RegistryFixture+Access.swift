import Access
import Catalog
import Identity
import OCI
import RegistryTesting

extension RegistryFixture {
    /// Every permission that there is in projects.
    static let projectPermissions = Set(PermissionVocabulary.roles)

    /// Everything that somebody may do with a project as a whole.
    func rights(of principal: Principal, in project: Project) async throws -> Set<Permission> {
        var allowed: Set<Permission> = []
        for permission in Self.projectPermissions
        where try await authorization.allows(principal, permission, in: project.facts) {
            allowed.insert(permission)
        }
        return allowed
    }

    /// Everything that somebody may do with a repository.
    func rights(of principal: Principal, in project: Project, on path: String) async throws -> Set<Permission> {
        let name = try RepositoryName("\(project.name)/\(path)")
        var allowed: Set<Permission> = []
        for permission in Self.projectPermissions
        where try await authorization.allows(principal, permission, in: project.facts, repository: name) {
            allowed.insert(permission)
        }
        return allowed
    }

    /// Makes a role with these permissions.
    func makeRole(_ name: String, _ permissions: [Permission]) async throws -> Int64 {
        try await roles.create(RoleContent(name: name, description: "", permissions: permissions))
    }

    /// Makes a robot, and returns it as requests come from it together with its secret.
    func makeRobot(
        _ name: String, in project: String? = nil, _ permissions: [RobotPermission], by maker: Principal? = nil,
        duration: Int64? = nil
    ) async throws -> (robot: Robot, secret: String) {
        let administrator = try await users.list().first
        let admin = if let administrator { administrator } else { try await makeUser("admin", isAdministrator: true) }
        let made = try await robots.create(
            NewRobot(name: name, duration: duration, project: project, permissions: permissions),
            by: maker ?? .user(admin))
        guard
            case .robot(let robot) = try await signIn.signIn(
                username: made.account.name, password: made.secret, address: "192.0.2.7")
        else { throw AccountError.unknown(made.account.name) }
        return (robot, made.secret)
    }
}
