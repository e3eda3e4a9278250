import Cryptography

/// A secret that a user's programs show in place of the password; only its keyed hash is stored.
enum CommandLineSecret {
    /// What is stored of a user's secret.
    static func hash(_ secret: String, of userID: Int64, key: KeyedHash) -> [UInt8] {
        key.code(for: "\(userID):\(secret)")
    }
}
