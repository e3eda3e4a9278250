import Configuration

/// The places that settings come from, in the order in which they count.
struct SettingSource {
    private let reader: ConfigReader
    /// Keys of the file and `HAVEN_` variables that no setting has.
    let unknown: [String]

    init(file: String?, options: [SettingKey: String], environment: [String: String]) throws {
        var providers: [any ConfigProvider] = [
            InMemoryProvider(name: "command line", values: Self.values(options)),
            EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "haven"),
        ]
        var unknown = Self.unknownVariables(environment)
        if let file {
            let entries = try YAMLFile(path: file).entries
            let known = Set(SettingKey.allCases.map(\.rawValue))
            unknown += entries.map(\.key).filter { !known.contains($0) }.map { "\($0) in \(file)" }
            let values = entries.map { (AbsoluteConfigKey([$0.key]), ConfigValue(.string($0.value), isSecret: false)) }
            providers.append(InMemoryProvider(name: file, values: Dictionary(values) { _, last in last }))
        }
        let defaults = Dictionary(uniqueKeysWithValues: SettingKey.allCases.map { ($0, $0.description.defaultValue) })
        providers.append(InMemoryProvider(name: "defaults", values: Self.values(defaults)))
        reader = ConfigReader(providers: providers)
        self.unknown = unknown
    }

    private static func values(_ settings: [SettingKey: String]) -> [AbsoluteConfigKey: ConfigValue] {
        Dictionary(
            uniqueKeysWithValues: settings.map {
                (AbsoluteConfigKey([$0.key.rawValue]), ConfigValue(.string($0.value), isSecret: false))
            })
    }

    private static func unknownVariables(_ environment: [String: String]) -> [String] {
        let known = Set(SettingKey.allCases.map(\.environmentVariable) + ["HAVEN_CONFIG"])
        return environment.keys.filter { $0.hasPrefix("HAVEN_") && !known.contains($0) }.sorted()
    }

    /// A setting as text.
    func text(_ key: SettingKey) throws -> String {
        guard let text = reader.string(forKey: ConfigKey([key.rawValue])) else {
            throw Settings.invalid(key, "it must be a text")
        }
        return text
    }

    func optionalText(_ key: SettingKey) throws -> String? {
        let text = try text(key)
        return text.isEmpty ? nil : text
    }

    func number(_ key: SettingKey, in range: ClosedRange<Int64>) throws -> Int64 {
        guard let number = Int64(try text(key)), range.contains(number) else {
            throw Settings.invalid(key, "it is a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func flag(_ key: SettingKey) throws -> Bool {
        switch try text(key).lowercased() {
        case "true", "yes", "1", "on": return true
        case "false", "no", "0", "off", "": return false
        default: throw Settings.invalid(key, "it is true or false")
        }
    }
}
