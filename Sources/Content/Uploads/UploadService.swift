package import BlobStorage
import Cryptography
package import NIOCore
package import OCI
package import SQL
package import Time

/// Takes blobs in: sessions, chunks and the commit (OCI Distribution Specification, "Pushing blobs").
///
/// What is acknowledged is durable: chunks are synchronised before their offset is recorded, and a blob's row is
/// committed only after its object has its final name.
package struct UploadService: Sendable {
    static let leaseSeconds: Int64 = 3600
    let database: any Database
    let storage: any BlobStorage
    let hashing: HashingThreads
    let clock: WallClock
    let leases = UploadLeases()
    /// This process in the database's leases.
    let node: String
    /// Largest blob in bytes.
    let maximumBlobSize: Int64

    /// Makes the service; throws if the system gives no random numbers.
    package init(
        database: any Database, storage: any BlobStorage, hashing: HashingThreads, clock: WallClock,
        maximumBlobSize: Int64
    ) throws {
        self.database = database
        self.storage = storage
        self.hashing = hashing
        self.clock = clock
        self.maximumBlobSize = maximumBlobSize
        node = try SecureRandom.hex(byteCount: 8)
    }

    /// Opens a session.
    package func start(repositoryID: Int64) async throws -> UploadSession {
        let session = UploadSession(
            id: try SecureRandom.hex(byteCount: 16), repositoryID: repositoryID,
            partial: try await storage.beginObject())
        let now = clock.now
        do {
            try await database.write { try UploadStore.insert(session, now: now, on: $0) }
        } catch let error as DatabaseError where error.kind == .foreignKeyViolation {
            throw UploadError.repositoryGone
        }
        return session
    }

    /// How far a session has come; throws `UploadError.unknown`.
    package func progress(_ id: String, repositoryID: Int64) async throws -> UploadSession {
        let found = try await database.read { try UploadStore.find(id, repositoryID: repositoryID, on: $0) }
        guard let found else { throw UploadError.unknown }
        return found
    }

    /// Throws a session away; throws `UploadError.unknown`, `.busy`.
    package func cancel(_ id: String, repositoryID: Int64) async throws {
        let session = try await take(id, repositoryID: repositoryID)
        defer { leases.give(id) }
        do {
            try await database.write { _ = try UploadStore.delete(session.id, on: $0) }
        } catch {
            await release(id)
            throw error
        }
        try await storage.cancelObject(session.partial)
    }

    /// Appends a chunk and returns the session as it is then.
    ///
    /// `start` is the offset that the client says the chunk has, `length` how long it says the chunk is; nil: not told.
    /// Throws `UploadError`, `StorageError`, `DatabaseError`.
    package func append<Chunks: AsyncSequence>(
        _ chunks: Chunks, to id: String, repositoryID: Int64, start: Int64?, length: Int64?
    ) async throws -> UploadSession where Chunks.Element == ByteBuffer {
        var session = try await take(id, repositoryID: repositoryID)
        defer { leases.give(id) }
        do {
            if let start, start != session.received { throw UploadError.outOfOrder(received: session.received) }
            let failure = await receive(chunks, into: &session, length: length, synchronize: true)
            // What arrived before a client went away is kept: it may come back and go on.
            if failure == nil || session.received > 0, !(failure is StorageError) {
                let (saved, now) = (session, clock.now)
                let isKept = try await database.write { try UploadStore.update(saved, now: now, on: $0) }
                if !isKept { throw UploadError.unknown }
            }
            if let failure { throw failure }
            return session
        } catch {
            await release(id)
            throw error
        }
    }

    /// Appends what the closing request carries, checks the digest and commits the blob.
    ///
    /// Throws as `append` does, and `UploadError.digestMismatch`, which ends the session.
    package func finish<Chunks: AsyncSequence>(
        _ chunks: Chunks, of id: String, repositoryID: Int64, start: Int64?, length: Int64?, digest: Digest
    ) async throws where Chunks.Element == ByteBuffer {
        var session = try await take(id, repositoryID: repositoryID)
        defer { leases.give(id) }
        do {
            if let start, start != session.received { throw UploadError.outOfOrder(received: session.received) }
            if let failure = await receive(chunks, into: &session, length: length, synchronize: false) {
                throw failure
            }
            try await commit(session, digest: digest)
        } catch {
            await release(id)
            throw error
        }
    }

    /// Takes a whole blob in one request, by a session that nobody else knows.
    package func push<Chunks: AsyncSequence>(
        _ chunks: Chunks, repositoryID: Int64, length: Int64?, digest: Digest
    ) async throws where Chunks.Element == ByteBuffer {
        var session = try await start(repositoryID: repositoryID)
        if let failure = await receive(chunks, into: &session, length: length, synchronize: false) {
            try? await discard(session)
            throw failure
        }
        try await commit(session, digest: digest)
    }

    /// Takes a session for this request, in this process and, where others share the database, there too.
    private func take(_ id: String, repositoryID: Int64) async throws -> UploadSession {
        guard leases.take(id) else {
            throw UploadError.busy(received: try await progress(id, repositoryID: repositoryID).received)
        }
        do {
            guard database.dialect == .postgresql else { return try await progress(id, repositoryID: repositoryID) }
            let (node, now) = (node, clock.now)
            let leased = try await database.write { connection in
                try UploadStore.lease(
                    id, repositoryID: repositoryID, owner: node, now: now,
                    until: now.advanced(bySeconds: Self.leaseSeconds), on: connection)
            }
            if let leased { return leased }
            throw UploadError.busy(received: try await progress(id, repositoryID: repositoryID).received)
        } catch {
            leases.give(id)
            throw error
        }
    }

    /// Gives a session back to other nodes after a failure; should that fail too, the lease runs out by itself.
    private func release(_ id: String) async {
        guard database.dialect == .postgresql else { return }
        let node = node
        try? await database.write { try UploadStore.release(id, owner: node, on: $0) }
    }
}
