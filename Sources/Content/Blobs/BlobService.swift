package import BlobStorage
import NIOCore
package import OCI
package import SQL
package import Time

/// Finds, opens, mounts and unlinks the blobs of repositories.
package struct BlobService: Sendable {
    /// Why a blob could not be unlinked.
    package enum Failure: Error {
        case unknown
        /// An artifact of the repository is made of it.
        case inUse
    }

    /// Seconds after which a HEAD renews the grace period of a blob that no artifact uses yet.
    private static let renewalInterval: Int64 = 3600
    private let database: any Database
    package let storage: any BlobStorage
    private let clock: WallClock

    package init(database: any Database, storage: any BlobStorage, clock: WallClock) {
        self.database = database
        self.storage = storage
        self.clock = clock
    }

    /// Finds a blob of a repository; nil if the repository has none of this digest.
    package func find(_ digest: Digest, repositoryID: Int64) async throws -> StoredBlob? {
        try await database.read { try BlobStore.find(digest, repositoryID: repositoryID, on: $0) }
    }

    /// Opens a blob's object. A push may have replaced it since the blob was found: then the new one is opened.
    ///
    /// Throws `StorageError`, of kind `missing` if the blob's object is lost.
    package func open(_ blob: StoredBlob, repositoryID: Int64) async throws -> any ObjectReader {
        var blob = blob
        while true {
            do {
                return try await storage.openObject(blob.key)
            } catch let error as StorageError where error.kind == .missing {
                let current = try await find(blob.digest, repositoryID: repositoryID)
                guard let current, current.key != blob.key else { throw error }
                blob = current
            }
        }
    }

    /// All bytes of a blob, which the caller knows to be small; throws `StorageError`.
    package func read(_ blob: StoredBlob, repositoryID: Int64) async throws -> [UInt8] {
        let reader = try await open(blob, repositoryID: repositoryID)
        do {
            let content = try await reader.read(at: 0, count: Int(reader.size))
            await reader.close()
            return Array(content.readableBytesView)
        } catch {
            await reader.close()
            throw error
        }
    }

    /// Finds a blob for a client that may decide not to upload it: the answer holds for the whole grace period.
    package func findAndRenew(_ digest: Digest, repositoryID: Int64) async throws -> StoredBlob? {
        guard let blob = try await find(digest, repositoryID: repositoryID) else { return nil }
        let now = clock.now
        guard blob.renewedAt < now.advanced(bySeconds: -Self.renewalInterval) else { return blob }
        let isKept = try await database.write { connection in
            try BlobStore.renew(blobID: blob.id, repositoryID: repositoryID, now: now, on: connection)
        }
        return isKept ? blob : nil
    }

    /// The repositories that link to a blob.
    package func repositories(linking digest: Digest) async throws -> [Int64] {
        try await database.read { try BlobStore.repositories(linking: digest, on: $0).map(\.repositoryID) }
    }

    /// Links `target` to a blob of `source` without copying; false if `source` doesn't have it any more.
    package func mount(_ digest: Digest, from source: Int64, to target: Int64) async throws -> Bool {
        let now = clock.now
        return try await database.write { connection in
            guard let blob = try BlobStore.find(digest, repositoryID: source, on: connection),
                try !BlobStore.lockForUse(blobID: blob.id, on: connection)
            else { return false }
            try BlobStore.link(blobID: blob.id, repositoryID: target, now: now, on: connection)
            return true
        }
    }

    /// Removes a repository's link to a blob; throws `Failure`. The bytes go when nothing links to them any more.
    package func unlink(_ digest: Digest, repositoryID: Int64) async throws {
        try await database.write { connection in
            guard let blob = try BlobStore.find(digest, repositoryID: repositoryID, on: connection) else {
                throw Failure.unknown
            }
            // A manifest push locks the blob the same way before it looks for the link.
            _ = try connection.query(
                "SELECT id FROM blob WHERE id = \(blob.id)\(fragment: connection.dialect.forUpdate)")
            let users = try connection.query(
                """
                SELECT 1 AS found FROM artifact_blob u JOIN artifact a ON a.id = u.artifact_id
                WHERE u.blob_id = \(blob.id) AND a.repository_id = \(repositoryID) LIMIT 1
                """)
            guard users.isEmpty else { throw Failure.inUse }
            try connection.execute(
                "DELETE FROM repository_blob WHERE repository_id = \(repositoryID) AND blob_id = \(blob.id)")
        }
    }
}
