import SQL
import Time

/// Takes rows of the ledger into the projects' rows, so that what is added up stays short.
///
/// Both happen in one transaction, so a reader sees each amount exactly once. Two that fold at once take different
/// rows.
enum LedgerFolding {
    /// Folds at most `limit` rows of any projects, passing over those that another node folds; returns how many.
    static func fold(limit: Int, now: Timestamp, on connection: any SQLConnection) throws -> Int {
        let rows = try connection.query(
            """
            DELETE FROM quota_ledger WHERE id IN
                (SELECT id FROM quota_ledger ORDER BY id LIMIT \(limit)\(fragment: connection.dialect.forUpdateSkipLocked))
            RETURNING project_id, delta
            """)
        try add(rows, now: now, on: connection)
        return rows.count
    }

    /// Folds the rows of one project.
    static func fold(projectID: Int64, now: Timestamp, on connection: any SQLConnection) throws {
        let rows = try connection.query(
            """
            DELETE FROM quota_ledger WHERE id IN
                (SELECT id FROM quota_ledger WHERE project_id = \(projectID) ORDER BY id LIMIT 10000
                \(fragment: connection.dialect.forUpdateSkipLocked))
            RETURNING project_id, delta
            """)
        try add(rows, now: now, on: connection)
    }

    private static func add(_ rows: [Row], now: Timestamp, on connection: any SQLConnection) throws {
        var sums: [Int64: Int64] = [:]
        for row in rows { sums[try row.int64("project_id"), default: 0] += try row.int64("delta") }
        // In one order, so that nodes that fold at once don't wait for each other.
        let values = sums.sorted { $0.key < $1.key }.map { project, sum -> SQL in
            "(\(project), -1, \(sum), \(now), \(now))"
        }
        for part in values.chunks(of: 500) {
            try connection.execute(
                """
                INSERT INTO project_quota (project_id, hard, used, created_at, updated_at)
                VALUES \(fragment: .joined(part, separator: ", "))
                ON CONFLICT (project_id) DO UPDATE SET used = project_quota.used + excluded.used
                """)
        }
    }
}
