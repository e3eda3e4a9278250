/// Hashes of passwords, for storing them (scrypt, RFC 7914).
///
/// Every function but ``isOutdated(_:cost:)`` blocks its thread for about a tenth of a second and takes 32 MiB: callers
/// run them on a pool that bounds how many run at a time.
package enum PasswordHash {
    /// Hashes a password with a random salt, in the PHC string format `$scrypt$ln=15,r=8,p=1$salt$hash`.
    ///
    /// - Throws: ``CryptographyError/failed`` for want of memory or random numbers.
    package static func make(
        _ password: String, cost: PasswordCost = .standard
    ) throws(CryptographyError) -> String {
        let salt = try SecureRandom.bytes(StoredPassword.saltLength)
        let hash = try Scrypt.key(
            password: Array(password.utf8), salt: salt, cost: cost, length: StoredPassword.hashLength)
        return StoredPassword(cost: cost, salt: salt, hash: hash).text
    }

    /// Whether the password is the one that was hashed.
    ///
    /// - Throws: ``CryptographyError/malformedPasswordHash`` for a text that ``make(_:cost:)`` doesn't give,
    ///   ``CryptographyError/costOutOfRange`` for a hash that would cost too much to compare with, and
    ///   ``CryptographyError/failed`` for want of memory.
    package static func verify(_ password: String, against phc: String) throws(CryptographyError) -> Bool {
        let stored = try StoredPassword(phc)
        let hash = try Scrypt.key(
            password: Array(password.utf8), salt: stored.salt, cost: stored.cost, length: stored.hash.count)
        return constantTimeEqual(hash, stored.hash)
    }

    /// Whether a stored hash was made at another cost than the given one, so that it should be made anew when the
    /// password is known.
    ///
    /// - Throws: ``CryptographyError/malformedPasswordHash`` or ``CryptographyError/costOutOfRange``.
    package static func isOutdated(
        _ phc: String, cost: PasswordCost = .standard
    ) throws(CryptographyError) -> Bool {
        try StoredPassword(phc).cost != cost
    }
}
