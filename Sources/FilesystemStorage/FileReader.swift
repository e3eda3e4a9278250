import BlobStorage
import Glibc
import NIOCore
import Synchronization

/// Reads a finished object's file, which stays whole for it even if it is deleted meanwhile.
final class FileReader: ObjectReader {
    let size: Int64
    let file: FileLocation?
    private let open: Mutex<OpenFile?>
    private let pool: FilePool

    /// Reads a file that is open.
    init(_ open: OpenFile, size: Int64, path: String, pool: FilePool) {
        self.size = size
        self.open = Mutex(open)
        self.pool = pool
        file = FileLocation(path: path, descriptor: open.descriptor)
    }

    func read(at offset: Int64, count: Int) async throws -> ByteBuffer {
        guard let open = open.withLock({ $0 }) else { throw StorageError(.unavailable, "read from a closed reader") }
        guard offset >= 0, offset < size, count > 0 else { return ByteBuffer() }
        let count = Int(min(Int64(count), size - offset))
        return try await pool.run("read") { () throws(StorageError) in
            try open.read(at: offset, count: count)
        }
    }

    func close() async {
        let last = open.withLock { open in
            defer { open = nil }
            return open
        }
        // Closing a deleted file frees its blocks, which may take a while.
        pool.later { withExtendedLifetime(last) {} }
    }
}

extension OpenFile {
    /// Reads exactly `count` bytes. Throws `corrupted` if the file ends before.
    fileprivate func read(at offset: Int64, count: Int) throws(StorageError) -> ByteBuffer {
        var buffer = ByteBufferAllocator().buffer(capacity: count)
        while buffer.readableBytes < count {
            let position = off_t(offset) + off_t(buffer.readableBytes)
            let rest = count - buffer.readableBytes
            let got = try buffer.writeMemory(count: rest) { memory throws(StorageError) in
                try systemCall("read \(label)") { pread(descriptor, memory.baseAddress, rest, position) }
            }
            guard got > 0 else { throw StorageError(.corrupted, "\(label) ends at byte \(position)") }
        }
        return buffer
    }
}

extension ByteBuffer {
    /// Lets `body` write up to `count` bytes at the end, and returns how many it says it wrote.
    fileprivate mutating func writeMemory(
        count: Int, _ body: (UnsafeMutableRawBufferPointer) throws(StorageError) -> Int
    ) throws(StorageError) -> Int {
        var outcome: Result<Int, StorageError> = .success(0)
        _ = writeWithUnsafeMutableBytes(minimumWritableBytes: count) { memory in
            outcome = Result { () throws(StorageError) in try body(memory) }
            return (try? outcome.get()) ?? 0
        }
        return try outcome.get()
    }
}
