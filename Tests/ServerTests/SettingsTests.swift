import FoundationEssentials
import Logging
import RegistryTesting
import Server
import Testing

@Suite struct SettingsTests {
    /// Reads settings from a file with this text.
    private func settings(
        file text: String? = nil, options: [SettingKey: String] = [:], environment: [String: String] = [:]
    ) async throws -> Settings {
        try await TemporaryDirectory.with { directory in
            let path = directory + "/haven.yaml"
            if let text { try Data(text.utf8).write(to: URL(filePath: path)) }
            return try Settings(file: text == nil ? nil : path, options: options, environment: environment)
        }
    }

    @Test func theNearerPlaceCounts() async throws {
        let file = "listen: 127.0.0.1:1\nmaximum_blob_bytes: 5\nlog_level: debug\nredirect_blobs: yes\n"
        let environment = ["HAVEN_LISTEN": "127.0.0.1:2", "HAVEN_MAXIMUM_BLOB_BYTES": "6"]
        let settings = try await settings(file: file, options: [.listen: "127.0.0.1:3"], environment: environment)
        #expect(settings.listen == .network(host: "127.0.0.1", port: 3), "the command line")
        #expect(settings.maximumBlobSize == 6, "the environment")
        #expect(settings.logLevel == .debug && settings.redirectsBlobs, "the file")
        #expect(settings.databaseURL.isEmpty && settings.databaseConnections == 16, "the defaults")
        #expect(settings.unknown.isEmpty && settings.adminPassword == nil && settings.tls == nil)
    }

    @Test func unknownKeysAreReported() async throws {
        let settings = try await settings(file: "listn: x\n", environment: ["HAVEN_LISTN": "x", "OTHER": "y"])
        #expect(settings.unknown.count == 2 && settings.unknown.allSatisfy { $0.lowercased().contains("listn") })
    }

    @Test func everyVariableIsItsKeysName() async throws {
        #expect(SettingKey.listen.environmentVariable == "HAVEN_LISTEN")
        for (variable, key) in [
            ("HAVEN_DATA_DIR", SettingKey.dataDirectory), ("HAVEN_ADMIN_PASSWORD", .adminPassword),
            ("HAVEN_DATABASE_URL", .databaseURL), ("HAVEN_LOG_FORMAT", .logFormat),
        ] { #expect(key.environmentVariable == variable, "a promise to those who run it") }
    }

    @Test(arguments: [
        ("token_lifetime_minutes", "0", "below the least"), ("token_lifetime_minutes", "many", "no number"),
        ("listen", "8080", "no address"), ("log_level", "loud", "no level"), ("log_format", "xml", "no format"),
        ("redirect_blobs", "maybe", "neither true nor false"),
        ("configuration_overrides", "read_only", "no JSON"),
        ("configuration_overrides", "[]", "no object"),
        ("configuration_overrides", #"{"read_only": 1}"#, "a value of another type"),
        ("configuration_overrides", #"{"nothing": true}"#, "an unknown item"),
        ("tls_certificate", "/x", "a certificate without its key"),
        ("tls_key", "/x", "a key without its certificate"), ("external_url", "registry.example.com", "no scheme"),
        ("external_url", "https://a\"b", "a quote"), ("database_connections", "0", "no connection"),
        ("outbound_allowed_networks", "10.0.0.0/33", "more bits than there are"),
        ("outbound_allowed_networks", "127.0.0.1, *.example.com", "a pattern"),
        ("outbound_private_networks", "some", "neither true nor false"),
    ])
    func invalidSettingsNameThemselves(_ key: String, _ value: String, reason: String) async throws {
        let variable = "HAVEN_" + key.uppercased()
        do {
            _ = try await settings(environment: [variable: value])
            Issue.record("\(reason) was accepted")
        } catch let error as Settings.Invalid {
            #expect(error.description.contains("tls_") || error.description.contains(key), "\(reason)")
        }
    }

    @Test(arguments: ["listen: [1, 2]\n", "listen: {a: b}\n", "- listen\n", "listen: 'x\n", "\u{0}"])
    func brokenFilesAreRefused(_ text: String) async throws {
        await #expect(throws: (any Error).self) { _ = try await settings(file: text) }
    }

    @Test func aMissingFileIsRefused() {
        #expect(throws: (any Error).self) { try Settings(file: "/nowhere/haven.yaml", options: [:], environment: [:]) }
    }
}
