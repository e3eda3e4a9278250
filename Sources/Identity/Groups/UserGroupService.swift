package import Listing
package import SQL
package import Time

/// Makes, finds, changes and deletes user groups, and keeps the members of local ones.
package struct UserGroupService: Sendable {
    private let database: any Database
    private let changes: ChangeSignal
    private let clock: WallClock
    private let withdraw: @Sendable (Int64, any SQLConnection) throws -> Void

    /// Makes the service; `withdraw` takes everything away that a group was given, in the transaction that deletes it.
    package init(
        database: any Database, changes: ChangeSignal, clock: WallClock,
        withdraw: @escaping @Sendable (Int64, any SQLConnection) throws -> Void = { _, _ in }
    ) {
        self.database = database
        self.changes = changes
        self.clock = clock
        self.withdraw = withdraw
    }

    /// Makes a group; throws `UserGroupError.nameTaken`, `.directoryNameTaken`.
    @discardableResult
    package func create(_ group: NewUserGroup) async throws -> UserGroup {
        let now = clock.now
        do {
            return try await database.write { connection in
                if let directoryName = group.directoryName,
                    try UserGroupStore.find(directoryName: directoryName, on: connection) != nil
                {
                    throw UserGroupError.directoryNameTaken(directoryName)
                }
                return try UserGroupStore.insert(group, now: now, on: connection)
            }
        } catch let error as DatabaseError where error.kind == .uniqueViolation {
            throw UserGroupError.nameTaken(group.name.description)
        }
    }

    /// Finds a group by its number; throws `UserGroupError.unknown`.
    package func find(id: Int64) async throws -> UserGroup {
        guard let group = try await database.read({ try UserGroupStore.find(id: id, on: $0) }) else {
            throw UserGroupError.unknown(id)
        }
        return group
    }

    /// Lists groups; throws `ListingError`. `nameContains` and `directoryName` are further conditions.
    package func list(
        _ request: ListRequest, nameContains: String? = nil, directoryName: String? = nil
    ) async throws -> Listed<UserGroup> {
        try await database.snapshot { connection in
            try UserGroupStore.list(
                request, nameContains: nameContains, directoryName: directoryName, on: connection)
        }
    }

    /// Gives a group another name; throws `UserGroupError.unknown`, `.nameTaken`.
    @discardableResult
    package func rename(id: Int64, to name: UserGroupName) async throws -> UserGroup {
        let now = clock.now
        do {
            let renamed = try await database.write { connection in
                try UserGroupStore.rename(id: id, to: name, now: now, on: connection)
            }
            guard let renamed else { throw UserGroupError.unknown(id) }
            return renamed
        } catch let error as DatabaseError where error.kind == .uniqueViolation {
            throw UserGroupError.nameTaken(name.description)
        }
    }

    /// Deletes a group with everything that it was given; throws `UserGroupError.unknown`.
    package func delete(id: Int64) async throws {
        // Who loses a role by it isn't known before: members may come from elsewhere.
        try await changes.write(changing: [.everything]) { connection in
            // Whoever gives the group a role locks it too, and waits: nothing is left behind.
            guard try UserGroupStore.lock(id: id, on: connection) else { throw UserGroupError.unknown(id) }
            try withdraw(id, connection)
            try UserGroupStore.delete(id: id, on: connection)
        }
    }

    /// Lists the members of a local group by name; throws `UserGroupError.unknown`, `.foreignMembers`.
    package func members(of id: Int64, page: Page = .first) async throws -> Listed<UserGroupMember> {
        try await database.snapshot { connection in
            try Self.checkIsLocal(id, on: connection)
            return try UserGroupStore.members(of: id, page: page, on: connection)
        }
    }

    /// Adds a user to a local group; throws `UserGroupError`.
    package func add(_ user: User, to id: Int64) async throws {
        let now = clock.now
        do {
            try await changes.write(changing: [.account(user.id)]) { connection in
                try Self.checkIsLocal(id, on: connection)
                guard try UserStore.isThere(id: user.id, lock: connection.dialect.forShare, on: connection) else {
                    throw UserGroupError.unknownUser(user.username)
                }
                try UserGroupStore.insertMember(groupID: id, userID: user.id, now: now, on: connection)
            }
        } catch let error as DatabaseError where error.kind == .uniqueViolation {
            throw UserGroupError.alreadyMember(user.username)
        } catch let error as DatabaseError where error.kind == .foreignKeyViolation {
            throw UserGroupError.unknown(id)
        }
    }

    /// Takes a user out of a local group; throws `UserGroupError`.
    package func remove(userID: Int64, from id: Int64) async throws {
        try await changes.write(changing: [.account(userID)]) { connection in
            try Self.checkIsLocal(id, on: connection)
            guard try UserGroupStore.deleteMember(groupID: id, userID: userID, on: connection) else {
                throw UserGroupError.notMember(userID)
            }
        }
    }

    private static func checkIsLocal(_ id: Int64, on connection: any SQLConnection) throws {
        guard let group = try UserGroupStore.find(id: id, on: connection) else { throw UserGroupError.unknown(id) }
        guard group.kind == .local else { throw UserGroupError.foreignMembers }
    }
}
