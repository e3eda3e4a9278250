import SQL

/// The SQL of what projects hold: a row for each manifest and blob of a project's artifacts, whatever their number.
///
/// Whoever inserts a row pays for its bytes. Foreign layers are not stored, so no row of `artifact_blob` names them.
enum ContentStore {
    private static let chunk = 500

    /// The table, its index, what it needs of others', and its rows for the artifacts that are there already.
    static func schema(_ dialect: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE project_content (
                project_id BIGINT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
                digest TEXT NOT NULL,
                size BIGINT NOT NULL,
                PRIMARY KEY (project_id, digest))
            """,
            "CREATE INDEX IF NOT EXISTS upload_repository ON upload (repository_id)",
            """
            INSERT INTO project_content (project_id, digest, size)
            SELECT DISTINCT r.project_id, b.digest, b.size FROM artifact_blob u JOIN blob b ON b.id = u.blob_id
            JOIN artifact a ON a.id = u.artifact_id JOIN repository r ON r.id = a.repository_id
            """,
            """
            INSERT INTO project_content (project_id, digest, size)
            SELECT DISTINCT r.project_id, a.digest, a.manifest_size FROM artifact a
            JOIN repository r ON r.id = a.repository_id WHERE true
            ON CONFLICT (project_id, digest) DO NOTHING
            """,
        ]
    }

    /// Writes down what some artifacts are made of and keeps the rows from being removed until the transaction ends;
    /// returns the bytes that the project didn't hold before.
    static func add(artifactIDs: [Int64], projectID: Int64, on connection: any SQLConnection) throws -> Int64 {
        try artifactIDs.chunks(of: chunk).reduce(0) { sum, part in
            try sum + add(parts(of: part, connection.dialect), projectID: projectID, on: connection)
        }
    }

    private static func add(_ parts: SQL, projectID: Int64, on connection: any SQLConnection) throws -> Int64 {
        var paid: Int64 = 0
        while true {
            // Another transaction that inserts the same row is waited for: if it fails, this one pays.
            paid += try connection.query(
                """
                INSERT INTO project_content (project_id, digest, size)
                SELECT CAST(\(projectID) AS BIGINT), part.digest, part.size FROM (\(fragment: parts)) AS part
                WHERE true ORDER BY part.digest
                ON CONFLICT (project_id, digest) DO NOTHING RETURNING size
                """
            ).reduce(0) { try $0 + $1.int64("size") }
            guard connection.dialect == .postgresql else { return paid }
            let kept = try connection.query(
                """
                SELECT c.digest, (SELECT count(*) FROM (\(fragment: parts)) AS part) AS wanted FROM project_content c
                WHERE c.project_id = \(projectID) AND c.digest IN (SELECT part.digest FROM (\(fragment: parts)) AS part)
                ORDER BY c.digest\(fragment: connection.dialect.forShare)
                """)
            // A deletion may have removed a row between the two statements: then it is written, and paid, anew.
            if let first = kept.first, try first.int64("wanted") == kept.count { return paid }
        }
    }

    /// Removes the rows of parts of some artifacts that say another size than the parts have.
    static func removeWronglySized(
        artifactIDs: [Int64], projectID: Int64, on connection: any SQLConnection
    ) throws {
        for part in artifactIDs.chunks(of: chunk) {
            let parts = parts(of: part, connection.dialect)
            try connection.execute(
                """
                DELETE FROM project_content WHERE project_id = \(projectID) AND EXISTS (
                    SELECT 1 FROM (\(fragment: parts)) AS part
                    WHERE part.digest = project_content.digest AND part.size <> project_content.size)
                """)
        }
    }

    /// The digests of what some artifacts are made of, each once.
    static func digests(of artifactIDs: [Int64], on connection: any SQLConnection) throws -> [String] {
        let found = try artifactIDs.chunks(of: chunk).flatMap { part in
            try connection.query(
                "SELECT part.digest FROM (\(fragment: parts(of: part, connection.dialect))) AS part"
            ).map { try $0.text("digest") }
        }
        return Set(found).sorted()
    }

    /// Removes those of some rows that no artifact of the project needs any more; returns their bytes.
    ///
    /// A push keeps the rows that it relies on until it ends. The rows are locked in one statement and judged in the
    /// next, which sees what such a push has committed.
    static func release(
        _ digests: [String], projectID: Int64, on connection: any SQLConnection
    ) throws -> Int64 {
        try digests.chunks(of: chunk).reduce(0) { sum, part in
            if connection.dialect == .postgresql {
                _ = try connection.query(
                    """
                    SELECT digest FROM project_content WHERE project_id = \(projectID) AND digest IN \(list: part)
                    ORDER BY digest\(fragment: connection.dialect.forUpdate)
                    """)
            }
            return try connection.query(
                """
                DELETE FROM project_content WHERE project_id = \(projectID) AND digest IN \(list: part)
                AND NOT EXISTS (SELECT 1 FROM blob b JOIN artifact_blob u ON u.blob_id = b.id
                    JOIN artifact a ON a.id = u.artifact_id JOIN repository r ON r.id = a.repository_id
                    WHERE b.digest = project_content.digest AND r.project_id = project_content.project_id)
                AND NOT EXISTS (SELECT 1 FROM artifact a JOIN repository r ON r.id = a.repository_id
                    WHERE a.digest = project_content.digest\(fragment: connection.dialect.binaryCollation)
                    AND r.project_id = project_content.project_id)
                RETURNING size
                """
            ).reduce(sum) { try $0 + $1.int64("size") }
        }
    }

    /// Digests and sizes of what artifacts are made of, each once: their manifests and blobs.
    private static func parts(of artifactIDs: [Int64], _ dialect: Dialect) -> SQL {
        // The two columns sort differently on PostgreSQL, which then asks for one of the two orders.
        """
        SELECT b.digest AS digest, b.size AS size FROM artifact_blob u JOIN blob b ON b.id = u.blob_id
        WHERE u.artifact_id IN \(list: artifactIDs)
        UNION SELECT a.digest\(fragment: dialect.commonCollation), a.manifest_size FROM artifact a WHERE a.id IN \(list: artifactIDs)
        """
    }
}
