package import SQL
package import Time

/// Makes, finds, changes and deletes users.
package struct UserService: Sendable {
    private let database: any Database
    private let changes: ChangeSignal
    private let hashing: PasswordHashing
    private let clock: WallClock

    package init(database: any Database, changes: ChangeSignal, hashing: PasswordHashing, clock: WallClock) {
        self.database = database
        self.changes = changes
        self.hashing = hashing
        self.clock = clock
    }

    /// Makes a user; throws `AccountError.nameTaken` or `.emailTaken`.
    @discardableResult
    package func create(_ user: NewUser) async throws -> User {
        let hash = try await hashing.hash(user.password)
        let now = clock.now
        do {
            return try await database.write { connection in
                if try UserStore.find(named: user.username.description, on: connection) != nil {
                    throw AccountError.nameTaken(user.username.description)
                }
                let id = try UserStore.insert(user, passwordHash: hash, now: now, on: connection)
                guard let made = try UserStore.find(id: id, on: connection) else {
                    throw AccountError.unknown(user.username.description)
                }
                return made
            }
        } catch let error as DatabaseError where error.kind == .uniqueViolation {
            throw AccountError.emailTaken(user.email)
        }
    }

    /// Makes the first administrator if there is no user yet, and returns its password if it was made up here.
    ///
    /// With `password` nil a password is generated; throws `AccountError.weakPassword` for a given one that is weak.
    package func createFirstAdministrator(password: String?, generate: () throws -> String) async throws -> String? {
        guard try await database.read({ try UserStore.isEmpty(on: $0) }) else { return nil }
        let chosen = try password ?? generate()
        do {
            try await create(
                NewUser(
                    username: "admin", password: chosen, email: "admin@example.com", realName: "system admin",
                    comment: "admin user", isAdministrator: true))
        } catch AccountError.nameTaken, AccountError.emailTaken {
            // Another node that started at the same time was faster.
            return nil
        }
        return password == nil ? chosen : nil
    }

    /// Finds a user by number.
    package func find(id: Int64) async throws -> User? {
        try await database.read { try UserStore.find(id: id, on: $0) }
    }

    /// Finds a user by name; throws `AccountError.unknown`.
    package func find(named name: String) async throws -> User {
        guard let found = try await database.read({ try UserStore.find(named: name, on: $0)?.user }) else {
            throw AccountError.unknown(name)
        }
        return found
    }

    /// Lists all users.
    package func list() async throws -> [User] {
        try await database.read { try UserStore.list(on: $0) }
    }

    /// Sets another password; tokens and remembered sign-ins of the old one end. Throws `AccountError`.
    package func changePassword(of name: String, to password: Password) async throws {
        guard let (user, hash) = try await database.read({ try UserStore.find(named: name, on: $0) }) else {
            throw AccountError.unknown(name)
        }
        if try await hashing.verify(password.text, against: hash) { throw AccountError.passwordUnchanged }
        let newHash = try await hashing.hash(password)
        let now = clock.now
        try await changes.write(changing: [.account(user.id)]) { connection in
            try UserStore.updatePassword(id: user.id, hash: newHash, now: now, on: connection)
        }
    }

    /// Deletes a user with its memberships; throws `AccountError.unknown`, `.indispensable`.
    package func delete(named name: String) async throws {
        let user = try await find(named: name)
        let now = clock.now
        try await changes.write(changing: [.account(user.id)]) { connection in
            guard try UserStore.firstID(on: connection) != user.id else { throw AccountError.indispensable }
            try connection.execute("DELETE FROM project_member WHERE user_id = \(user.id)")
            try UserStore.markDeleted(id: user.id, now: now, on: connection)
        }
    }
}
