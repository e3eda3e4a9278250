import CZlib

/// Unpacks gzip streams (RFC 1952) with zlib, handing on piece by piece.
struct Inflater {
    private static let pieceBytes = 64 << 10
    /// zlib's word for a window of 32 KiB in a stream with gzip's header and checksum.
    private static let gzipWindow: CInt = 15 + 16
    let bytes: [UInt8]
    /// The most bytes that the stream may unpack to.
    let limit: Int

    /// Unpacks everything, or until `take` answers false; throws `ArchiveError`.
    func run(_ take: (ArraySlice<UInt8>) throws(ArchiveError) -> Bool) throws(ArchiveError) {
        var stream = z_stream()
        let size = CInt(MemoryLayout<z_stream>.size)
        guard inflateInit2_(&stream, Self.gzipWindow, ZLIB_VERSION, size) == Z_OK else {
            throw .malformedCompression
        }
        defer { inflateEnd(&stream) }
        var (consumed, total, isAtEnd) = (0, 0, false)
        while !isAtEnd {
            let piece = try nextPiece(&stream, &consumed, &isAtEnd)
            total += piece.count
            guard total <= limit else { throw .tooLarge }
            guard try take(piece[...]) else { return }
            // gzip streams may follow one another (RFC 1952 section 2.2).
            if isAtEnd, consumed < bytes.count, bytes[consumed] == 0x1F {
                guard inflateReset(&stream) == Z_OK else { throw .malformedCompression }
                isAtEnd = false
            }
        }
    }

    /// Unpacks at most 64 KiB more.
    private func nextPiece(
        _ stream: inout z_stream, _ consumed: inout Int, _ isAtEnd: inout Bool
    ) throws(ArchiveError) -> [UInt8] {
        var result = Z_OK
        let start = consumed
        var rest: uInt = 0
        let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceBytes) { buffer, count in
            bytes.withUnsafeBufferPointer { input in
                // zlib's interface isn't const, but it doesn't write to its input.
                stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress?.advanced(by: start))
                stream.avail_in = uInt(clamping: input.count - start)
                stream.next_out = buffer.baseAddress
                stream.avail_out = uInt(buffer.count)
                result = inflate(&stream, Z_NO_FLUSH)
            }
            rest = stream.avail_in
            count = buffer.count - Int(stream.avail_out)
        }
        consumed = bytes.count - Int(rest)
        isAtEnd = result == Z_STREAM_END
        // No progress means that the stream breaks off.
        guard isAtEnd || (result == Z_OK && (consumed > start || !piece.isEmpty)) else { throw .malformedCompression }
        return piece
    }
}
