import SQL
import Time

/// The SQL of copies; its functions run inside a unit of work and throw `DatabaseError`.
///
/// All of it is set-based: the number of statements doesn't depend on how much is copied.
enum CopyStore {
    /// What goes along with some artifacts: the children of indexes and the accessories, by their numbers.
    static func related(to artifacts: [Int64], on connection: any SQLConnection) throws -> [Int64] {
        try artifacts.chunks().flatMap { part in
            try connection.query(
                """
                SELECT child_id AS id FROM artifact_child WHERE parent_id IN \(list: part)
                UNION
                SELECT a.id FROM artifact s
                JOIN artifact a ON a.repository_id = s.repository_id AND a.accessory_subject = s.digest\(fragment: connection.dialect.commonCollation)
                WHERE s.id IN \(list: part)
                """
            ).map { try $0.int64("id") }
        }
    }

    /// Keeps artifacts from being deleted until the transaction ends; returns those that are there.
    static func lock(_ artifacts: [Int64], on connection: any SQLConnection) throws -> [Int64] {
        try artifacts.sorted().chunks().flatMap { part in
            try connection.query(
                """
                SELECT id FROM artifact WHERE id IN \(list: part) ORDER BY id
                \(fragment: connection.dialect.forShare)
                """
            ).map { try $0.int64("id") }
        }
    }

    /// Links a repository to the blobs of some artifacts; the collector is kept from them until the transaction ends.
    static func linkBlobs(
        of artifacts: [Int64], repositoryID: Int64, now: Timestamp, on connection: any SQLConnection
    ) throws {
        for part in artifacts.chunks() {
            let blobs: SQL = "SELECT blob_id FROM artifact_blob WHERE artifact_id IN \(list: part)"
            _ = try connection.query(
                """
                SELECT id FROM blob WHERE id IN (\(fragment: blobs)) ORDER BY digest
                \(fragment: connection.dialect.forShare)
                """)
            try connection.execute(
                """
                INSERT INTO repository_blob (repository_id, blob_id, renewed_at)
                SELECT CAST(\(repositoryID) AS BIGINT), id, CAST(\(now) AS BIGINT) FROM blob
                WHERE id IN (\(fragment: blobs)) ORDER BY digest
                ON CONFLICT (repository_id, blob_id) DO UPDATE SET renewed_at = excluded.renewed_at, is_pending = FALSE
                """)
        }
    }

    /// Writes copies of some artifacts into a repository; those that it has already are left as they are.
    static func insertArtifacts(
        from artifacts: [Int64], repositoryID: Int64, now: Timestamp, on connection: any SQLConnection
    ) throws {
        for part in artifacts.chunks() {
            try connection.execute(
                """
                INSERT INTO artifact (repository_id, digest, \(fragment: ArtifactStore.details), pull_count, pushed_at)
                SELECT CAST(\(repositoryID) AS BIGINT), digest, \(fragment: ArtifactStore.details), 0,
                    CAST(\(now) AS BIGINT)
                FROM artifact WHERE id IN \(list: part) ORDER BY digest
                ON CONFLICT (repository_id, digest) DO NOTHING
                """)
        }
    }

    /// The numbers of the copies of some artifacts, locked against deletion.
    static func lockCopies(
        of artifacts: [Int64], repositoryID: Int64, on connection: any SQLConnection
    ) throws -> [Int64] {
        try artifacts.chunks().flatMap { part in
            try connection.query(
                """
                SELECT id FROM artifact WHERE repository_id = \(repositoryID)
                AND digest IN (SELECT digest FROM artifact WHERE id IN \(list: part)) ORDER BY digest
                \(fragment: connection.dialect.forShare)
                """
            ).map { try $0.int64("id") }
        }
    }

    /// Writes what belongs to the copies of some artifacts: manifests, and what they are made of.
    static func insertParts(
        from artifacts: [Int64], repositoryID: Int64, on connection: any SQLConnection
    ) throws {
        let copy: SQL = "JOIN artifact c ON c.repository_id = \(repositoryID) AND c.digest ="
        for part in artifacts.chunks() {
            let chosen: SQL = "WHERE s.id IN \(list: part)"
            let statements: [SQL] = [
                """
                INSERT INTO manifest (artifact_id, content) SELECT c.id, x.content FROM artifact s
                JOIN manifest x ON x.artifact_id = s.id \(fragment: copy) s.digest \(fragment: chosen)
                ON CONFLICT (artifact_id) DO NOTHING
                """,
                """
                INSERT INTO artifact_blob (artifact_id, blob_id) SELECT c.id, x.blob_id FROM artifact s
                JOIN artifact_blob x ON x.artifact_id = s.id \(fragment: copy) s.digest \(fragment: chosen)
                ON CONFLICT (artifact_id, blob_id) DO NOTHING
                """,
                """
                INSERT INTO artifact_child (parent_id, child_id) SELECT c.id, k.id FROM artifact s
                JOIN artifact_child x ON x.parent_id = s.id JOIN artifact o ON o.id = x.child_id
                JOIN artifact k ON k.repository_id = \(repositoryID) AND k.digest = o.digest
                \(fragment: copy) s.digest \(fragment: chosen)
                ON CONFLICT (parent_id, child_id) DO NOTHING
                """,
            ]
            for statement in statements { try connection.execute(statement) }
        }
    }
}
