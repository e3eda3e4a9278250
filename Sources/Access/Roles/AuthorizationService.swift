import Identity
package import OCI
package import SQL

/// Decides who may do what, by the rights of this moment.
package final class AuthorizationService: Sendable {
    private struct MemberKey: Hashable, Sendable {
        let userID: Int64
        let project: ProjectFacts
    }

    let database: any Database
    private let standings: ChangeAwareCache<MemberKey, Standing>

    package init(database: any Database, changes: ChangeSignal) {
        self.database = database
        standings = ChangeAwareCache(capacity: 50_000, changes: changes) { topic in
            switch topic {
            case .account(let id): .keys { $0.userID == id }
            case .project(let name): .keys { $0.project.name == name }
            case .robot, .configuration, .jobs: .none
            case .everything: .all
            }
        }
    }

    /// Whether `principal` may use `permission` on `project` as a whole; throws `DatabaseError`.
    ///
    /// Whoever has rights on some repositories only may see the project and list those repositories.
    package func allows(_ principal: Principal, _ permission: Permission, in project: ProjectFacts) async throws -> Bool
    {
        if isAllowedToEverybody(principal, permission, in: project) { return true }
        return try await grants(of: principal, in: project).contains { $0.allows(permission) }
    }

    /// Whether `principal` may use `permission` on a repository of `project`; throws `DatabaseError`.
    package func allows(
        _ principal: Principal, _ permission: Permission, in project: ProjectFacts, repository: RepositoryName
    ) async throws -> Bool {
        if isAllowedToEverybody(principal, permission, in: project) { return true }
        return try await grants(of: principal, in: project).contains { $0.allows(permission, on: repository) }
    }

    /// Whether `principal` may use a permission of the whole system; throws `DatabaseError`.
    package func allowsSystem(_ principal: Principal, _ permission: Permission) async throws -> Bool {
        switch principal {
        case .anonymous: false
        case .user(let user): user.isAdministrator
        case .robot(let robot): robot.grants.system.contains(permission)
        }
    }

    /// The numbers of the roles that a user holds in a project, the most powerful first; throws `DatabaseError`.
    package func roles(of principal: Principal, in project: ProjectFacts) async throws -> [Int64] {
        guard case .user(let user) = principal else { return [] }
        return try await standing(of: user.id, in: project).roles
    }

    /// Which repositories of a project `principal` may use `permission` on; throws `DatabaseError`.
    package func visibleRepositories(
        of principal: Principal, in project: ProjectFacts, permission: Permission
    ) async throws -> RepositoryVisibility {
        if isAllowedToEverybody(principal, permission, in: project) { return .all }
        let grants = try await grants(of: principal, in: project).filter { $0.permissions.contains(permission) }
        if grants.contains(where: { $0.repositories == nil }) { return .all }
        return grants.isEmpty ? .none : .matching(grants.compactMap(\.repositories))
    }

    /// Everything that `principal` may do in a project; throws `DatabaseError`.
    package func grants(of principal: Principal, in project: ProjectFacts) async throws -> [Grant] {
        switch principal {
        case .anonymous: []
        case .user(let user): try await standing(of: user.id, in: project).grants
        case .robot(let robot): robot.grants.grants(in: project.id)
        }
    }

    /// The first of some permissions that `principal` lacks in a project, and so may not hand on; nil: none.
    ///
    /// Administrators of the system and of the project may hand on everything. With `repositories`, the permissions
    /// are to hold on those only, and a grant for exactly those is enough. Throws `DatabaseError`.
    package func firstLacking(
        _ permissions: Set<Permission>, of principal: Principal, in project: ProjectFacts, repositories: Glob? = nil
    ) async throws -> Permission? {
        if principal.isAdministrator { return nil }
        if case .user(let user) = principal, try await standing(of: user.id, in: project).isProjectAdministrator {
            return nil
        }
        let held = try await grants(of: principal, in: project)
            .filter { $0.repositories == nil || $0.repositories == repositories }
            .reduce(into: Set<Permission>()) { $0.formUnion($1.permissions) }
        return permissions.subtracting(held).min { $0.description < $1.description }
    }

    private func isAllowedToEverybody(
        _ principal: Principal, _ permission: Permission, in project: ProjectFacts
    ) -> Bool {
        principal.isAdministrator || (project.isPublic && RoleMatrix.harbor.visitor.contains(permission))
    }

    private func standing(of userID: Int64, in project: ProjectFacts) async throws -> Standing {
        let projectID = project.id
        let found = try await standings.value(for: MemberKey(userID: userID, project: project)) {
            try await database.read { connection in
                try MemberStore.standing(userID: userID, projectID: projectID, on: connection)
            }
        }
        return found ?? .none
    }
}
