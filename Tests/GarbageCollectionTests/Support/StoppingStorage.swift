import BlobStorage
import NIOCore
import OCI

/// A storage whose process dies at the first deletion, or which can't delete.
struct StoppingStorage: BlobStorage {
    struct Died: Error {}

    /// When the process dies.
    enum Moment: String {
        case beforeDeletion
        case afterDeletion
        /// It never dies.
        case never

        static let crashes = [beforeDeletion, afterDeletion]
    }

    let storage: any BlobStorage
    /// Nil: it goes on and deletes nothing.
    let moment: Moment?
    /// Nothing is listed, so that a run has only the database to look at.
    var listsNothing = false
    /// Deletions wait here for each other.
    var meeting: Meeting?
    /// What happens between an object's final name and whatever its uploader does next.
    var afterFinishing: (@Sendable () async throws -> Void)?

    func deleteObjects(_ keys: [ObjectKey]) async throws -> [DeletionFailure] {
        await meeting?.wait()
        guard let moment else { return keys.map { DeletionFailure(key: $0, error: StorageError(.readOnly, "")) } }
        if moment == .never { return try await storage.deleteObjects(keys) }
        if moment == .afterDeletion { _ = try await storage.deleteObjects(keys) }
        throw Died()
    }

    func beginObject() async throws -> PartialObject { try await storage.beginObject() }

    func appender(to partial: PartialObject, at offset: Int64) async throws -> any ObjectAppender {
        try await storage.appender(to: partial, at: offset)
    }

    func finishObject(_ partial: PartialObject, digest: Digest, size: Int64) async throws -> ObjectKey {
        let key = try await storage.finishObject(partial, digest: digest, size: size)
        try await afterFinishing?()
        return key
    }

    func cancelObject(_ partial: PartialObject) async throws { try await storage.cancelObject(partial) }

    func openObject(_ key: ObjectKey) async throws -> any ObjectReader { try await storage.openObject(key) }

    func presignedLocation(of key: ObjectKey, expiresIn lifetime: Duration) async throws -> String? { nil }

    func listObjects(after key: ObjectKey?, limit: Int) async throws -> [ObjectInformation] {
        listsNothing ? [] : try await storage.listObjects(after: key, limit: limit)
    }

    func listPartialObjects(after partial: PartialObject?, limit: Int) async throws -> [PartialObjectInformation] {
        listsNothing ? [] : try await storage.listPartialObjects(after: partial, limit: limit)
    }

    func health() async throws { try await storage.health() }

    func capacity() async throws -> StorageCapacity? { try await storage.capacity() }
}
