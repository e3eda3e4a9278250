import BlobStorage
import Cryptography
import NIOCore

extension UploadService {
    /// Bytes gathered before they are hashed and written in one go.
    private static let batchBytes = 512 << 10

    /// Gives the space of bytes that were never acknowledged back: on a full disk the next client needs it.
    private func giveBack(_ session: UploadSession, keeping offset: Int64) async {
        guard let appender = try? await storage.appender(to: session.partial, at: offset) else { return }
        await appender.close()
    }

    /// Reads a body to its end into a session, and returns what went wrong, if anything.
    ///
    /// Afterwards the session tells of what has been written; with `synchronize` that is durable.
    func receive<Chunks: AsyncSequence>(
        _ chunks: Chunks, into session: inout UploadSession, length: Int64?, synchronize: Bool
    ) async -> (any Error)? where Chunks.Element == ByteBuffer {
        let before = session.received
        var failure: (any Error)?
        var breakage: (any Error)?
        do {
            var iterator = chunks.makeAsyncIterator()
            guard var batch = await Self.nextBatch(&iterator, &breakage) else {
                return breakage ?? ((length ?? 0) > 0 ? UploadError.truncated(received: before) : nil)
            }
            let appender = try await storage.appender(to: session.partial, at: before)
            do {
                while true {
                    try checkSize(session, adding: batch, before: before, length: length)
                    session = try await written(batch, to: appender, session: session)
                    guard let next = await Self.nextBatch(&iterator, &breakage) else { break }
                    batch = next
                }
            } catch { failure = error }
            if synchronize, !(failure is StorageError) { session.partial = try await appender.synchronize() }
            await appender.close()
        } catch { failure = failure ?? error }
        failure = failure ?? breakage
        if let error = failure as? StorageError, error.kind == .full { await giveBack(session, keeping: before) }
        if failure == nil, let length, session.received - before != length {
            return UploadError.truncated(received: session.received)
        }
        return failure
    }

    private func checkSize(
        _ session: UploadSession, adding batch: [ByteBuffer], before: Int64, length: Int64?
    ) throws {
        let after = session.received + Int64(batch.reduce(0) { $0 + $1.readableBytes })
        if after > maximumBlobSize { throw UploadError.tooLarge }
        if let length, after - before > length { throw UploadError.tooLarge }
    }

    /// Hashes and writes a batch at the same time.
    private func written(
        _ batch: [ByteBuffer], to appender: any ObjectAppender, session: UploadSession
    ) async throws -> UploadSession {
        var session = session
        let hashing = hashing
        let before = session.hash
        async let hash = hashing.update(before, with: batch)
        try await appender.append(batch)
        session.hash = try await hash
        session.received += Int64(batch.reduce(0) { $0 + $1.readableBytes })
        return session
    }

    /// Gathers buffers until there is enough for one write; nil at the end of the body, or where it breaks off.
    private static func nextBatch<Iterator: AsyncIteratorProtocol>(
        _ iterator: inout Iterator, _ breakage: inout (any Error)?
    ) async -> [ByteBuffer]? where Iterator.Element == ByteBuffer {
        var batch: [ByteBuffer] = []
        var bytes = 0
        do {
            while breakage == nil, bytes < batchBytes, let buffer = try await iterator.next() {
                guard buffer.readableBytes > 0 else { continue }
                batch.append(buffer)
                bytes += buffer.readableBytes
            }
        } catch { breakage = error }
        return batch.isEmpty ? nil : batch
    }
}
