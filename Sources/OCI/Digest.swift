/// The name of a piece of content: an algorithm and the hash that it gives (OCI image spec, descriptor.md, "Digests").
///
/// Only the registered algorithms sha256 and sha512 exist here, with lower-case hexadecimal letters, so that one piece
/// of content has one name an algorithm.
package struct Digest: Hashable, Sendable, CustomStringConvertible, Comparable {
    /// The algorithm that made the hash.
    package let algorithm: Algorithm

    /// The whole digest as it is written everywhere: `sha256:…`.
    package let description: String

    /// The hash, in lower-case hexadecimal.
    package var hex: String {
        let utf8 = description.utf8
        return String(description[utf8.index(utf8.endIndex, offsetBy: -algorithm.hexLength)...])
    }

    /// Reads `algorithm:hex`.
    ///
    /// - Throws: ``DigestError/unsupportedAlgorithm`` for a well-formed digest of another algorithm,
    ///   ``DigestError/malformed`` for anything else that is not a digest.
    package init(_ text: some StringProtocol) throws(DigestError) {
        try self.init(text: String(text))
    }

    /// Makes a digest of the bytes that a hash function gave.
    ///
    /// - Throws: ``DigestError/malformed`` when the number of bytes is not the algorithm's.
    package init(algorithm: Algorithm, bytes: some Collection<UInt8>) throws(DigestError) {
        guard bytes.count * 2 == algorithm.hexLength else { throw .malformed }
        var text: [UInt8] = []
        text.reserveCapacity(algorithm.rawValue.utf8.count + 1 + algorithm.hexLength)
        text.append(contentsOf: algorithm.rawValue.utf8)
        text.append(UInt8(ascii: ":"))
        for byte in bytes {
            text.append(Self.hexDigit(byte >> 4))
            text.append(Self.hexDigit(byte & 0xF))
        }
        self.algorithm = algorithm
        description = String(decoding: text, as: UTF8.self)
    }

    /// Digests are the same when their texts are.
    package static func == (left: Digest, right: Digest) -> Bool {
        left.description == right.description
    }

    /// Hashes the text, which says all.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(description)
    }

    /// Digests are ordered by their text.
    package static func < (left: Digest, right: Digest) -> Bool {
        left.description < right.description
    }

    private init(text: String) throws(DigestError) {
        let utf8 = text.utf8
        guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")) else { throw .malformed }
        guard let algorithm = Algorithm(rawValue: String(text[..<colon])) else {
            throw DigestGrammar.matches(utf8, colon: colon) ? .unsupportedAlgorithm : .malformed
        }
        let hash = utf8[utf8.index(after: colon)...]
        guard hash.count == algorithm.hexLength, hash.allSatisfy(DigestGrammar.isLowerHex) else { throw .malformed }
        self.algorithm = algorithm
        description = text
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
