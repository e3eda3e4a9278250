package import Listing
package import SQL
package import Time

/// Makes, finds, changes and deletes users.
package struct UserService: Sendable {
    let database: any Database
    let changes: ChangeSignal
    let hashing: PasswordHashing
    let clock: WallClock
    let keys: SharedKeys

    package init(database: any Database, changes: ChangeSignal, hashing: PasswordHashing, clock: WallClock) {
        self.database = database
        self.changes = changes
        self.hashing = hashing
        self.clock = clock
        keys = SharedKeys(database: database)
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
            // Somebody may have taken the name between looking for it and adding the row.
            let isNameTaken = try await exists(username: user.username.description)
            throw isNameTaken
                ? AccountError.nameTaken(user.username.description) : .emailTaken(user.profile.email)
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

    /// Whether there is a user of this name; what can't be a name is none.
    package func exists(username: String) async throws -> Bool {
        guard let name = try? Username(username) else { return false }
        return try await database.read { try UserStore.find(named: name.description, on: $0) != nil }
    }

    /// Whether there is a user with this e-mail address; what can't be an address is none.
    package func exists(email: String) async throws -> Bool {
        guard let profile = try? UserProfile(email: email, realName: "", comment: "") else { return false }
        return try await database.read { try UserStore.find(email: profile.email, on: $0) != nil }
    }

    /// Lists a part of the users; throws `ListingError`. `nameContains` is a further condition on the username.
    package func list(_ request: ListRequest, nameContains: String? = nil) async throws -> Listed<User> {
        try await database.snapshot { connection in
            try UserStore.list(request, nameContains: nameContains, on: connection)
        }
    }

    /// Lists all users.
    package func list() async throws -> [User] {
        try await database.read { try UserStore.list(on: $0) }
    }
}
