/// HMAC-SHA-256 (RFC 2104, FIPS 198-1) under one key.
///
/// The key's part of the work is done once, so that a short message costs two blocks.
package struct KeyedHash: Sendable {
    private static let blockLength = 64

    private let inner: ContentHash
    private let outer: ContentHash

    /// Takes a key of any length; 32 random bytes are a good one.
    package init(key: [UInt8]) {
        var block = key
        if key.count > Self.blockLength {
            var hash = ContentHash(.sha256)
            hash.update(key)
            block = hash.finalized()
        }
        block += [UInt8](repeating: 0, count: Self.blockLength - block.count)
        inner = Self.begun(with: block, padding: 0x36)
        outer = Self.begun(with: block, padding: 0x5C)
    }

    /// The authentication code of a message: 32 bytes. Compare codes with ``constantTimeEqual(_:_:)``.
    package func code(for bytes: [UInt8]) -> [UInt8] {
        var inner = inner
        inner.update(bytes)
        var outer = outer
        outer.update(inner.finalized())
        return outer.finalized()
    }

    /// The authentication code of a text's UTF-8: 32 bytes.
    package func code(for text: String) -> [UInt8] {
        code(for: Array(text.utf8))
    }

    private static func begun(with block: [UInt8], padding: UInt8) -> ContentHash {
        var hash = ContentHash(.sha256)
        hash.update(block.map { $0 ^ padding })
        return hash
    }
}
