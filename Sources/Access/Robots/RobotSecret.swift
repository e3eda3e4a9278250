import Cryptography

/// A robot's secret as it is stored: a code under a salt of its own.
///
/// Secrets are random, so that no slow hash is needed to keep them from being guessed.
struct RobotSecret: Sendable, Hashable {
    let salt: [UInt8]
    let code: [UInt8]

    init(salt: [UInt8], code: [UInt8]) {
        self.salt = salt
        self.code = code
    }

    /// Prepares a secret for storage; throws `CryptographyError`.
    init(_ secret: String) throws {
        salt = try SecureRandom.bytes(16)
        code = KeyedHash(key: salt).code(for: secret)
    }

    /// Whether it is the secret, in a time that doesn't depend on where it differs.
    func matches(_ secret: String) -> Bool {
        constantTimeEqual(KeyedHash(key: salt).code(for: secret), code)
    }

    /// Checks a secret that was made up elsewhere: 8 to 128 characters, among them an upper-case and a lower-case
    /// letter and a digit; throws `RobotError.weakSecret`.
    static func check(_ secret: String) throws(RobotError) {
        guard secret.utf8.count <= 512, (8...128).contains(secret.count),
            secret.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f }),
            secret.contains(where: { $0.isASCII && $0.isUppercase }),
            secret.contains(where: { $0.isASCII && $0.isLowercase }),
            secret.contains(where: { $0.isASCII && $0.isNumber })
        else { throw .weakSecret }
    }
}
