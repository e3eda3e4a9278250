import Auditing
import OCI
import SystemConfiguration

extension ConfigurationOverrides {
    /// Reads the configuration items that settings hold; throws `Settings.Invalid`.
    init(_ source: SettingSource) throws {
        self.init()
        if let text = try source.optionalText(.configurationOverrides) {
            guard let object = try? JSONValue(parsing: Array(text.utf8)).object else {
                throw Settings.invalid(.configurationOverrides, #"it is a JSON object such as {"read_only": true}"#)
            }
            try add(object, of: .configurationOverrides)
        }
        if try source.optionalText(.tokenMinutes) != nil {
            let minutes = try source.number(.tokenMinutes, in: 1...10_080)
            try add(["token_expiration": .integer(minutes)], of: .tokenMinutes)
        }
    }

    private mutating func add(_ object: JSONObject, of key: SettingKey) throws {
        do {
            try add(
                object, setting: "\(key.rawValue) (\(key.environmentVariable))", auditEvents: Set(AuditEventType.all))
        } catch { throw Settings.invalid(key, "\(error)") }
    }
}
