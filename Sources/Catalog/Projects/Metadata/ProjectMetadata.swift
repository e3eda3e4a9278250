/// Settings of a project in Harbor's form: texts under known keys.
package struct ProjectMetadata: Sendable, Hashable {
    /// A setting's name, as Harbor's API has it.
    package enum Key: String, Sendable, Hashable, CaseIterable {
        case isPublic = "public"
        /// Beyond Harbor: whether an index may list manifests that the repository doesn't have.
        case allowsSparseIndex = "allow_sparse_index"
        case enableContentTrust = "enable_content_trust"
        case enableContentTrustCosign = "enable_content_trust_cosign"
        case preventVulnerable = "prevent_vul"
        case severity
        case autoScan = "auto_scan"
        case autoSBOMGeneration = "auto_sbom_generation"
        case reuseSystemAllowlist = "reuse_sys_cve_allowlist"
        case retentionID = "retention_id"
        case proxySpeed = "proxy_speed_kb"
        case maximumUpstreamConnections = "max_upstream_conn"
        case proxyLocalOnNotFound = "proxy_cache_local_on_not_found"
        case proxyReferrers = "proxy_referrer_api"
        case proxyFilterPattern = "proxy_cache_filter_pattern"
        case proxyFilterKind = "proxy_cache_filter_kind"
    }

    /// Why a setting is refused.
    package enum Failure: Error, Sendable, Hashable, CustomStringConvertible {
        case unknownKey(String)
        case readOnly(Key)
        case invalidValue(Key, expected: String)

        /// What is wrong and what to do, for people.
        package var description: String {
            switch self {
            case .unknownKey(let key):
                "there is no project metadata called \(key.prefix(64)): it is one of "
                    + Key.allCases.map(\.rawValue).joined(separator: ", ")
            case .readOnly(let key): "\(key.rawValue) can't be set: the registry sets it by itself"
            case .invalidValue(let key, let expected): "the value of \(key.rawValue) must be \(expected)"
            }
        }
    }

    /// The values.
    package private(set) var values: [Key: String]

    /// No settings at all.
    package init() { values = [:] }

    /// Settings that were checked before.
    init(trusted values: [Key: String]) { self.values = values }

    /// The value under a key.
    package subscript(_ key: Key) -> String? { values[key] }

    /// Reads a key; throws `Failure.unknownKey`.
    package static func key(_ name: String) throws(Failure) -> Key {
        guard let key = Key(rawValue: name) else { throw .unknownKey(name) }
        return key
    }

    /// Sets a value; throws `Failure.readOnly` and `.invalidValue`.
    package mutating func set(_ key: Key, to value: String) throws(Failure) {
        values[key] = try Self.check(key, value)
    }

    private static func check(_ key: Key, _ value: String) throws(Failure) -> String {
        switch key {
        case .retentionID: throw .readOnly(key)
        case .severity:
            let levels = ["none", "low", "medium", "high", "critical"]
            guard levels.contains(value) else {
                throw .invalidValue(key, expected: "one of \(levels.joined(separator: ", "))")
            }
        case .proxySpeed, .maximumUpstreamConnections:
            guard let number = Int32(value), number >= -1 else {
                throw .invalidValue(key, expected: "a number from -1 (no limit) to \(Int32.max)")
            }
            return String(number)
        case .proxyFilterPattern:
            guard value.utf8.count <= 1024, value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f }) else {
                throw .invalidValue(key, expected: "at most 1024 bytes without control characters")
            }
        case .proxyFilterKind:
            guard value == "doublestar" || value == "regex" else {
                throw .invalidValue(key, expected: "doublestar or regex")
            }
        default:
            guard value == "true" || value == "false" else { throw .invalidValue(key, expected: "true or false") }
        }
        return value
    }
}
