package import BlobStorage
package import Cryptography
import SQL

/// A blob on its way in: what has arrived so far and the hash of it.
package struct UploadSession: Sendable {
    /// 32 random hexadecimal digits: who knows them may go on with the upload, if its rights allow it.
    package let id: String
    package let repositoryID: Int64
    package var partial: PartialObject
    /// Bytes that have arrived and are durable.
    package var received: Int64
    /// The SHA-256 of those bytes so far.
    package var hash: ContentHash

    init(id: String, repositoryID: Int64, partial: PartialObject) {
        self.id = id
        self.repositoryID = repositoryID
        self.partial = partial
        received = 0
        hash = ContentHash(.sha256)
    }

    init(row: Row) throws {
        id = try row.text("id")
        repositoryID = try row.int64("repository_id")
        partial = PartialObject(encoded: try row.text("partial_object"))
        received = try row.int64("received")
        hash = try ContentHash(state: row.bytes("hash_state"))
    }

    /// Reads an identifier from a path; nil if it can't be one.
    package static func isIdentifier(_ text: some StringProtocol) -> Bool {
        text.utf8.count == 32
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
