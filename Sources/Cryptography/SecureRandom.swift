import CCrypto

/// Random numbers that can't be guessed, from OpenSSL's generator.
package enum SecureRandom {
    private static let upper = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    private static let lower = Array("abcdefghijklmnopqrstuvwxyz".utf8)
    private static let digits = Array("0123456789".utf8)

    /// Random bytes; none for a count of 0 or less.
    ///
    /// - Throws: ``CryptographyError/failed`` when the system has no random numbers to give.
    package static func bytes(_ count: Int) throws(CryptographyError) -> [UInt8] {
        guard count > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            // OpenSSL counts in 32 bits.
            let piece = min(count - filled, 1 << 20)
            let result = bytes.withUnsafeMutableBufferPointer {
                RAND_bytes($0.baseAddress.map { $0 + filled }, Int32(piece))
            }
            guard result == 1 else { throw .failed }
            filled += piece
        }
        return bytes
    }

    /// Random bytes in lower-case hexadecimal: twice as many letters.
    ///
    /// - Throws: ``CryptographyError/failed``.
    package static func hex(byteCount: Int) throws(CryptographyError) -> String {
        Hex.encode(try bytes(byteCount))
    }

    /// A random password of letters and digits, at least one of upper case, one of lower case and one digit, as
    /// Harbor asks of passwords and secrets.
    ///
    /// - Parameter length: 8 to 128 letters; 32 hold 190 bits.
    /// - Throws: ``CryptographyError/lengthOutOfRange`` or ``CryptographyError/failed``.
    package static func password(length: Int = 32) throws(CryptographyError) -> String {
        guard (8...128).contains(length) else { throw .lengthOutOfRange }
        let alphabet = upper + lower + digits
        while true {
            let password = try letters(length, from: alphabet)
            // Drawn again as a whole: every acceptable password stays equally likely.
            if [upper, lower, digits].allSatisfy({ $0.contains(where: password.contains) }) {
                return String(decoding: password, as: UTF8.self)
            }
        }
    }

    private static func letters(_ count: Int, from alphabet: [UInt8]) throws(CryptographyError) -> [UInt8] {
        // Bytes past the last whole multiple would make the first letters likelier.
        let limit = 256 - 256 % alphabet.count
        var letters: [UInt8] = []
        while letters.count < count {
            for byte in try bytes(count) where Int(byte) < limit && letters.count < count {
                letters.append(alphabet[Int(byte) % alphabet.count])
            }
        }
        return letters
    }
}
