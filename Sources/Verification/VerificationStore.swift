import BlobStorage
import SQL

/// The SQL of the verification; its functions run inside a unit of work and throw `DatabaseError`.
enum VerificationStore {
    struct Artifact: Sendable {
        let id: Int64
        let repositoryID: Int64
        let repository: String
        let digest: String
        let mediaType: String
        let content: [UInt8]?
        let allowsSparseIndex: Bool
    }

    struct Blob: Sendable {
        let id: Int64
        let digest: String
        let size: Int64
        let key: String
    }

    static func artifacts(after id: Int64, limit: Int, on connection: any SQLConnection) throws -> [Artifact] {
        try connection.query(
            """
            SELECT a.id, a.repository_id, a.digest, a.media_type, r.name, p.allows_sparse_index, m.content
            FROM artifact a JOIN repository r ON r.id = a.repository_id JOIN project p ON p.id = r.project_id
            LEFT JOIN manifest m ON m.artifact_id = a.id WHERE a.id > \(id) ORDER BY a.id LIMIT \(limit)
            """
        ).map { row in
            Artifact(
                id: try row.int64("id"), repositoryID: try row.int64("repository_id"),
                repository: try row.text("name"), digest: try row.text("digest"),
                mediaType: try row.text("media_type"), content: try row.optionalBytes("content"),
                allowsSparseIndex: try row.bool("allows_sparse_index"))
        }
    }

    /// The sizes of those blobs of an artifact that its repository has, by digest.
    static func blobSizes(of artifact: Artifact, on connection: any SQLConnection) throws -> [String: Int64] {
        let rows = try connection.query(
            """
            SELECT b.digest, b.size FROM artifact_blob u JOIN blob b ON b.id = u.blob_id
            JOIN repository_blob l ON l.blob_id = b.id AND l.repository_id = \(artifact.repositoryID)
            WHERE u.artifact_id = \(artifact.id) AND NOT b.deleting
            """)
        return Dictionary(try rows.map { (try $0.text("digest"), try $0.int64("size")) }) { first, _ in first }
    }

    static func children(of artifact: Artifact, on connection: any SQLConnection) throws -> Set<String> {
        Set(
            try connection.query(
                """
                SELECT a.digest FROM artifact_child c JOIN artifact a ON a.id = c.child_id
                WHERE c.parent_id = \(artifact.id)
                """
            ).map { try $0.text("digest") })
    }

    static func exists(artifact id: Int64, on connection: any SQLConnection) throws -> Bool {
        try !connection.query("SELECT id FROM artifact WHERE id = \(id)").isEmpty
    }

    /// Artifacts in the trash after an entry, in the order of their entries.
    static func trashedArtifacts(after id: Int64, limit: Int, on connection: any SQLConnection) throws -> [Artifact] {
        try connection.query(
            """
            SELECT t.id, t.repository_id, t.digest, x.media_type, t.repository_name, x.content
            FROM trash t LEFT JOIN trashed_artifact x ON x.trash_id = t.id
            WHERE t.id > \(id) AND t.kind = 'artifact' ORDER BY t.id LIMIT \(limit)
            """
        ).map { row in
            Artifact(
                id: try row.int64("id"), repositoryID: try row.int64("repository_id"),
                repository: try row.text("repository_name"), digest: try row.text("digest"),
                mediaType: try row.optionalText("media_type") ?? "", content: try row.optionalBytes("content"),
                allowsSparseIndex: true)
        }
    }

    /// The digests of the blobs that the trash keeps for one of its entries.
    static func blobs(ofTrashed id: Int64, on connection: any SQLConnection) throws -> Set<String> {
        Set(
            try connection.query(
                """
                SELECT b.digest FROM trashed_blob d JOIN blob b ON b.id = d.blob_id
                WHERE d.trash_id = \(id) AND NOT b.deleting
                """
            ).map { try $0.text("digest") })
    }

    static func exists(trashed id: Int64, on connection: any SQLConnection) throws -> Bool {
        try !connection.query("SELECT id FROM trash WHERE id = \(id)").isEmpty
    }

    static func blobs(after id: Int64, limit: Int, on connection: any SQLConnection) throws -> [Blob] {
        try connection.query(
            """
            SELECT id, digest, size, object_key FROM blob WHERE id > \(id) AND NOT deleting ORDER BY id LIMIT \(limit)
            """
        ).map {
            Blob(
                id: try $0.int64("id"), digest: try $0.text("digest"), size: try $0.int64("size"),
                key: try $0.text("object_key"))
        }
    }

    /// The names of the first repositories that link to a blob.
    static func repositories(of blob: Blob, on connection: any SQLConnection) throws -> String {
        try connection.query(
            """
            SELECT r.name FROM repository_blob l JOIN repository r ON r.id = l.repository_id
            WHERE l.blob_id = \(blob.id) ORDER BY r.name LIMIT 5
            """
        ).map { try $0.text("name") }.joined(separator: " ")
    }

    /// Whether a blob is still where it was: a collection may have been faster than the verification.
    static func isCurrent(_ blob: Blob, on connection: any SQLConnection) throws -> Bool {
        try !connection.query(
            "SELECT id FROM blob WHERE id = \(blob.id) AND object_key = \(blob.key) AND NOT deleting"
        ).isEmpty
    }
}
