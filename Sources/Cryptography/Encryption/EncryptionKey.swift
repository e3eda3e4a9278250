import CCrypto

/// A key that encrypts secrets which the registry must be able to read again: AES-256-GCM (NIST SP 800-38D).
///
/// Each text has a random nonce; the chance that two of 2³² share one is below 2⁻³², which NIST allows.
package struct EncryptionKey: Sendable {
    /// The bytes of a key.
    package static let length = 32
    private static let version: UInt8 = 1
    private static let nonceLength = 12
    private static let tagLength = 16
    private let bytes: [UInt8]

    /// Takes 32 random bytes; throws `CryptographyError.lengthOutOfRange` for any other count.
    package init(bytes: [UInt8]) throws(CryptographyError) {
        guard bytes.count == Self.length else { throw .lengthOutOfRange }
        self.bytes = bytes
    }

    /// Encrypts bytes for a purpose: only who names the same purpose gets them back.
    ///
    /// The result is a version byte, the nonce, the encrypted bytes and the tag, 29 bytes more than was given.
    package func seal(_ plain: [UInt8], purpose: String) throws(CryptographyError) -> [UInt8] {
        let nonce = try SecureRandom.bytes(Self.nonceLength)
        let cipher = try Cipher(key: bytes, nonce: nonce, encrypts: true)
        try cipher.authenticate(Array(purpose.utf8))
        let encrypted = try cipher.process(plain)
        try cipher.finish()
        return [Self.version] + nonce + encrypted + (try cipher.tag(length: Self.tagLength))
    }

    /// Gives back what was encrypted for a purpose.
    ///
    /// - Throws: ``CryptographyError/notAuthentic`` if it was changed, or encrypted with another key or for another
    ///   purpose.
    package func open(_ sealed: [UInt8], purpose: String) throws(CryptographyError) -> [UInt8] {
        guard sealed.count >= 1 + Self.nonceLength + Self.tagLength, sealed[0] == Self.version else {
            throw .notAuthentic
        }
        let nonce = Array(sealed[1...Self.nonceLength])
        let encrypted = Array(sealed[(1 + Self.nonceLength)..<(sealed.count - Self.tagLength)])
        let cipher = try Cipher(key: bytes, nonce: nonce, encrypts: false)
        try cipher.authenticate(Array(purpose.utf8))
        let plain = try cipher.process(encrypted)
        try cipher.expect(tag: Array(sealed.suffix(Self.tagLength)))
        do {
            try cipher.finish()
        } catch { throw .notAuthentic }
        return plain
    }
}
