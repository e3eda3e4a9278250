package import BlobStorage
import Glibc
package import OCI

/// Keeps blobs as files below one directory.
///
/// A partial object is a file in `uploads/`; finishing makes it durable, renames it into `blobs/` and makes the name durable, so that
/// at every moment, whatever crashes, an object is either whole under its final name or still a partial object.
///
/// All file work is done by threads of its own. A small upload costs two pieces of work: open and write; then `fdatasync`, rename,
/// `fsync` of the directory (shared by those who need it at the same time) and close.
package struct FilesystemStorage: BlobStorage {
    /// How many partial files stay open while no request uses them.
    private static let idlePartialFiles = 128

    let tree: StorageTree
    let pool: FilePool
    private let partials: PartialFiles

    /// Opens the storage below a directory, which is made if it isn't there, with everything in it open to this user alone.
    ///
    /// Blocks for a moment, so call it at the start. Several storages over one directory don't disturb each other as long as
    /// only one of them works on a partial object at a time.
    ///
    /// - Parameters:
    ///   - root: An absolute path, or one relative to the working directory of this moment.
    ///   - threads: How many files are worked on at the same time, at least one.
    ///   - observer: Told of each operation's name (`append`, `synchronize`, `finish`, `open`, `read`, `delete`, `list`, and less
    ///     frequent ones) and of how many seconds its caller waited.
    /// - Throws: `StorageError` if the directories can't be made or lie in several file systems.
    package init(
        root: String, threads: Int = 16, observer: (@Sendable (_ operation: String, _ seconds: Double) -> Void)? = nil
    ) throws(StorageError) {
        tree = try StorageTree(path: root)
        pool = FilePool(threads: threads, observer: observer)
        partials = PartialFiles(uploads: tree.uploads, idleLimit: Self.idlePartialFiles)
    }

    /// Waits for running work and refuses all later work as `unavailable`; readers already open can still be closed.
    ///
    /// Dropping the last copy of a storage stops its threads too, without waiting.
    package func close() async {
        await pool.close()
    }
}

// MARK: Partial objects

extension FilesystemStorage {
    /// Chooses a name; makes no file, and does not leave the task's thread.
    package func beginObject() async throws -> PartialObject {
        PartialName().partial
    }

    /// Opens the file to append at `offset`; at 0 there is nothing to do before the first append.
    package func appender(to partial: PartialObject, at offset: Int64) async throws -> any ObjectAppender {
        let name = try PartialName(partial)
        let (file, claim) = partials.claim(name, startingEmpty: offset == 0)
        let appender = FileAppender(file: file, claim: claim, files: partials, uploads: tree.uploads, pool: pool)
        if offset != 0 {
            try await pool.run("resume") { () throws(StorageError) in
                try file.position(at: offset, claim: claim)
            }
        }
        return appender
    }

    /// Makes the file durable, moves it to its final name and makes that durable.
    package func finishObject(_ partial: PartialObject, digest: Digest, size: Int64) async throws -> ObjectKey {
        let name = try PartialName(partial)
        let key = ObjectKey(of: digest, distinguisher: name.distinguisher)
        guard let place = ObjectPlace(key) else { throw StorageError(.corrupted, "no place for \(key)") }
        let (file, claim) = partials.claim(name, startingEmpty: false)
        return try await pool.start("finish") { [tree, partials] completion in
            do throws(StorageError) {
                let directory = try tree.directoryToFill(of: place.folder)
                try file.finish(as: place.name, in: directory, size: size, claim: claim)
                partials.forget(file, claim)
                directory.synchronize { error in
                    completion(error.map { .failure($0) } ?? .success(key))
                }
            } catch {
                partials.release(file, claim)?.closeDescriptor()
                completion(.failure(error))
            }
        }
    }

    /// Removes the file.
    package func cancelObject(_ partial: PartialObject) async throws {
        let (file, claim) = partials.claim(try PartialName(partial), startingEmpty: false)
        try await pool.run("cancel") { [partials] () throws(StorageError) in
            defer { partials.forget(file, claim) }
            try file.cancel()
        }
    }
}

// MARK: Finished objects

extension FilesystemStorage {
    /// Opens the file, which the reader keeps even if it is deleted meanwhile.
    package func openObject(_ key: ObjectKey) async throws -> any ObjectReader {
        guard let place = ObjectPlace(key) else { throw StorageError(.missing, "no object can have the key \(key)") }
        return try await pool.run("open") { [tree, pool] () throws(StorageError) in
            let file = try tree.directory(of: place.folder).openFile(place.name, O_RDONLY)
            let status = try file.status()
            guard status.isRegular else { throw StorageError(.corrupted, "\(key) is no file") }
            return FileReader(file, size: status.size, path: tree.path(of: place), pool: pool)
        }
    }

    /// Always nil: files can't be fetched from elsewhere.
    package func presignedLocation(of key: ObjectKey, expiresIn lifetime: Duration) async throws -> String? {
        nil
    }

    /// Removes the files, one after the other on one thread.
    package func deleteObjects(_ keys: [ObjectKey]) async throws -> [DeletionFailure] {
        try await pool.run("delete") { [tree] () throws(StorageError) in
            keys.compactMap { key in
                // What this driver can't have made isn't there.
                guard let place = ObjectPlace(key) else { return nil }
                do throws(StorageError) {
                    try tree.directory(of: place.folder).remove(place.name)
                    return nil
                } catch {
                    return error.kind == .missing ? nil : DeletionFailure(key: key, error: error)
                }
            }
        }
    }
}
