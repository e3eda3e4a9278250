import BlobStorage
import Configuration
import HTTPServing
package import Logging
import NIOCore
import OutboundHTTP
import StructuredLogging
package import SystemConfiguration

/// The settings of this run: environment over `haven.yaml` over defaults, options of the command line over all.
package struct Settings: Sendable {
    /// Why the settings can't be used.
    package struct Invalid: Error, CustomStringConvertible {
        package let description: String
    }

    package let dataDirectory: String
    package let listen: ListenAddress
    package let databaseURL: String
    package let databaseConnections: Int
    package let adminPassword: String?
    let forwarding: ForwardingRules
    package let tls: (certificate: String, key: String)?
    package let metricsListen: ListenAddress?
    let logFormat: LogFormat
    package let logLevel: Logger.Level
    package let maximumBlobSize: Int64
    package let manifestCacheBytes: Int
    let limits: ConnectionLimits
    package let shutdownSeconds: Int
    package let redirectsBlobs: Bool
    /// The file of the key for kept secrets; nil: the data directory's own.
    let encryptionKeyFile: String?
    /// Configuration items that can't be changed while the registry serves.
    package let configurationOverrides: ConfigurationOverrides
    /// The file of the authorities that certify syslog servers; nil: the system's.
    let syslogAuthoritiesFile: String?
    let isPortalEnabled: Bool
    /// The directory of the built web console; nil: where it is installed beside the program.
    let portalDirectory: String?
    /// Which addresses requests to other systems may go to.
    let addressGuard: AddressGuard
    /// Keys and variables that nobody knows, for a warning.
    package let unknown: [String]

    /// Reads the settings; throws `Invalid` with the name of the setting that is wrong.
    package init(file: String?, options: [SettingKey: String], environment: [String: String]) throws {
        let source = try SettingSource(file: file, options: options, environment: environment)
        dataDirectory = try source.text(.dataDirectory)
        listen = try ListenAddress(source.text(.listen), setting: .listen)
        databaseURL = try source.text(.databaseURL)
        databaseConnections = Int(try source.number(.databaseConnections, in: 1...1000))
        adminPassword = try source.optionalText(.adminPassword)
        let proxies = try source.text(.trustedProxies).split(separator: ",").map { $0.filter { $0 != " " } }
        forwarding = ForwardingRules(
            externalURL: try source.optionalText(.externalURL).map(Self.externalURL), trustedProxies: Set(proxies))
        tls = try Self.tls(source)
        metricsListen = try source.optionalText(.metricsListen).map { try ListenAddress($0, setting: .metricsListen) }
        guard let format = LogFormat(rawValue: try source.text(.logFormat)) else {
            throw Self.invalid(.logFormat, "it is text, json or auto")
        }
        logFormat = format
        guard let level = Logger.Level(rawValue: try source.text(.logLevel)) else {
            throw Self.invalid(.logLevel, "it is trace, debug, info, notice, warning, error or critical")
        }
        logLevel = level
        maximumBlobSize = try source.number(.maximumBlobSize, in: 1...Int64.max)
        manifestCacheBytes = Int(try source.number(.manifestCache, in: 0...(1 << 40)))
        limits = ConnectionLimits(
            idleTime: .seconds(try source.number(.idleSeconds, in: 1...86_400)),
            minimumRate: Int(try source.number(.minimumRate, in: 0...(1 << 30))),
            maximumConnections: Int(try source.number(.maximumConnections, in: 1...1_000_000)))
        shutdownSeconds = Int(try source.number(.shutdownSeconds, in: 0...86_400))
        redirectsBlobs = try source.flag(.redirectBlobs)
        encryptionKeyFile = try source.optionalText(.encryptionKeyFile)
        configurationOverrides = try ConfigurationOverrides(source)
        syslogAuthoritiesFile = try source.optionalText(.syslogAuthorities)
        isPortalEnabled = try source.flag(.portalEnabled)
        portalDirectory = try source.optionalText(.portalDirectory)
        addressGuard = try Self.addressGuard(source)
        unknown = source.unknown
    }

    private static func tls(_ source: SettingSource) throws -> (certificate: String, key: String)? {
        switch (try source.optionalText(.tlsCertificate), try source.optionalText(.tlsKey)) {
        case (nil, nil): return nil
        case (let certificate?, let key?): return (certificate, key)
        case (nil, _): throw invalid(.tlsCertificate, "it is needed together with tls_key")
        case (_, nil): throw invalid(.tlsKey, "it is needed together with tls_certificate")
        }
    }

    private static func externalURL(_ text: String) throws -> String {
        guard text.hasPrefix("http://") || text.hasPrefix("https://"),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "\"") })
        else { throw invalid(.externalURL, "it has the form https://registry.example.com") }
        return text.last == "/" ? String(text.dropLast()) : text
    }

    private static func addressGuard(_ source: SettingSource) throws -> AddressGuard {
        let parts = try source.text(.outboundAllowedNetworks).filter { $0 != " " }.split(separator: ",")
        let allowed = try parts.map { part in
            guard let destination = AllowedDestination(String(part)) else {
                throw invalid(
                    .outboundAllowedNetworks, "\(part) is no host, address or network such as 192.0.2.0/24")
            }
            return destination
        }
        return AddressGuard(allowed: allowed, allowsPrivateNetworks: try source.flag(.outboundPrivateNetworks))
    }

    static func invalid(_ key: SettingKey, _ reason: String) -> Invalid {
        Invalid(description: "invalid setting \(key.rawValue) (\(key.environmentVariable)): \(reason)")
    }
}
