package import BlobStorage
import Glibc
import NIOCore
import OCI

extension FilesystemStorage {
    /// Lists the folders one after the other, until the page is full; strangers' files are left out.
    package func listObjects(after key: ObjectKey?, limit: Int) async throws -> [ObjectInformation] {
        try await pool.run("list") { [tree] () throws(StorageError) in
            var objects: [ObjectInformation] = []
            for folder in ObjectPlace.Folder.all {
                guard objects.count < limit else { break }
                guard let first = folder.firstName(after: key) else { continue }
                guard let directory = try tree.directoryForVisit(of: folder) else { continue }
                let files = try directory.files(after: first, limit: limit - objects.count, where: folder.holds)
                objects += files.compactMap { file in
                    folder.key(of: file.name).map {
                        ObjectInformation(key: $0, size: file.status.size, modified: file.status.modified)
                    }
                }
            }
            return objects
        }
    }

    /// Lists `uploads/`; strangers' files are left out.
    package func listPartialObjects(
        after partial: PartialObject?, limit: Int
    ) async throws -> [PartialObjectInformation] {
        try await pool.run("list") { [tree] () throws(StorageError) in
            try tree.uploads
                .files(after: partial?.encoded ?? "", limit: limit) { PartialName(file: $0) != nil }
                .map { file in
                    PartialObjectInformation(
                        partial: PartialObject(encoded: file.name), size: file.status.size,
                        modified: file.status.modified)
                }
        }
    }

    /// Writes a byte to a new file, durably, and removes it.
    ///
    /// The file is named like a partial object, so that a crash in between leaves nothing that a collector doesn't find.
    package func health() async throws {
        try await pool.run("health") { [tree] () throws(StorageError) in
            let name = PartialName().text
            let file = try tree.uploads.openFile(name, O_WRONLY | O_CREAT | O_EXCL)
            defer { try? tree.uploads.remove(name) }
            _ = try file.write([ByteBuffer(bytes: [0])], at: 0)
            try file.synchronizeContent()
        }
    }

    /// The size of the file system, and what a user without privileges may still write there.
    package func capacity() async throws -> StorageCapacity? {
        try await pool.run("capacity") { [tree] () throws(StorageError) in
            try tree.uploads.capacity()
        }
    }
}

extension ObjectPlace.Folder {
    /// Behind which name a listing that goes on after a key begins in this folder; nil if the whole folder comes before the key.
    fileprivate func firstName(after key: ObjectKey?) -> String? {
        let path = "blobs/\(algorithm.rawValue)/\(name)/"
        guard let key = key?.description, key >= path else { return "" }
        return key.hasPrefix(path) ? String(key.dropFirst(path.utf8.count)) : nil
    }
}
