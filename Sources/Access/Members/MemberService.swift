package import Identity
package import Listing
package import OCI
package import SQL
package import Time

/// Adds, lists, changes and removes the members of projects: users and groups.
package struct MemberService: Sendable {
    private let database: any Database
    private let changes: ChangeSignal
    private let authorization: AuthorizationService
    private let roles: RoleService
    private let clock: WallClock

    package init(
        database: any Database, changes: ChangeSignal, authorization: AuthorizationService, roles: RoleService,
        clock: WallClock
    ) {
        self.database = database
        self.changes = changes
        self.authorization = authorization
        self.roles = roles
        self.clock = clock
    }

    /// Gives a user a role in a project; throws `MemberError.alreadyMember`.
    package func add(_ user: User, to project: ProjectFacts, role: ProjectRole) async throws {
        _ = try await add(.user(id: user.id), to: project, roleID: role.id, repositories: nil)
    }

    /// Takes all of a user's roles in a project away; throws `MemberError.notMember`.
    package func remove(_ user: User, from project: ProjectFacts) async throws {
        let removed = try await changes.write(changing: [.project(project.name)]) { connection in
            try MemberStore.delete(projectID: project.id, userID: user.id, on: connection)
        }
        guard removed else { throw MemberError.notMember(user.username) }
    }

    /// Lists all members of a project by their names.
    package func list(of project: ProjectFacts) async throws -> [Member] {
        try await database.read { try MemberStore.list(projectID: project.id, name: nil, page: nil, on: $0) }.elements
    }

    /// A page of a project's members by their names; with `name`, those whose name contains it.
    package func list(of project: ProjectFacts, name: String?, page: Page) async throws -> Listed<Member> {
        try await database.snapshot { try MemberStore.list(projectID: project.id, name: name, page: page, on: $0) }
    }

    /// A member of a project by its number; throws `MemberError.unknown`.
    package func find(id: Int64, in project: ProjectFacts) async throws -> Member {
        guard let found = try await database.read({ try MemberStore.find(id: id, projectID: project.id, on: $0) })
        else { throw MemberError.unknown(id) }
        return found
    }

    /// Gives a user or a group a role in a project, or on its repositories that match a pattern, and returns the
    /// membership's number; throws `MemberError`.
    package func add(
        _ candidate: MemberCandidate, to project: ProjectFacts, roleID: Int64, repositories: Glob?
    ) async throws -> Int64 {
        let now = clock.now
        do {
            return try await changes.write(changing: [.project(project.name)]) { connection in
                let entity = try candidate.entity(on: connection)
                guard try RoleStore.hold(id: roleID, on: connection) else { throw MemberError.unknownRole(roleID) }
                return try MemberStore.insert(
                    projectID: project.id, entity: entity, roleID: roleID, repositories: repositories, now: now,
                    on: connection)
            }
        } catch let error as DatabaseError where error.kind == .uniqueViolation {
            throw MemberError.alreadyMember(candidate.description)
        } catch let error as DatabaseError where error.kind == .foreignKeyViolation {
            throw MemberError.projectGone(project.name)
        }
    }

    /// Gives a membership another role, and with `repositories` another pattern (an inner nil: the whole project);
    /// throws `MemberError`.
    package func update(id: Int64, in project: ProjectFacts, roleID: Int64, repositories: Glob??) async throws {
        let member = try await find(id: id, in: project)
        do {
            try await changes.write(changing: [.project(project.name)]) { connection in
                guard try RoleStore.hold(id: roleID, on: connection) else { throw MemberError.unknownRole(roleID) }
                let updated = try MemberStore.update(
                    id: id, projectID: project.id, roleID: roleID, repositories: repositories ?? member.repositories,
                    on: connection)
                guard updated else { throw MemberError.unknown(id) }
            }
        } catch let error as DatabaseError where error.kind == .uniqueViolation {
            throw MemberError.alreadyMember(member.name)
        }
    }

    /// Takes a membership away; throws `MemberError.unknown`.
    package func remove(id: Int64, from project: ProjectFacts) async throws {
        let removed = try await changes.write(changing: [.project(project.name)]) { connection in
            try MemberStore.delete(id: id, projectID: project.id, on: connection)
        }
        guard removed else { throw MemberError.unknown(id) }
    }

    /// Refuses whoever hands on or takes away a role with rights that they lack themselves, unless they administer the
    /// project; throws `MemberError.unknownRole`, `.beyondOwnRights`.
    package func checkRights(of caller: Principal, overRole roleID: Int64, in project: ProjectFacts) async throws {
        let role: Role
        do {
            role = try await roles.find(id: roleID)
        } catch is RoleError { throw MemberError.unknownRole(roleID) }
        let lacking = try await authorization.firstLacking(Set(role.permissions), of: caller, in: project)
        if let lacking { throw MemberError.beyondOwnRights(lacking) }
    }
}
