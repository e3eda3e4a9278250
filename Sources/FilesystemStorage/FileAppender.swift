import BlobStorage
import NIOCore

/// Appends to a partial object's file.
///
/// A class, so that one that is dropped without being closed gives its file back too.
final class FileAppender: ObjectAppender {
    private let file: PartialFile
    private let claim: Claims.Claim
    private let files: PartialFiles
    private let uploads: Directory
    private let pool: FilePool

    /// Appends as long as the claim is the file's newest.
    init(file: PartialFile, claim: Claims.Claim, files: PartialFiles, uploads: Directory, pool: FilePool) {
        self.file = file
        self.claim = claim
        self.files = files
        self.uploads = uploads
        self.pool = pool
    }

    deinit {
        release()
    }

    func append(_ buffers: [ByteBuffer]) async throws {
        try await pool.run("append") { [file, claim] () throws(StorageError) in
            try file.append(buffers, claim: claim)
        }
    }

    func synchronize() async throws -> PartialObject {
        try await pool.start("synchronize") { [file, claim, uploads] completion in
            do throws(StorageError) {
                guard try file.synchronize(claim: claim) else { return completion(.success(file.name.partial)) }
                uploads.synchronize { error in
                    if let error { return completion(.failure(error)) }
                    file.noteDurableName(claim: claim)
                    completion(.success(file.name.partial))
                }
            } catch {
                completion(.failure(error))
            }
        }
    }

    func close() async {
        // Whoever began at offset 0 and appended nothing has still emptied the object.
        if file.claims.isNewest(claim), file.claims.startsEmpty {
            try? await pool.run("empty") { [file, claim] () throws(StorageError) in
                try file.emptyIfThere(claim: claim)
            }
        }
        release()
    }

    private func release() {
        guard let surplus = files.release(file, claim) else { return }
        pool.later { surplus.closeDescriptor() }
    }
}
