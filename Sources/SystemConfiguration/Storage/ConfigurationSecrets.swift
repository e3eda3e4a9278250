import Cryptography

/// Encrypts the secrets among the configuration items.
struct ConfigurationSecrets: Sendable {
    let key: EncryptionKey?

    /// The text to keep for a secret; nothing stays nothing. Throws `ConfigurationError.noEncryptionKey`.
    func seal(_ secret: String, of item: String) throws -> String {
        guard !secret.isEmpty else { return "" }
        guard let key else { throw ConfigurationError.noEncryptionKey(key: item) }
        return Base64.encode(try key.seal(Array(secret.utf8), purpose: Self.purpose(item)))
    }

    /// The secret that a kept text holds; throws `CryptographyError.notAuthentic`.
    func open(_ kept: String, of item: String) throws -> String {
        guard !kept.isEmpty else { return "" }
        guard let key else { throw ConfigurationError.noEncryptionKey(key: item) }
        guard let sealed = Base64.decode(kept) else { throw CryptographyError.notAuthentic }
        return String(decoding: try key.open(sealed, purpose: Self.purpose(item)), as: UTF8.self)
    }

    private static func purpose(_ item: String) -> String { "configuration/\(item)" }
}
