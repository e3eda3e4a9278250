import OCI
import SQL

/// What a user is in a project.
struct Standing: Sendable, Hashable {
    /// The numbers of the user's roles, the most powerful first.
    let roles: [Int64]
    let grants: [Grant]
    /// Whether the user is an administrator of the whole project.
    let isProjectAdministrator: Bool

    /// Somebody who has no place in the project.
    static let none = Standing(roles: [], grants: [], isProjectAdministrator: false)

    private init(roles: [Int64], grants: [Grant], isProjectAdministrator: Bool) {
        self.roles = roles
        self.grants = grants
        self.isProjectAdministrator = isProjectAdministrator
    }

    /// Puts memberships together: one row for each, or for each permission of a custom role.
    init(rows: [Row]) throws {
        var roles: Set<Int64> = []
        var permissions: [String: Set<Permission>] = [:]
        var isProjectAdministrator = false
        for row in rows {
            let id = try row.int64("role_id")
            let pattern = try row.text("repository_pattern")
            roles.insert(id)
            if let role = ProjectRole(id: id) {
                permissions[pattern, default: []].formUnion(role.permissions)
                if role == .projectAdmin, pattern.isEmpty { isProjectAdministrator = true }
            } else if let resource = try row.optionalText("resource") {
                permissions[pattern, default: []].insert(Permission(resource, try row.text("action")))
            }
        }
        func power(_ id: Int64) -> Int { ProjectRole(id: id)?.power ?? 0 }
        self.roles = roles.sorted { (power($1), $0) < (power($0), $1) }
        grants = try permissions.sorted { $0.key < $1.key }.map { pattern, permissions in
            Grant(permissions, repositories: pattern.isEmpty ? nil : try Glob(pattern))
        }
        self.isProjectAdministrator = isProjectAdministrator
    }
}
