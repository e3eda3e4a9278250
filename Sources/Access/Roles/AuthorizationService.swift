import Identity
package import OCI
package import SQL

/// Decides who may do what, by the rights of this moment.
package final class AuthorizationService: Sendable {
    private struct MemberKey: Hashable, Sendable {
        let userID: Int64
        let project: String
    }

    private let database: any Database
    private let roles: ChangeAwareCache<MemberKey, Set<ProjectRole>>

    package init(database: any Database, changes: ChangeSignal) {
        self.database = database
        roles = ChangeAwareCache(capacity: 50_000, changes: changes) { topic in
            switch topic {
            case .account(let id): .keys { $0.userID == id }
            case .project(let name): .keys { $0.project == name }
            case .everything: .all
            }
        }
    }

    /// Whether `principal` may use `permission` in `project`; throws `DatabaseError`.
    package func allows(_ principal: Principal, _ permission: Permission, in project: ProjectFacts) async throws -> Bool
    {
        if principal.isAdministrator { return true }
        if project.isPublic, RoleMatrix.harbor.visitor.contains(permission) { return true }
        guard case .user(let user) = principal else { return false }
        let held = try await roles.value(for: MemberKey(userID: user.id, project: project.name)) {
            let rows = try await database.read { connection in
                try MemberStore.roles(userID: user.id, projectID: project.id, on: connection)
            }
            return Set(rows)
        }
        return (held ?? []).contains { $0.permissions.contains(permission) }
    }

    /// Whether `principal` may use `permission` on a repository of `project`; throws `DatabaseError`.
    package func allows(
        _ principal: Principal, _ permission: Permission, in project: ProjectFacts, repository: RepositoryName
    ) async throws -> Bool {
        try await allows(principal, permission, in: project)
    }

    /// Whether `principal` may use `permission` in the whole registry; throws `DatabaseError`.
    package func allowsSystem(_ principal: Principal, _ permission: Permission) async throws -> Bool {
        principal.isAdministrator
    }
}
