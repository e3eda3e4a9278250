import CCrypto

/// The saved form of a hash, the same on every machine and for every version of OpenSSL. Numbers are little-endian.
///
///     1 byte           the form's version: 1
///     1 byte           the algorithm: 1 SHA-256, 2 SHA-512
///     8 bytes          the number of bytes hashed
///     8 × 4 or 8       the intermediate hash: words of 32 or 64 bits
///     0 to 63 or 127   the bytes that don't fill a block yet
///     8 bytes          the beginning of the SHA-256 of all before, so that damage is noticed
extension ContentHash {
    private static let version: UInt8 = 1
    private static let checksumLength = 8
    /// SHA counts bits in 64 bits or more, and no content comes near.
    private static let largestByteCount = UInt64.max >> 3

    /// The work so far, in an encoding of its own that ``init(state:)`` reads: at most 209 bytes.
    package var state: [UInt8] {
        var state = [Self.version, algorithm.code]
        state.append(littleEndian: byteCount)
        switch context {
        case .sha256(var context):
            withUnsafeBytes(of: &context.h) { words in
                for word in words.bindMemory(to: UInt32.self) { state.append(littleEndian: word) }
            }
            withUnsafeBytes(of: &context.data) { state.append(contentsOf: $0.prefix(pendingCount)) }
        case .sha512(var context):
            withUnsafeBytes(of: &context.h) { words in
                for word in words.bindMemory(to: UInt64.self) { state.append(littleEndian: word) }
            }
            withUnsafeBytes(of: &context.u) { state.append(contentsOf: $0.prefix(pendingCount)) }
        }
        return state + Self.checksum(of: state)
    }

    /// Goes on with work that was saved.
    ///
    /// - Throws: ``CryptographyError/malformedState`` for bytes that ``state`` did not give.
    package init(state: [UInt8]) throws(CryptographyError) {
        guard state.count > Self.checksumLength else { throw .malformedState }
        let body = Array(state.dropLast(Self.checksumLength))
        guard Self.checksum(of: body) == Array(state.suffix(Self.checksumLength)) else { throw .malformedState }
        var reader = LittleEndianReader(body)
        guard reader.integer(UInt8.self) == Self.version,
            let algorithm = reader.integer(UInt8.self).flatMap(Algorithm.init(code:)),
            let byteCount = reader.integer(UInt64.self), byteCount <= Self.largestByteCount
        else { throw .malformedState }
        let pendingCount = Int(byteCount % UInt64(algorithm.blockLength))
        let context: Context? =
            switch algorithm {
            case .sha256: SHA256_CTX(&reader, byteCount: byteCount, pendingCount: pendingCount).map(Context.sha256)
            case .sha512: SHA512_CTX(&reader, byteCount: byteCount, pendingCount: pendingCount).map(Context.sha512)
            }
        guard let context, reader.isAtEnd else { throw .malformedState }
        self.init(context: context, byteCount: byteCount)
    }

    private var pendingCount: Int { Int(byteCount % UInt64(algorithm.blockLength)) }

    private static func checksum(of bytes: [UInt8]) -> [UInt8] {
        var hash = ContentHash(.sha256)
        hash.update(bytes)
        return Array(hash.finalized().prefix(checksumLength))
    }
}

extension ContentHash.Algorithm {
    /// The algorithm's number in a saved state.
    fileprivate var code: UInt8 {
        switch self {
        case .sha256: 1
        case .sha512: 2
        }
    }

    fileprivate init?(code: UInt8) {
        switch code {
        case 1: self = .sha256
        case 2: self = .sha512
        default: return nil
        }
    }

    /// The bytes that are hashed at a time.
    fileprivate var blockLength: Int {
        switch self {
        case .sha256: 64
        case .sha512: 128
        }
    }
}

extension SHA256_CTX {
    /// Reads the intermediate hash and the pending bytes; nil when there are too few.
    fileprivate init?(_ reader: inout LittleEndianReader, byteCount: UInt64, pendingCount: Int) {
        self.init()
        SHA256_Init(&self)
        guard let words = reader.integers(UInt32.self, count: 8), let pending = reader.bytes(pendingCount) else {
            return nil
        }
        withUnsafeMutableBytes(of: &h) { $0.copyBytes(from: words.withUnsafeBytes { Array($0) }) }
        withUnsafeMutableBytes(of: &data) { $0.copyBytes(from: pending) }
        Nl = UInt32(truncatingIfNeeded: byteCount << 3)
        Nh = UInt32(truncatingIfNeeded: byteCount >> 29)
        num = UInt32(pendingCount)
    }
}

extension SHA512_CTX {
    /// Reads the intermediate hash and the pending bytes; nil when there are too few.
    fileprivate init?(_ reader: inout LittleEndianReader, byteCount: UInt64, pendingCount: Int) {
        self.init()
        SHA512_Init(&self)
        guard let words = reader.integers(UInt64.self, count: 8), let pending = reader.bytes(pendingCount) else {
            return nil
        }
        withUnsafeMutableBytes(of: &h) { $0.copyBytes(from: words.withUnsafeBytes { Array($0) }) }
        withUnsafeMutableBytes(of: &u) { $0.copyBytes(from: pending) }
        Nl = .init(byteCount << 3)
        Nh = 0
        num = UInt32(pendingCount)
    }
}
