import SQL
import Time

/// Changing and deleting users. What others remember of a user is forgotten with each change.
extension UserService {
    /// Changes what a user tells of itself; throws `AccountError`.
    @discardableResult
    package func updateProfile(id: Int64, _ change: ProfileChange) async throws -> User {
        let now = clock.now
        do {
            return try await changes.write(changing: [.account(id)]) { connection in
                let user = try Self.locked(id, on: connection)
                try UserStore.updateProfile(id: id, change.applied(to: user), now: now, on: connection)
                return user
            }
        } catch let error as DatabaseError where error.kind == .uniqueViolation {
            throw AccountError.emailTaken(change.email ?? "")
        }
    }

    /// Makes a user an administrator or an ordinary user; throws `AccountError.unknownNumber`, `.indispensable`.
    @discardableResult
    package func setAdministrator(id: Int64, _ isAdministrator: Bool) async throws -> User {
        let now = clock.now
        return try await changes.write(changing: [.account(id)]) { connection in
            let user = try Self.locked(id, on: connection)
            if !isAdministrator, try UserStore.firstID(on: connection) == id { throw AccountError.indispensable }
            try UserStore.updateAdministrator(id: id, isAdministrator: isAdministrator, now: now, on: connection)
            return user
        }
    }

    /// Makes the user of a name an administrator or an ordinary user; throws `AccountError`.
    package func setAdministrator(of name: String, _ isAdministrator: Bool) async throws {
        try await setAdministrator(id: find(named: name).id, isAdministrator)
    }

    /// Sets another password; sessions, tokens, remembered sign-ins and the command-line secret end. Throws
    /// `AccountError`, `PasswordHashing.Busy`.
    package func changePassword(id: Int64, to password: Password) async throws {
        guard let stored = try await database.read({ try UserStore.credentials(id: id, on: $0) }) else {
            throw AccountError.unknownNumber(id)
        }
        if try await hashing.verify(password.text, against: stored.passwordHash) {
            throw AccountError.passwordUnchanged
        }
        let hash = try await hashing.hash(password)
        let now = clock.now
        try await changes.write(changing: [.account(id)]) { connection in
            let isChanged = try UserStore.updatePassword(
                id: id, hash: hash, version: stored.user.passwordVersion, now: now, on: connection)
            // What the new password was compared with is no longer the user's.
            guard isChanged else { throw AccountError.changedMeanwhile }
        }
    }

    /// Sets the password of the user of a name, as `changePassword(id:to:)`.
    package func changePassword(of name: String, to password: Password) async throws {
        try await changePassword(id: find(named: name).id, to: password)
    }

    /// Sets the secret that programs may use in place of the password, or removes it; what was got with the old one
    /// ends. Throws `AccountError.unknownNumber`.
    package func setCommandLineSecret(id: Int64, to secret: Password?) async throws {
        let hash: [UInt8]? =
            if let secret { CommandLineSecret.hash(secret.text, of: id, key: try await keys.key(for: .secrets)) } else {
                nil
            }
        let now = clock.now
        try await changes.write(changing: [.account(id)]) { connection in
            guard try UserStore.updateSecret(id: id, hash: hash, now: now, on: connection) else {
                throw AccountError.unknownNumber(id)
            }
        }
    }

    /// Deletes a user with its memberships; throws `AccountError.unknownNumber`, `.indispensable`.
    @discardableResult
    package func delete(id: Int64) async throws -> User {
        let now = clock.now
        return try await changes.write(changing: [.account(id)]) { connection in
            let user = try Self.locked(id, on: connection)
            guard try UserStore.firstID(on: connection) != id else { throw AccountError.indispensable }
            try connection.execute("DELETE FROM project_member WHERE user_id = \(id)")
            try UserGroupStore.deleteMemberships(of: id, on: connection)
            try UserSessionStore.deleteAll(of: id, on: connection)
            try UserStore.markDeleted(id: id, now: now, on: connection)
            return user
        }
    }

    /// Deletes the user of a name with its memberships; throws `AccountError.unknownNumber`, `.indispensable`.
    package func delete(named name: String) async throws {
        try await delete(id: find(named: name).id)
    }

    private static func locked(_ id: Int64, on connection: any SQLConnection) throws -> User {
        guard let user = try UserStore.locked(id: id, on: connection) else {
            throw AccountError.unknownNumber(id)
        }
        return user
    }
}
