/// Every setting there is: its key in `haven.yaml`, its environment variable, its default and what it is for.
///
/// The table of docs/guides/configuration.md is made from this list by `haven config`.
package enum SettingKey: String, CaseIterable, Sendable {
    case dataDirectory = "data_dir"
    case listen
    case databaseURL = "database_url"
    case databaseConnections = "database_connections"
    case adminPassword = "admin_password"
    case externalURL = "external_url"
    case trustedProxies = "trusted_proxies"
    case tlsCertificate = "tls_certificate"
    case tlsKey = "tls_key"
    case metricsListen = "metrics_listen"
    case logFormat = "log_format"
    case logLevel = "log_level"
    case tokenMinutes = "token_lifetime_minutes"
    case maximumBlobSize = "maximum_blob_bytes"
    case manifestCache = "manifest_cache_bytes"
    case maximumConnections = "maximum_connections"
    case idleSeconds = "idle_timeout_seconds"
    case minimumRate = "minimum_transfer_rate"
    case shutdownSeconds = "shutdown_grace_seconds"
    case redirectBlobs = "redirect_blobs"
    case encryptionKeyFile = "encryption_key_file"
    case configurationOverrides = "configuration_overrides"
    case syslogAuthorities = "syslog_ca_file"
    case portalEnabled = "portal_enabled"
    case portalDirectory = "portal_directory"
    case outboundAllowedNetworks = "outbound_allowed_networks"
    case outboundPrivateNetworks = "outbound_private_networks"

    /// The environment variable, which goes before the file.
    package var environmentVariable: String { "HAVEN_" + rawValue.uppercased() }

    /// The default and one sentence about the setting.
    package var description: (defaultValue: String, summary: String) {
        switch self {
        case .dataDirectory: ("./haven-data", "Directory of the embedded database, the blobs and the control socket.")
        case .listen: ("0.0.0.0:8080", "Address to serve on: HOST:PORT, [IPv6]:PORT, :PORT or unix:PATH.")
        case .databaseURL: ("", "sqlite:PATH or postgresql://…; empty: haven.sqlite in the data directory.")
        case .databaseConnections: ("16", "Most connections to PostgreSQL.")
        case .adminPassword: ("", "Password of the first administrator; empty: one is made up and printed once.")
        case .externalURL: ("", "Address of this server in its clients' eyes; empty: taken from each request.")
        case .trustedProxies: ("", "Addresses of reverse proxies whose X-Forwarded-For counts, separated by commas.")
        case .tlsCertificate: ("", "PEM file of the certificate chain; empty: plain HTTP. Read again when it changes.")
        case .tlsKey: ("", "PEM file of the certificate's private key.")
        case .metricsListen: ("", "Address of its own for /metrics, HOST:PORT; empty: served with everything else.")
        case .logFormat: ("auto", "text, json, or auto: text on a terminal and json elsewhere.")
        case .logLevel: ("info", "trace, debug, info, notice, warning, error or critical.")
        case .tokenMinutes: ("", "Minutes for which tokens hold; empty: the configuration item token_expiration.")
        case .maximumBlobSize: ("1099511627776", "Largest blob in bytes.")
        case .manifestCache: ("16777216", "Bytes of manifests kept in memory.")
        case .maximumConnections: ("8192", "Most client connections at once.")
        case .idleSeconds: ("60", "Seconds after which a connection without a complete request is closed.")
        case .minimumRate: ("1024", "Slowest transfer that is tolerated, in bytes a second.")
        case .shutdownSeconds: ("60", "Seconds that running transfers get to finish at a stop.")
        case .redirectBlobs: ("false", "Send clients to the object storage for blobs, where it offers that.")
        case .encryptionKeyFile: ("", "File of the key for kept secrets; empty: encryption.key in the data directory.")
        case .configurationOverrides: ("", "JSON object of configuration items that can't be changed while serving.")
        case .syslogAuthorities:
            ("", "PEM file of the authorities for tls:// of audit_log_forward_endpoint; empty: the system's.")
        case .portalEnabled: ("true", "Serve the web console.")
        case .portalDirectory:
            ("", "Directory of the built web console; empty: portal beside the program, or ../share/haven/portal.")
        case .outboundAllowedNetworks:
            ("", "Hosts and networks, separated by commas, that requests may go to although they are special.")
        case .outboundPrivateNetworks: ("true", "Let requests to other systems go to private networks.")
        }
    }
}
