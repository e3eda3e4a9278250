/// Why the configuration was not changed. Nothing of a refused change takes effect.
package enum ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    case unknownKey(String)
    /// A value that the item can't hold.
    case invalid(key: String, expected: String)
    /// The item was set where the server was started, by `setting`.
    case overridden(key: String, setting: String)
    /// Leaving the audit log out of the database needs another place for it.
    case auditLogNeedsEndpoint
    /// A secret can't be kept, because there is no key to encrypt it with.
    case noEncryptionKey(key: String)

    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .unknownKey(let key): "there is no configuration item \(key): GET /api/v2.0/configurations lists them"
        case .invalid(let key, let expected): "\(key) must be \(expected)"
        case .overridden(let key, let setting):
            "\(key) is set by \(setting) where the server was started: change it there and restart the server"
        case .auditLogNeedsEndpoint:
            "skip_audit_log_database needs audit_log_forward_endpoint: otherwise the audit log would be lost"
        case .noEncryptionKey(let key): "\(key) can't be kept: the server has no key to encrypt it with"
        }
    }
}
