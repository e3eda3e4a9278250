package import BlobStorage
package import OCI
package import SQL
package import Time

/// The SQL of blobs and of repositories' links to them; its functions run inside a unit of work and throw
/// `DatabaseError`.
///
/// A blob's row maps its digest to the key of the object that holds the bytes. A repository sees a blob only through
/// its link. A blob that is being collected (`deleting`) is absent for everybody. A link is pending (`is_pending`) from
/// an upload or mount until a manifest of the repository names the blob.
package enum BlobStore {
    package static let migrations = [
        Migration(identifier: "0005-content") { dialect in
            [
                """
                CREATE TABLE blob (
                    id \(fragment: dialect.identityColumn),
                    digest TEXT NOT NULL UNIQUE,
                    size BIGINT NOT NULL,
                    object_key TEXT NOT NULL UNIQUE,
                    deleting BOOLEAN NOT NULL,
                    created_at BIGINT NOT NULL)
                """,
                """
                CREATE TABLE repository_blob (
                    repository_id BIGINT NOT NULL REFERENCES repository (id) ON DELETE CASCADE,
                    blob_id BIGINT NOT NULL REFERENCES blob (id),
                    renewed_at BIGINT NOT NULL,
                    PRIMARY KEY (repository_id, blob_id))
                """,
                "CREATE INDEX repository_blob_blob ON repository_blob (blob_id)",
                "CREATE INDEX repository_blob_renewed ON repository_blob (renewed_at)",
                """
                CREATE TABLE upload (
                    id TEXT PRIMARY KEY,
                    repository_id BIGINT NOT NULL REFERENCES repository (id) ON DELETE CASCADE,
                    partial_object TEXT NOT NULL,
                    received BIGINT NOT NULL,
                    hash_state \(fragment: dialect.blobType) NOT NULL,
                    lease_owner TEXT,
                    lease_until BIGINT NOT NULL,
                    created_at BIGINT NOT NULL,
                    updated_at BIGINT NOT NULL)
                """,
                "CREATE INDEX upload_updated ON upload (updated_at)",
            ]
        },
        Migration(
            identifier: "0029-pending-blob",
            statements: [
                "ALTER TABLE repository_blob ADD COLUMN is_pending BOOLEAN NOT NULL DEFAULT FALSE",
                "CREATE INDEX repository_blob_pending ON repository_blob (repository_id, blob_id) WHERE is_pending",
            ]),
    ]

    /// Records that a blob's bytes lie under `key` and links a repository to it; returns the key of the object that
    /// this one replaces, if the blob was known already.
    ///
    /// The newest object always counts: pushing a blob again repairs one that was lost or damaged, and takes over one
    /// that is being collected, as the collector deletes only the key it marked.
    static func commit(
        digest: Digest, size: Int64, key: ObjectKey, repositoryID: Int64, now: Timestamp,
        on connection: any SQLConnection
    ) throws -> String? {
        while true {
            let made = try connection.query(
                """
                INSERT INTO blob (digest, size, object_key, deleting, created_at)
                VALUES (\(digest.description), \(size), \(key.description), \(false), \(now))
                ON CONFLICT (digest) DO NOTHING RETURNING id
                """)
            if let row = made.first {
                try link(blobID: try row.int64("id"), repositoryID: repositoryID, now: now, on: connection)
                return nil
            }
            let known = try connection.query(
                """
                SELECT id, object_key FROM blob
                WHERE digest = \(digest.description)\(fragment: connection.dialect.forUpdate)
                """)
            // A collector may have dropped the row between the two statements.
            guard let row = known.first else { continue }
            let (id, replaced) = (try row.int64("id"), try row.text("object_key"))
            try connection.execute(
                """
                UPDATE blob SET object_key = \(key.description), size = \(size), deleting = \(false) WHERE id = \(id)
                """)
            try link(blobID: id, repositoryID: repositoryID, now: now, on: connection)
            return replaced == key.description ? nil : replaced
        }
    }

    /// Links a repository to a blob, or renews the link's grace period; its manifest is to come.
    static func link(blobID: Int64, repositoryID: Int64, now: Timestamp, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO repository_blob (repository_id, blob_id, renewed_at, is_pending)
            VALUES (\(repositoryID), \(blobID), \(now), TRUE)
            ON CONFLICT (repository_id, blob_id) DO UPDATE SET renewed_at = excluded.renewed_at, is_pending = TRUE
            """)
    }

    /// Finds a blob that a repository links to.
    static func find(_ digest: Digest, repositoryID: Int64, on connection: any SQLConnection) throws -> StoredBlob? {
        try connection.query(
            """
            SELECT b.id, b.size, b.object_key, l.renewed_at FROM blob b
            JOIN repository_blob l ON l.blob_id = b.id AND l.repository_id = \(repositoryID)
            WHERE b.digest = \(digest.description) AND NOT b.deleting
            """
        ).first.map { try StoredBlob(digest: digest, row: $0) }
    }

    /// Renews an unreferenced link's grace period; false if the blob is being collected or has gone.
    static func renew(
        blobID: Int64, repositoryID: Int64, now: Timestamp, on connection: any SQLConnection
    ) throws -> Bool {
        guard try !lockForUse(blobID: blobID, on: connection) else { return false }
        return try connection.execute(
            "UPDATE repository_blob SET renewed_at = \(now) WHERE repository_id = \(repositoryID) AND blob_id = \(blobID)"
        ) > 0
    }

    /// Keeps the collector from a blob until the transaction ends; true if it came too late.
    static func lockForUse(blobID: Int64, on connection: any SQLConnection) throws -> Bool {
        let rows = try connection.query(
            "SELECT deleting FROM blob WHERE id = \(blobID)\(fragment: connection.dialect.forShare)")
        return try rows.first?.bool("deleting") ?? true
    }

    /// The number of a blob and the repositories that link to it, at most 1,000 of them.
    static func repositories(
        linking digest: Digest, on connection: any SQLConnection
    ) throws -> [(repositoryID: Int64, blobID: Int64)] {
        try connection.query(
            """
            SELECT l.repository_id, l.blob_id FROM blob b JOIN repository_blob l ON l.blob_id = b.id
            WHERE b.digest = \(digest.description) AND NOT b.deleting LIMIT 1000
            """
        ).map { (try $0.int64("repository_id"), try $0.int64("blob_id")) }
    }
}

/// A blob as a repository sees it.
package struct StoredBlob: Sendable {
    package let id: Int64
    package let digest: Digest
    /// Length in bytes.
    package let size: Int64
    package let key: ObjectKey
    /// When the repository's link was last renewed.
    package let renewedAt: Timestamp

    init(digest: Digest, row: Row) throws {
        self.digest = digest
        id = try row.int64("id")
        size = try row.int64("size")
        key = try ObjectKey(row.text("object_key"))
        renewedAt = Timestamp(microseconds: try row.int64("renewed_at"))
    }
}
