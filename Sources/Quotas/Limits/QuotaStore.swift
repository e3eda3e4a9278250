package import SQL
import Time

/// The SQL of limits and usage; its functions run inside a unit of work and throw `DatabaseError`.
///
/// A project uses what its row in `project_quota` says and all its rows in `quota_ledger` together. A project without
/// a row has no limit.
package enum QuotaStore {
    package static let migrations = [
        Migration(identifier: "0017-quota") { dialect in
            [
                """
                CREATE TABLE project_quota (
                    project_id BIGINT PRIMARY KEY REFERENCES project (id) ON DELETE CASCADE,
                    hard BIGINT NOT NULL,
                    used BIGINT NOT NULL,
                    created_at BIGINT NOT NULL,
                    updated_at BIGINT NOT NULL)
                """,
                """
                CREATE TABLE quota_ledger (
                    id \(fragment: dialect.identityColumn),
                    project_id BIGINT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
                    delta BIGINT NOT NULL)
                """,
                "CREATE INDEX quota_ledger_project ON quota_ledger (project_id, delta)",
            ] + ContentStore.schema(dialect) + [
                """
                INSERT INTO project_quota (project_id, hard, used, created_at, updated_at)
                SELECT p.id, -1, (SELECT CAST(coalesce(sum(c.size), 0) AS BIGINT) FROM project_content c
                    WHERE c.project_id = p.id), p.created_at, p.created_at
                FROM project p
                """
            ]
        },
        QuotaNoticeStore.migration,
    ]

    /// What a project may hold and holds at this moment.
    struct Usage: Sendable {
        /// Bytes; nil: no limit.
        let limit: Int64?
        let used: Int64
        /// How many rows of the ledger are not folded yet.
        let ledgerRows: Int
    }

    private static let ledgerSum: SQL =
        "(SELECT CAST(coalesce(sum(l.delta), 0) AS BIGINT) FROM quota_ledger l WHERE l.project_id = p.id)"

    static func usage(projectID: Int64, on connection: any SQLConnection) throws -> Usage {
        let row = try connection.query(
            """
            SELECT coalesce(q.hard, -1) AS hard, coalesce(q.used, 0) + \(fragment: ledgerSum) AS used,
                (SELECT count(*) FROM quota_ledger l WHERE l.project_id = p.id) AS ledger_rows
            FROM project p LEFT JOIN project_quota q ON q.project_id = p.id WHERE p.id = \(projectID)
            """
        ).first
        // The project was deleted meanwhile: the change fails for that reason, not for its size.
        guard let row else { return Usage(limit: nil, used: 0, ledgerRows: 0) }
        let limit = try row.int64("hard")
        return Usage(
            limit: limit < 0 ? nil : limit, used: max(0, try row.int64("used")), ledgerRows: try row.int("ledger_rows"))
    }

    /// Adds to what a project uses; nobody waits for anybody.
    static func append(_ delta: Int64, projectID: Int64, on connection: any SQLConnection) throws {
        guard delta != 0 else { return }
        try connection.execute("INSERT INTO quota_ledger (project_id, delta) VALUES (\(projectID), \(delta))")
    }

    /// Sets a project's limit.
    static func setLimit(
        _ limit: StorageLimit, projectID: Int64, now: Timestamp, on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO project_quota (project_id, hard, used, created_at, updated_at)
            VALUES (\(projectID), \(limit.number), 0, \(now), \(now))
            ON CONFLICT (project_id) DO UPDATE SET hard = excluded.hard, updated_at = excluded.updated_at
            """)
    }

    /// The columns of `Quota`, of projects p, their quotas q and owners u.
    static let columns: SQL = """
        p.id, p.name AS project_name, u.username AS owner_name, coalesce(q.hard, -1) AS hard,
        coalesce(q.used, 0) + \(fragment: ledgerSum) AS used, coalesce(q.created_at, p.created_at) AS created_at,
        coalesce(q.updated_at, p.created_at) AS updated_at
        """

    /// What `columns` are columns of.
    static let tables: SQL = """
        project p LEFT JOIN project_quota q ON q.project_id = p.id JOIN user_account u ON u.id = p.owner_id
        """
}
