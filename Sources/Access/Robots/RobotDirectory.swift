package import SQL
package import SystemConfiguration

/// The robots that requests come from, remembered until they change.
package final class RobotDirectory: Sendable {
    private let database: any Database
    private let configuration: ConfigurationService
    private let robots: ChangeAwareCache<Int64, StoredRobot>
    private let numbers: ChangeAwareCache<StoredRobot.LoginName, Int64>

    package init(database: any Database, changes: ChangeSignal, configuration: ConfigurationService) {
        self.database = database
        self.configuration = configuration
        // A project's name is part of its robots' names, and they go with it.
        robots = ChangeAwareCache(capacity: 10_000, changes: changes) { topic in
            switch topic {
            case .robot(let id): .key(id)
            case .project, .configuration, .everything: .all
            case .account, .jobs: .none
            }
        }
        numbers = ChangeAwareCache(capacity: 10_000, changes: changes) { topic in
            switch topic {
            case .robot, .project, .everything: .all
            case .account, .configuration, .jobs: .none
            }
        }
    }

    /// The robot with this number; nil if it doesn't exist any more.
    func robot(id: Int64) async throws -> StoredRobot? {
        try await robots.value(for: id) {
            let prefix = try await configuration.values().robotNamePrefix
            return try await database.read { try StoredRobot.find(id: id, prefix: prefix, on: $0) }
        }
    }

    /// The robot that signs in with this name; nil if there is none.
    func robot(named name: String) async throws -> StoredRobot? {
        let prefix = try await configuration.values().robotNamePrefix
        guard name.hasPrefix(prefix), let login = StoredRobot.LoginName(name.dropFirst(prefix.count)) else {
            return nil
        }
        let id = try await numbers.value(for: login) {
            try await database.read { try StoredRobot.id(of: login, on: $0) }
        }
        guard let id else { return nil }
        return try await robot(id: id)
    }
}
