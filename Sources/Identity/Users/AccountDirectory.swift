package import SQL

/// The users that requests come from, remembered until they change.
package final class AccountDirectory: Sendable {
    private let users: UserService
    private let cache: ChangeAwareCache<Int64, User>

    /// Makes a directory that drops what `changes` tells of.
    package init(users: UserService, changes: ChangeSignal) {
        self.users = users
        cache = ChangeAwareCache(capacity: 10_000, changes: changes) { topic in
            switch topic {
            case .account(let id): .key(id)
            case .everything: .all
            case .project, .robot, .configuration, .jobs: .none
            }
        }
    }

    /// The user with this number; nil if it doesn't exist any more.
    package func user(id: Int64) async throws -> User? {
        try await cache.value(for: id) { try await users.find(id: id) }
    }
}
