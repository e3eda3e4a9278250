package import SQL
package import Time

/// Tells how the registry is configured, and changes that.
package final class ConfigurationService: Sendable {
    private let database: any Database
    private let changes: ChangeSignal
    private let clock: WallClock
    private let remembered: ChangeAwareCache<Int, ConfigurationValues>

    /// Makes a service that remembers the values until `changes` tells of new ones.
    package init(database: any Database, changes: ChangeSignal, clock: WallClock) {
        self.database = database
        self.changes = changes
        self.clock = clock
        remembered = ChangeAwareCache(capacity: 1, changes: changes) { topic in
            switch topic {
            case .configuration, .everything: .all
            case .account, .project, .robot: .none
            }
        }
    }

    /// The configuration of this moment; throws `DatabaseError`.
    package func values() async throws -> ConfigurationValues {
        try await remembered.value(for: 0) { ConfigurationValues(try await stored()) } ?? ConfigurationValues()
    }

    /// The configuration as a unit of work sees it, for decisions inside a transaction; throws `DatabaseError`.
    package func values(on connection: any SQLConnection) throws -> ConfigurationValues {
        ConfigurationValues(Self.values(of: try ConfigurationStore.all(on: connection)))
    }

    private func stored() async throws -> [String: ConfigurationValue] {
        Self.values(of: try await database.read { try ConfigurationStore.all(on: $0) })
    }

    private static func values(of texts: [String: String]) -> [String: ConfigurationValue] {
        var values: [String: ConfigurationValue] = [:]
        for item in ConfigurationItem.all where !item.isSecret {
            values[item.key] = texts[item.key].flatMap { ConfigurationValue(stored: $0, of: item.kind) }
        }
        return values
    }
}
