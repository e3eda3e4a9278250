import Cryptography

/// Messages for the tests of hashes.
enum HashSamples {
    /// The 448 bits of the examples to FIPS 180.
    static let message448 = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"

    /// The 896 bits of the examples to FIPS 180.
    static let message896 =
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
        + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"

    /// Bytes of which no two neighbours are the same.
    static func pattern(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 * 31 + 7) }
    }

    /// The hash of a message that comes in one piece.
    static func hash(_ algorithm: ContentHash.Algorithm, _ message: [UInt8]) -> [UInt8] {
        var hash = ContentHash(algorithm)
        hash.update(message)
        return hash.finalized()
    }
}
