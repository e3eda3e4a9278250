import SQL
import Time

/// The SQL of executions of policies and their tasks; its functions run inside a unit of work and throw `DatabaseError`.
enum RetentionRunStore {
    private static let columns: SQL = """
        id, execution_id, repository_id, repository, total, retained, deleted, started_at, ended_at
        """

    static func find(_ executionID: Int64, on connection: any SQLConnection) throws -> RetentionRun? {
        try connection.query(
            """
            SELECT execution_id, policy_id, content, is_dry_run, began_at FROM retention_run
            WHERE execution_id = \(executionID)
            """
        ).first.map(RetentionRun.init(row:))
    }

    static func insert(_ run: RetentionRun, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO retention_run (execution_id, policy_id, project_id, content, is_dry_run, began_at)
            VALUES (\(run.executionID), \(run.policyID), \(run.policy.projectID), \(run.policy.columnText),
                \(run.isDryRun), \(run.beganAt))
            """)
    }

    /// Says that everything is done; false if it was said before.
    static func end(_ executionID: Int64, now: Timestamp, on connection: any SQLConnection) throws -> Bool {
        try connection.execute(
            "UPDATE retention_run SET ended_at = \(now) WHERE execution_id = \(executionID) AND ended_at IS NULL") > 0
    }

    /// What the tasks of some executions come to, by the executions' numbers, and how many there are.
    static func counts(
        ofExecutions executions: [Int64], on connection: any SQLConnection
    ) throws -> [Int64: (repositories: Int64, counts: RetentionCounts)] {
        let rows = try connection.query(
            """
            SELECT execution_id, count(*) AS repositories, CAST(sum(total) AS BIGINT) AS total,
                CAST(sum(retained) AS BIGINT) AS retained, CAST(sum(deleted) AS BIGINT) AS deleted
            FROM retention_task WHERE execution_id IN \(list: executions) GROUP BY execution_id
            """)
        return try rows.reduce(into: [:]) { found, row in
            found[try row.int64("execution_id")] = (
                try row.int64("repositories"),
                RetentionCounts(
                    total: try row.int64("total"), retained: try row.int64("retained"),
                    deleted: try row.int64("deleted"))
            )
        }
    }

    // MARK: Tasks

    static func task(_ id: Int64, executionID: Int64, on connection: any SQLConnection) throws -> RetentionTask? {
        try connection.query(
            "SELECT \(fragment: columns) FROM retention_task WHERE id = \(id) AND execution_id = \(executionID)"
        ).first.map(RetentionTask.init(row:))
    }

    static func tasks(
        of executionID: Int64, limit: Int, offset: Int, on connection: any SQLConnection
    ) throws -> [RetentionTask] {
        try connection.query(
            """
            SELECT \(fragment: columns) FROM retention_task WHERE execution_id = \(executionID) ORDER BY id
            LIMIT \(limit) OFFSET \(offset)
            """
        ).map(RetentionTask.init(row:))
    }

    static func taskCount(of executionID: Int64, on connection: any SQLConnection) throws -> Int64 {
        try connection.query("SELECT count(*) AS n FROM retention_task WHERE execution_id = \(executionID)")[0]
            .int64("n")
    }

    /// Tasks after a number in which something is left to delete.
    static func unfinished(
        of executionID: Int64, after id: Int64, limit: Int, on connection: any SQLConnection
    ) throws -> [RetentionTask] {
        try connection.query(
            """
            SELECT \(fragment: columns) FROM retention_task
            WHERE execution_id = \(executionID) AND ended_at IS NULL AND id > \(id) ORDER BY id LIMIT \(limit)
            """
        ).map(RetentionTask.init(row:))
    }

    /// The repositories of an execution that were judged.
    static func judged(
        among repositories: [Int64], of executionID: Int64, on connection: any SQLConnection
    ) throws -> Set<Int64> {
        let rows = try connection.query(
            """
            SELECT repository_id FROM retention_task
            WHERE execution_id = \(executionID) AND is_judged AND repository_id IN \(list: repositories)
            """)
        return Set(try rows.map { try $0.int64("repository_id") })
    }

    /// Begins a task; what an earlier attempt left of it is forgotten.
    static func begin(
        repositoryID: Int64, path: String, executionID: Int64, now: Timestamp, on connection: any SQLConnection
    ) throws -> Int64 {
        try connection.execute(
            "DELETE FROM retention_task WHERE execution_id = \(executionID) AND repository_id = \(repositoryID)")
        return try connection.query(
            """
            INSERT INTO retention_task (execution_id, repository_id, repository, total, retained, deleted, is_judged,
                started_at)
            VALUES (\(executionID), \(repositoryID), \(path), 0, 0, 0, FALSE, \(now)) RETURNING id
            """)[0].int64("id")
    }

    /// Says that a task's candidates are all written; with `endedAt` nothing is left to do.
    static func judged(
        _ task: Int64, counts: RetentionCounts, endedAt: Timestamp?, on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            UPDATE retention_task SET is_judged = TRUE, total = \(counts.total), retained = \(counts.retained),
                deleted = \(counts.deleted), ended_at = \(endedAt)
            WHERE id = \(task)
            """)
    }

    /// Adds to what was deleted and what stays.
    static func add(_ counts: RetentionCounts, to task: Int64, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            UPDATE retention_task SET retained = retained + \(counts.retained), deleted = deleted + \(counts.deleted)
            WHERE id = \(task)
            """)
    }

    static func end(task: Int64, now: Timestamp, on connection: any SQLConnection) throws {
        try connection.execute("UPDATE retention_task SET ended_at = \(now) WHERE id = \(task)")
    }
}
