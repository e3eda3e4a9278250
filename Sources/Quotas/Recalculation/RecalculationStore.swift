import SQL

/// The SQL of recounting what projects hold; its functions run inside a unit of work and throw `DatabaseError`.
///
/// Each transaction of a push or deletion writes artifacts, the rows of `project_content` and the ledger together. So in
/// one statement, which sees one state, all three agree, whatever runs beside it; what they differ by is drift.
enum RecalculationStore {
    /// A project as a recalculation passes it.
    struct Project: Sendable, Hashable {
        let id: Int64
        let name: String
    }

    /// The projects after a number, at most `limit`.
    static func projects(after id: Int64, limit: Int, on connection: any SQLConnection) throws -> [Project] {
        try connection.query(
            "SELECT id, name FROM project WHERE id > \(id) AND NOT is_deleting ORDER BY id LIMIT \(limit)"
        ).map { Project(id: try $0.int64("id"), name: try $0.text("name")) }
    }

    /// How many projects there are.
    static func count(on connection: any SQLConnection) throws -> Int {
        try connection.query("SELECT count(*) AS projects FROM project WHERE NOT is_deleting")[0].int("projects")
    }

    /// Compares what a project's artifacts are made of with what was written down and paid.
    static func compare(projectID: Int64, on connection: any SQLConnection) throws -> UsageComparison {
        let row = try connection.query(
            """
            SELECT counted.parts, counted.bytes, counted.matched, \(fragment: usage(projectID)) AS used,
                (SELECT count(*) FROM project_content c WHERE c.project_id = \(projectID)) AS known
            FROM (SELECT count(*) AS parts, CAST(coalesce(sum(part.size), 0) AS BIGINT) AS bytes,
                    count(c.digest) AS matched
                FROM (\(fragment: parts(projectID, connection.dialect))) AS part
                LEFT JOIN project_content c ON c.project_id = \(projectID) AND c.digest = part.digest
                    AND c.size = part.size) AS counted
            """)[0]
        let (parts, known) = (try row.int64("parts"), try row.int64("known"))
        return UsageComparison(
            counted: try row.int64("bytes"), used: try row.int64("used"),
            isContentWhole: try row.int64("matched") == parts && parts == known)
    }

    /// Artifacts, at most `limit`, of which a part is missing in what was written down, or has another size there.
    static func incompleteArtifacts(
        projectID: Int64, limit: Int, on connection: any SQLConnection
    ) throws -> [Int64] {
        let same: SQL = "SELECT 1 FROM project_content c WHERE c.project_id = \(projectID) AND"
        return try connection.query(
            """
            SELECT u.artifact_id AS id FROM repository r JOIN artifact a ON a.repository_id = r.id
            JOIN artifact_blob u ON u.artifact_id = a.id JOIN blob b ON b.id = u.blob_id
            WHERE r.project_id = \(projectID)
            AND NOT EXISTS (\(fragment: same) c.digest = b.digest AND c.size = b.size)
            UNION SELECT a.id FROM repository r JOIN artifact a ON a.repository_id = r.id
            WHERE r.project_id = \(projectID) AND NOT EXISTS (\(fragment: same)
                c.digest = a.digest\(fragment: connection.dialect.commonCollation) AND c.size = a.manifest_size)
            LIMIT \(limit)
            """
        ).map { try $0.int64("id") }
    }

    /// What was written down and no artifact of the project is made of, at most `limit` digests.
    static func unneeded(projectID: Int64, limit: Int, on connection: any SQLConnection) throws -> [String] {
        try connection.query(
            """
            SELECT digest FROM project_content WHERE project_id = \(projectID)
            EXCEPT SELECT part.digest FROM (\(fragment: parts(projectID, connection.dialect))) AS part LIMIT \(limit)
            """
        ).map { try $0.text("digest") }
    }

    /// Writes down the parts of some artifacts as a push would; `settle` pays for them.
    static func complete(_ artifactIDs: [Int64], projectID: Int64, on connection: any SQLConnection) throws {
        // As in a push, an artifact is held before its parts are: a deletion comes before or after.
        let held = try connection.query(
            "SELECT id FROM artifact WHERE id IN \(list: artifactIDs) ORDER BY id\(fragment: connection.dialect.forShare)"
        ).map { try $0.int64("id") }
        guard !held.isEmpty else { return }
        try ContentStore.removeWronglySized(artifactIDs: held, projectID: projectID, on: connection)
        _ = try ContentStore.add(artifactIDs: held, projectID: projectID, on: connection)
    }

    /// Pays what usage differs by from what was written down. Two that do so wait for each other.
    static func settle(projectID: Int64, on connection: any SQLConnection) throws {
        _ = try connection.query(
            "SELECT hard FROM project_quota WHERE project_id = \(projectID)\(fragment: connection.dialect.forUpdate)")
        let difference = try connection.query(
            """
            SELECT (SELECT CAST(coalesce(sum(c.size), 0) AS BIGINT) FROM project_content c
                WHERE c.project_id = \(projectID)) - \(fragment: usage(projectID)) AS difference
            FROM project p WHERE p.id = \(projectID)
            """
        ).first.map { try $0.int64("difference") }
        try QuotaStore.append(difference ?? 0, projectID: projectID, on: connection)
    }

    /// What the ledger says that a project uses.
    private static func usage(_ projectID: Int64) -> SQL {
        """
        (coalesce((SELECT q.used FROM project_quota q WHERE q.project_id = \(projectID)), 0)
            + (SELECT CAST(coalesce(sum(l.delta), 0) AS BIGINT) FROM quota_ledger l WHERE l.project_id = \(projectID)))
        """
    }

    /// Digests and sizes of what all artifacts of a project are made of, each once.
    private static func parts(_ projectID: Int64, _ dialect: Dialect) -> SQL {
        """
        SELECT b.digest AS digest, b.size AS size FROM blob b WHERE b.id IN (
            SELECT u.blob_id FROM repository r JOIN artifact a ON a.repository_id = r.id
            JOIN artifact_blob u ON u.artifact_id = a.id WHERE r.project_id = \(projectID))
        UNION SELECT a.digest\(fragment: dialect.commonCollation), a.manifest_size
        FROM repository r JOIN artifact a ON a.repository_id = r.id WHERE r.project_id = \(projectID)
        """
    }
}

/// What a project holds by its artifacts, and by the ledger.
struct UsageComparison: Sendable, Hashable {
    /// The bytes of all parts of its artifacts, each once.
    let counted: Int64
    /// The bytes that the ledger says.
    let used: Int64
    /// Whether exactly the parts are written down in `project_content`.
    let isContentWhole: Bool

    /// What usage has to change by.
    var drift: Int64 { counted - used }
    /// Whether nothing has to be repaired.
    var isRight: Bool { isContentWhole && drift == 0 }
}
