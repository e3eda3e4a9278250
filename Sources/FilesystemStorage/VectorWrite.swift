import BlobStorage
import Glibc
import NIOCore

extension OpenFile {
    /// The most vectors that one call takes (`UIO_MAXIOV`).
    private static let maximumVectors = 1024

    /// Writes the readable bytes of the buffers at `offset`, straight from their memory; returns how many bytes that were.
    func write(_ buffers: [ByteBuffer], at offset: Int64) throws(StorageError) -> Int64 {
        var gathered = GatheredBytes(buffers)
        defer { gathered.release() }
        var written: Int64 = 0
        while !gathered.vectors.isEmpty {
            let count = try gathered.vectors.withUnsafeBufferPointer { vectors throws(StorageError) in
                try systemCall("write \(label)") {
                    pwritev(
                        descriptor, vectors.baseAddress, CInt(min(vectors.count, Self.maximumVectors)),
                        off_t(offset + written))
                }
            }
            gathered.drop(count)
            written += Int64(count)
        }
        return written
    }
}

/// The memory of some buffers as the vectors of a gathering write, kept alive until `release()`.
private struct GatheredBytes {
    /// What is still to be written; no vector is empty.
    private(set) var vectors: ArraySlice<iovec>
    private let owners: [Unmanaged<AnyObject>]

    init(_ buffers: [ByteBuffer]) {
        var vectors: ArraySlice<iovec> = []
        var owners: [Unmanaged<AnyObject>] = []
        for buffer in buffers {
            buffer.withUnsafeReadableBytesWithStorageManagement { bytes, owner in
                guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
                vectors.append(iovec(iov_base: UnsafeMutableRawPointer(mutating: start), iov_len: bytes.count))
                owners.append(owner.retain())
            }
        }
        self.vectors = vectors
        self.owners = owners
    }

    func release() {
        for owner in owners { owner.release() }
    }

    /// Forgets the first `count` bytes, which have been written.
    mutating func drop(_ count: Int) {
        var rest = count
        while let first = vectors.first, rest >= first.iov_len {
            rest -= first.iov_len
            vectors.removeFirst()
        }
        guard rest > 0, let first = vectors.first else { return }
        vectors[vectors.startIndex] = iovec(iov_base: first.iov_base + rest, iov_len: first.iov_len - rest)
    }
}
