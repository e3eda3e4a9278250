import CCrypto

/// The password-based key derivation function scrypt (RFC 7914).
package enum Scrypt {
    /// Derives a key. Blocks its thread for as long as the cost asks.
    ///
    /// - Parameter length: the key's length in bytes, at least 1.
    /// - Throws: ``CryptographyError/failed`` when there is not enough memory.
    package static func key(
        password: [UInt8], salt: [UInt8], cost: PasswordCost, length: Int
    ) throws(CryptographyError) -> [UInt8] {
        guard length > 0 else { throw .lengthOutOfRange }
        var key = [UInt8](repeating: 0, count: length)
        // Beside the large block OpenSSL counts smaller ones that p and r decide.
        let memoryLimit = UInt64(cost.memory + 128 * cost.blockSize * (cost.parallelization + 2) + (1 << 20))
        let result = password.withUnsafeBytes { password in
            EVP_PBE_scrypt(
                password.baseAddress?.assumingMemoryBound(to: CChar.self), password.count, salt, salt.count,
                1 << UInt64(cost.logarithm), UInt64(cost.blockSize), UInt64(cost.parallelization), memoryLimit,
                &key, key.count)
        }
        guard result == 1 else { throw .failed }
        return key
    }
}
