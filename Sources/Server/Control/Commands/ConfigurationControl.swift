import OCI
import SystemConfiguration

/// What the command line asks of the configuration that is kept in the database.
package enum ConfigurationControl: Codable, Sendable {
    case list(json: Bool)
    case set(key: String, value: String)

    /// The command in words for the log; a value may be a secret.
    var summary: String {
        switch self {
        case .list: "list configuration"
        case .set(let key, _): "set \(key)"
        }
    }
}

/// Carries commands about the configuration out.
struct ConfigurationCommandExecutor {
    let services: RegistryServices

    func execute(_ command: ConfigurationControl) async throws -> ControlOutcome {
        switch command {
        case .list(let json): return try await list(json: json)
        case .set(let key, let text):
            try await services.configuration.update([key: try await value(text, of: key)])
            return .success("set \(key)")
        }
    }

    /// The text as the type that the item has.
    private func value(_ text: String, of key: String) async throws -> JSONValue {
        guard let item = ConfigurationItem.named(key) else { throw ConfigurationError.unknownKey(key) }
        switch item.standard {
        case .flag: return text == "true" || text == "false" ? .bool(text == "true") : .string(text)
        case .number: return Int64(text).map { .integer($0) } ?? .string(text)
        case .text: return .string(text)
        }
    }

    private func list(json: Bool) async throws -> ControlOutcome {
        let items = try await services.configuration.items()
        guard json else {
            let rows = items.map { [$0.item.key, Self.text($0.value), $0.isEditable ? "" : "set at the start"] }
            return .success(CommandTable.text(["KEY", "VALUE", ""], rows))
        }
        var object = JSONObject()
        for item in items {
            let value: JSONValue =
                switch item.value {
                case .flag(let flag): .bool(flag)
                case .number(let number): .integer(number)
                case .text(let text): .string(text)
                }
            object[item.item.key] = ["value": value, "editable": .bool(item.isEditable)]
        }
        return .success(String(decoding: JSONValue.object(object).encoded(), as: UTF8.self))
    }

    private static func text(_ value: ConfigurationValue) -> String {
        switch value {
        case .flag(let flag): String(flag)
        case .number(let number): String(number)
        case .text(let text): text.replacing("\n", with: " ")
        }
    }
}
