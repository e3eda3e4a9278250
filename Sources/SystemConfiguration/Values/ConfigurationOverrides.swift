package import OCI

/// Items that were set where the server was started: they can't be changed while it runs.
package struct ConfigurationOverrides: Sendable {
    struct Entry: Sendable {
        let value: ConfigurationValue
        /// The name of the setting, for messages.
        let setting: String
    }

    private(set) var entries: [String: Entry] = [:]

    /// No overrides.
    package init() {}

    /// Adds the members of an object, which the setting called `setting` gave; throws `ConfigurationError`.
    package mutating func add(
        _ object: JSONObject, setting: String, auditEvents: Set<String>
    ) throws(ConfigurationError) {
        for member in object.members {
            guard let item = ConfigurationItem.named(member.name) else {
                throw .unknownKey(String(member.name.prefix(64)))
            }
            entries[item.key] = Entry(
                value: try item.value(from: member.value, auditEvents: auditEvents), setting: setting)
        }
    }
}
