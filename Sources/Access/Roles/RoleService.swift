package import SQL
package import Time

/// Lists, makes, changes and deletes the roles that members of projects may have.
package struct RoleService: Sendable {
    private let database: any Database
    private let changes: ChangeSignal
    private let clock: WallClock

    package init(database: any Database, changes: ChangeSignal, clock: WallClock) {
        self.database = database
        self.changes = changes
        self.clock = clock
    }

    /// All roles by their numbers, Harbor's five first.
    package func list() async throws -> [Role] {
        Role.builtIn + (try await database.read { try RoleStore.list(on: $0) })
    }

    /// The role of a number; throws `RoleError.unknown`.
    package func find(id: Int64) async throws -> Role {
        if let role = Role.builtIn.first(where: { $0.id == id }) { return role }
        guard let role = try await database.read({ try RoleStore.find(id: id, on: $0) }) else {
            throw RoleError.unknown(id)
        }
        return role
    }

    /// Makes a role and returns its number; throws `RoleError.nameTaken`, `.tooMany`.
    package func create(_ role: RoleContent) async throws -> Int64 {
        let now = clock.now
        return try await namingTaken(role) {
            try await database.write { connection in
                let count = try connection.query("SELECT count(*) AS roles FROM custom_role")[0].int("roles")
                guard count < RoleStore.maximumCount else { throw RoleError.tooMany }
                return try RoleStore.insert(role, now: now, on: connection)
            }
        }
    }

    /// Changes a role and with it the rights of whoever has it; throws `RoleError.unknown`, `.builtIn`, `.nameTaken`.
    package func update(id: Int64, to role: RoleContent) async throws {
        guard id >= Role.firstCustomID else { throw refusal(of: id) }
        let now = clock.now
        try await namingTaken(role) {
            try await changes.write(changing: [.everything]) { connection in
                guard try RoleStore.update(id: id, to: role, now: now, on: connection) else {
                    throw RoleError.unknown(id)
                }
            }
        }
    }

    /// Deletes a role that nobody has; throws `RoleError.unknown`, `.builtIn`, `.inUse`.
    package func delete(id: Int64) async throws {
        guard id >= Role.firstCustomID else { throw refusal(of: id) }
        try await database.write { try RoleStore.delete(id: id, on: $0) }
    }

    private func refusal(of id: Int64) -> RoleError { ProjectRole(id: id) == nil ? .unknown(id) : .builtIn(id) }

    private func namingTaken<T: Sendable>(_ role: RoleContent, _ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let error as DatabaseError where error.kind == .uniqueViolation {
            throw RoleError.nameTaken(role.name)
        }
    }
}
