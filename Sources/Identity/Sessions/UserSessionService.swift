package import SQL
package import Time

/// Begins, recognises, renews and ends the sessions of people in the web console.
///
/// They are in the database, so that every node knows them; a node remembers one for at most a minute, and forgets it
/// with every change of an account.
package final class UserSessionService: Sendable {
    /// A session and its user, as both are now.
    package struct Current: Sendable, Hashable {
        package let session: UserSession
        package let user: User
    }

    private struct Key: Hashable, Sendable {
        let identifier: String
        /// A session that is remembered for one minute is looked for again, and renewed, in the next.
        let minute: Int64
        let isRenewed: Bool
    }

    /// The most sessions that a user has at a time.
    private static let limit = 100
    private let database: any Database
    private let changes: ChangeSignal
    private let accounts: AccountDirectory
    private let clock: WallClock
    private let minutes: @Sendable () async throws -> Int64
    private let cache: ChangeAwareCache<Key, UserSession>

    /// Makes the service; sessions end when they weren't used for `minutes`, which is asked each time.
    package init(
        database: any Database, changes: ChangeSignal, accounts: AccountDirectory, clock: WallClock,
        minutes: @escaping @Sendable () async throws -> Int64
    ) {
        self.database = database
        self.changes = changes
        self.accounts = accounts
        self.clock = clock
        self.minutes = minutes
        cache = ChangeAwareCache(capacity: 10_000, changes: changes) { topic in
            switch topic {
            // Whose session it is isn't part of the key, and accounts change rarely.
            case .account, .everything: .all
            default: .none
            }
        }
    }

    /// Begins a session of a user who has just signed in, and ends the one that the browser had before.
    ///
    /// A token is never taken over from before the sign-in, so that nobody can plant one. Of the address 64 and of the
    /// browser's name 255 bytes are kept. Throws `DatabaseError`, `CryptographyError`.
    package func begin(
        for user: User, address: String, userAgent: String, replacing previous: SessionToken? = nil
    ) async throws -> SessionToken {
        let token = try SessionToken()
        let (address, userAgent) = (Self.plain(address, maximum: 64), Self.plain(userAgent, maximum: 255))
        let now = clock.now
        let body: @Sendable (any SQLConnection) throws -> Void = { connection in
            if let previous { try UserSessionStore.delete(identifier: previous.identifier, on: connection) }
            try UserSessionStore.deleteSurplus(of: user.id, kept: Self.limit - 1, on: connection)
            try UserSessionStore.insert(
                identifier: token.identifier, user: user, address: address, userAgent: userAgent, now: now,
                on: connection)
        }
        // Without a session that ends there is nothing to be forgotten.
        if previous == nil {
            try await database.write(body)
        } else {
            try await changes.write(changing: [.account(user.id)], body)
        }
        return token
    }

    /// The session of a token and its user; nil if it has ended. `isRenewed`: its time begins anew.
    package func find(_ token: SessionToken, isRenewed: Bool = true) async throws -> Current? {
        let now = clock.now
        let oldest = try await oldest(at: now)
        let key = Key(identifier: token.identifier, minute: now.seconds / 60, isRenewed: isRenewed)
        let database = database
        let found = try await cache.value(for: key) {
            if isRenewed {
                return try await database.write {
                    try UserSessionStore.renew(identifier: key.identifier, oldest: oldest, now: now, on: $0)
                }
            }
            return try await database.read {
                try UserSessionStore.find(identifier: key.identifier, oldest: oldest, on: $0)
            }
        }
        guard let session = found, session.lastSeenAt > oldest,
            let user = try await accounts.user(id: session.userID), user.sessionVersion == session.version
        else { return nil }
        return Current(session: session, user: user)
    }

    /// Ends a session.
    package func end(_ session: UserSession) async throws {
        try await changes.write(changing: [.account(session.userID)]) { connection in
            try UserSessionStore.delete(identifier: session.identifier, on: connection)
        }
    }

    /// Ends a user's session by the first 16 letters of its identifier, and tells whether there was one.
    package func end(shortIdentifier: String, of user: User) async throws -> Bool {
        guard shortIdentifier.utf8.count == 16, shortIdentifier.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else {
            return false
        }
        return try await changes.write(changing: [.account(user.id)]) { connection in
            try UserSessionStore.delete(shortIdentifier: shortIdentifier, of: user.id, on: connection)
        }
    }

    /// Lists a user's sessions, those used last first.
    package func list(of user: User) async throws -> [UserSession] {
        let oldest = try await oldest(at: clock.now)
        return try await database.read { try UserSessionStore.list(of: user, oldest: oldest, on: $0) }
    }

    /// Removes what has expired from the database, some hundred at a time; returns how many.
    @discardableResult
    package func removeExpired() async throws -> Int {
        let oldest = try await oldest(at: clock.now)
        var removed = 0
        while !Task.isCancelled {
            let count = try await database.write {
                try UserSessionStore.deleteExpired(oldest: oldest, count: 500, on: $0)
            }
            removed += count
            if count < 500 { break }
        }
        return removed
    }

    /// Removes what has expired every ten minutes until the task is cancelled.
    package func run() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(600))
            _ = try? await removeExpired()
        }
    }

    private func oldest(at now: Timestamp) async throws -> Timestamp {
        now.advanced(bySeconds: -60 * max(1, try await minutes()))
    }

    private static func plain(_ text: String, maximum: Int) -> String {
        let bytes = text.utf8.lazy.filter { $0 >= 0x20 && $0 < 0x7f }.prefix(maximum)
        return String(decoding: Array(bytes), as: UTF8.self)
    }
}
