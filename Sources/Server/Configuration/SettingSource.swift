import Configuration
import SystemPackage
import Yams

/// The places that settings come from, in the order in which they count.
struct SettingSource {
    private let reader: ConfigReader
    /// Keys of the file and `HAVEN_` variables that no setting has.
    let unknown: [String]

    init(file: String?, options: [SettingKey: String], environment: [String: String]) async throws {
        var providers: [any ConfigProvider] = [
            InMemoryProvider(name: "command line", values: Self.values(options)),
            EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "haven"),
        ]
        var unknown = Self.unknownVariables(environment)
        if let file {
            do {
                providers.append(try await FileProvider<YAMLSnapshot>(filePath: FilePath(file)))
                unknown += try Self.unknownKeys(inFile: file)
            } catch { throw Settings.Invalid(description: "the configuration file \(file) can't be used: \(error)") }
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

    private static func unknownKeys(inFile file: String) throws -> [String] {
        let text = try String(contentsOfFile: file)
        let known = Set(SettingKey.allCases.map(\.rawValue))
        guard let mapping = try Yams.compose(yaml: text)?.mapping else { return [] }
        return mapping.keys.compactMap(\.string).filter { !known.contains($0) }.map { "\($0) in \(file)" }
    }

    /// A text; numbers and truth values that YAML recognises are taken as text too.
    func text(_ key: SettingKey) throws -> String {
        let name = ConfigKey([key.rawValue])
        if let text = reader.string(forKey: name) { return text }
        if let number = reader.int(forKey: name) { return String(number) }
        if let flag = reader.bool(forKey: name) { return String(flag) }
        throw Settings.invalid(key, "it must be a text")
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

extension String {
    /// Reads a text file.
    fileprivate init(contentsOfFile path: String) throws {
        let descriptor = try FileDescriptor.open(FilePath(path), .readOnly)
        var bytes: [UInt8] = []
        try descriptor.closeAfter {
            var buffer = [UInt8](repeating: 0, count: 64 << 10)
            while true {
                let count = try buffer.withUnsafeMutableBytes { try descriptor.read(into: $0) }
                if count == 0 || bytes.count > 1 << 20 { return }
                bytes += buffer[..<count]
            }
        }
        self = String(decoding: bytes, as: UTF8.self)
    }
}
