import BlobStorage
package import Cryptography
import NIOCore
package import OCI
import SQL
import Time

extension UploadService {
    /// Checks a session's digest, gives its object the final name and commits the blob.
    ///
    /// Order: bytes durable → name durable → row durable → answer. A crash in between leaves an object without a row,
    /// which the collector removes once the session has gone too: the two end in one transaction, so that an object
    /// which is about to be committed always belongs to the one or the other, whatever the clocks say.
    func commit(_ session: UploadSession, digest: Digest) async throws {
        let sha256 = try Digest(algorithm: .sha256, bytes: session.hash.finalized())
        if digest.algorithm == .sha256, sha256 != digest {
            try await discard(session)
            throw UploadError.digestMismatch
        }
        let key = try await finishedObject(of: session, digest: digest)
        if digest.algorithm != .sha256, try await hash(of: key, algorithm: digest.algorithm) != digest {
            try await discard(session)
            _ = try await storage.deleteObjects([key])
            throw UploadError.digestMismatch
        }
        let now = clock.now
        if let replaced = try await commitRow(session, digest: digest, key: key, now: now) {
            // The blob is committed: what can't be deleted now is the collector's.
            _ = try? await storage.deleteObjects([replaced])
        }
    }

    private func finishedObject(of session: UploadSession, digest: Digest) async throws -> ObjectKey {
        do {
            // An empty blob has no chunk that would have made its partial object.
            if session.received == 0 { try await cutOff(session) }
            return try await storage.finishObject(session.partial, digest: digest, size: session.received)
        } catch let error as StorageError where error.kind == .sizeMismatch {
            // A chunk that failed may have left bytes behind the last acknowledged one.
            try await cutOff(session)
            return try await storage.finishObject(session.partial, digest: digest, size: session.received)
        } catch let error as StorageError where error.kind == .missing {
            try await discard(session)
            throw UploadError.unknown
        }
    }

    /// Leaves of a partial object what the session has acknowledged.
    private func cutOff(_ session: UploadSession) async throws {
        let appender = try await storage.appender(to: session.partial, at: session.received)
        _ = try await appender.synchronize()
        await appender.close()
    }

    private func commitRow(
        _ session: UploadSession, digest: Digest, key: ObjectKey, now: Timestamp
    ) async throws -> ObjectKey? {
        do {
            return try await database.write { connection in
                let replaced = try BlobStore.commit(
                    digest: digest, size: session.received, key: key, repositoryID: session.repositoryID, now: now,
                    on: connection)
                // Without its session the object may be gone, or be the blob's already.
                guard try UploadStore.delete(session.id, on: connection) else { throw UploadError.unknown }
                return try replaced.map { try ObjectKey($0) }
            }
        } catch let error as DatabaseError where error.kind == .foreignKeyViolation {
            _ = try await storage.deleteObjects([key])
            throw UploadError.repositoryGone
        }
    }

    func discard(_ session: UploadSession) async throws {
        try await database.write { _ = try UploadStore.delete(session.id, on: $0) }
        try await storage.cancelObject(session.partial)
    }

    /// Hashes a finished object with an algorithm that wasn't known while it came in.
    private func hash(of key: ObjectKey, algorithm: Digest.Algorithm) async throws -> Digest {
        let reader = try await storage.openObject(key)
        do {
            var hash = ContentHash(ContentHash.Algorithm(algorithm))
            var offset: Int64 = 0
            while offset < reader.size {
                let chunk = try await reader.read(at: offset, count: 1 << 20)
                hash = try await hashing.update(hash, with: [chunk])
                offset += Int64(chunk.readableBytes)
            }
            await reader.close()
            return try Digest(algorithm: algorithm, bytes: hash.finalized())
        } catch {
            await reader.close()
            throw error
        }
    }
}

extension ContentHash.Algorithm {
    /// The hash function of a digest.
    package init(_ algorithm: Digest.Algorithm) {
        switch algorithm {
        case .sha256: self = .sha256
        case .sha512: self = .sha512
        }
    }
}
