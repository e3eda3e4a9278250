import CCrypto

/// A hash of content that comes in pieces, whose work so far can be saved and gone on with elsewhere.
///
/// A value: a copy goes on independently. OpenSSL's own functions do the hashing (FIPS 180-4).
package struct ContentHash: Sendable {
    /// The hash functions.
    package enum Algorithm: String, Hashable, Sendable, CaseIterable {
        /// SHA-256: 32 bytes.
        case sha256
        /// SHA-512: 64 bytes.
        case sha512
    }

    enum Context: Sendable {
        case sha256(SHA256_CTX)
        case sha512(SHA512_CTX)
    }

    /// The number of bytes that were hashed.
    package private(set) var byteCount: UInt64

    private(set) var context: Context

    /// The hash function.
    package var algorithm: Algorithm {
        switch context {
        case .sha256: .sha256
        case .sha512: .sha512
        }
    }

    /// Begins a hash.
    package init(_ algorithm: Algorithm) {
        byteCount = 0
        switch algorithm {
        case .sha256:
            var context = SHA256_CTX()
            SHA256_Init(&context)
            self.context = .sha256(context)
        case .sha512:
            var context = SHA512_CTX()
            SHA512_Init(&context)
            self.context = .sha512(context)
        }
    }

    /// Goes on with a hash that was saved.
    init(context: Context, byteCount: UInt64) {
        self.context = context
        self.byteCount = byteCount
    }

    /// Hashes the next piece; an empty one changes nothing. Blocks its thread for up to three seconds a GiB.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        switch context {
        case .sha256(var state):
            SHA256_Update(&state, start, bytes.count)
            context = .sha256(state)
        case .sha512(var state):
            SHA512_Update(&state, start, bytes.count)
            context = .sha512(state)
        }
        byteCount += UInt64(bytes.count)
    }

    /// Hashes the next piece.
    package mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// The hash of everything until now: 32 or 64 bytes. The hash can be gone on with afterwards.
    package func finalized() -> [UInt8] {
        switch context {
        case .sha256(var state):
            return Self.bytes(count: 32) { SHA256_Final($0, &state) }
        case .sha512(var state):
            return Self.bytes(count: 64) { SHA512_Final($0, &state) }
        }
    }

    private static func bytes(count: Int, _ fill: (UnsafeMutablePointer<UInt8>?) -> Void) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            fill(buffer.baseAddress)
            initialized = count
        }
    }
}
