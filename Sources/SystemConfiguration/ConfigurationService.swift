package import Cryptography
package import OCI
package import SQL
package import Time

/// Tells how the registry is configured, and changes that.
package final class ConfigurationService: Sendable {
    private let database: any Database
    private let changes: ChangeSignal
    private let clock: WallClock
    private let overrides: ConfigurationOverrides
    private let secrets: ConfigurationSecrets
    private let auditEvents: Set<String>
    private let remembered: ChangeAwareCache<Int, ConfigurationValues>

    /// Makes a service that remembers the values until `changes` tells of new ones.
    ///
    /// Secrets are kept under `encryptionKey`; without one they are refused. `auditEvents` are the kinds of audited
    /// events that can be switched off.
    package init(
        database: any Database, changes: ChangeSignal, clock: WallClock, overrides: ConfigurationOverrides = .init(),
        encryptionKey: EncryptionKey? = nil, auditEvents: Set<String> = []
    ) {
        self.database = database
        self.changes = changes
        self.clock = clock
        self.overrides = overrides
        self.auditEvents = auditEvents
        secrets = ConfigurationSecrets(key: encryptionKey)
        remembered = ChangeAwareCache(capacity: 1, changes: changes) { topic in
            switch topic {
            case .configuration, .everything: .all
            default: .none
            }
        }
    }

    /// The configuration of this moment; throws `DatabaseError`.
    package func values() async throws -> ConfigurationValues {
        try await remembered.value(for: 0) {
            let texts = try await database.read { try ConfigurationStore.all(on: $0) }
            return ConfigurationValues(effective(texts))
        } ?? ConfigurationValues()
    }

    /// The configuration as a unit of work sees it, for decisions inside a transaction; throws `DatabaseError`.
    package func values(on connection: any SQLConnection) throws -> ConfigurationValues {
        ConfigurationValues(effective(try ConfigurationStore.all(on: connection)))
    }

    /// All items but secrets, in the order of their keys; throws `DatabaseError`.
    package func items() async throws -> [ConfiguredItem] {
        let values = effective(try await database.read { try ConfigurationStore.all(on: $0) })
        return ConfigurationItem.all.filter { !$0.isSecret }.map { item in
            ConfiguredItem(
                item: item, value: values[item.key] ?? item.standard, isEditable: overrides.entries[item.key] == nil)
        }
    }

    /// A secret in plain text, for whoever needs it to sign in elsewhere; empty if there is none.
    ///
    /// Throws `CryptographyError` if it was encrypted under another key, and `DatabaseError`.
    package func secret(_ key: String) async throws -> String {
        if let overridden = overrides.entries[key]?.value.text { return overridden }
        let texts = try await database.read { try ConfigurationStore.all(on: $0) }
        return try secrets.open(texts[key] ?? "", of: key)
    }

    /// Sets the items that an object names, all of them or none, and returns the keys of those that were set.
    ///
    /// Members that are null and keys that only old clients send are passed over, and so are overridden items that are
    /// to stay as they are. Throws `ConfigurationError` and `DatabaseError`.
    @discardableResult
    package func update(_ object: JSONObject) async throws -> [String] {
        let wanted = try wantedValues(object)
        guard !wanted.isEmpty else { return [] }
        var texts: [String: String] = [:]
        for (item, value) in wanted {
            texts[item.key] = item.isSecret ? try secrets.seal(value.text ?? "", of: item.key) : value.stored
        }
        let (stored, now) = (texts, clock.now)
        try await changes.write(changing: [.configuration]) { [self] connection in
            // What is decided below rests on other items than those that change.
            try ConfigurationStore.lock(on: connection)
            let after = try ConfigurationStore.all(on: connection).merging(stored) { _, new in new }
            let values = ConfigurationValues(effective(after))
            guard !values.isAuditDatabaseSkipped || values.auditForwardEndpoint != nil else {
                throw ConfigurationError.auditLogNeedsEndpoint
            }
            for (key, value) in stored.sorted(by: { $0.key < $1.key }) {
                try ConfigurationStore.set(key, value, now: now, on: connection)
            }
        }
        return stored.keys.sorted()
    }

    private func wantedValues(
        _ object: JSONObject
    ) throws(ConfigurationError) -> [(item: ConfigurationItem, value: ConfigurationValue)] {
        var wanted: [(item: ConfigurationItem, value: ConfigurationValue)] = []
        for member in object.members where member.value != .null {
            guard let item = ConfigurationItem.named(member.name) else {
                if member.name.utf8.count <= 64, ConfigurationItem.forgotten.contains(member.name) { continue }
                throw .unknownKey(String(member.name.prefix(64)))
            }
            let value = try item.value(from: member.value, auditEvents: auditEvents)
            if let entry = overrides.entries[item.key] {
                guard entry.value == value else { throw .overridden(key: item.key, setting: entry.setting) }
                continue
            }
            wanted.append((item, value))
        }
        return wanted
    }

    /// What holds: the overrides over what is kept.
    private func effective(_ texts: [String: String]) -> [String: ConfigurationValue] {
        var values: [String: ConfigurationValue] = [:]
        for item in ConfigurationItem.all where !item.isSecret {
            values[item.key] =
                overrides.entries[item.key]?.value
                ?? texts[item.key].flatMap { ConfigurationValue(stored: $0, of: item.kind) }
        }
        return values
    }
}

/// An item with the value that holds now.
package struct ConfiguredItem: Sendable {
    /// The item.
    package let item: ConfigurationItem
    /// What it holds.
    package let value: ConfigurationValue
    /// Whether it can be changed while the server runs.
    package let isEditable: Bool
}
