package import Cryptography
package import NIOCore
package import NIOPosix

/// Hashes on threads of its own, so that neither the event loops nor the file threads wait for it.
package struct HashingThreads: Sendable {
    /// Less than this is hashed where it is: going to another thread would cost more.
    private static let inlineBytes = 32 << 10
    private let threads: NIOThreadPool

    package init(threads: NIOThreadPool) { self.threads = threads }

    /// The hash after some more bytes.
    package func update(_ hash: ContentHash, with buffers: [ByteBuffer]) async throws -> ContentHash {
        if buffers.reduce(0, { $0 + $1.readableBytes }) <= Self.inlineBytes {
            return Self.updated(hash, buffers)
        }
        return try await threads.runIfActive { Self.updated(hash, buffers) }
    }

    /// Runs other work that only computes, such as reading a large manifest.
    package func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await threads.runIfActive(work)
    }

    private static func updated(_ hash: ContentHash, _ buffers: [ByteBuffer]) -> ContentHash {
        var hash = hash
        for buffer in buffers { buffer.withUnsafeReadableBytes { hash.update($0) } }
        return hash
    }
}
