import OCI
import SQL
import Time

/// The SQL of tasks.
enum TaskStore {
    static let columns: SQL = """
        id, execution_id, type, status, status_message, parameters, attributes, runs, is_stopping, node, created_at,
        updated_at, started_at, ended_at
        """

    /// When a task is due that may begin at once: whatever the clocks say.
    static let atOnce: SQL = "0"

    /// Makes tasks that wait from now on.
    static func insert(_ tasks: [NewTask], execution: Int64, now: Timestamp, on connection: any SQLConnection) throws {
        for part in tasks.chunks(of: 100) {
            let rows = part.map { task -> SQL in
                """
                (\(execution), \(task.type), 'Pending', '', \(task.parameters.columnText), '{}', 0, FALSE,
                \(fragment: atOnce), \(now), \(now))
                """
            }
            try connection.execute(
                """
                INSERT INTO task (
                    execution_id, type, status, status_message, parameters, attributes, runs, is_stopping,
                    available_at, created_at, updated_at)
                VALUES \(fragment: .joined(rows, separator: ", "))
                """)
        }
    }

    /// A task by its number.
    static func find(_ id: Int64, on connection: any SQLConnection) throws -> JobTask? {
        try connection.query("SELECT \(fragment: columns) FROM task WHERE id = \(id)").first.map(JobTask.init(row:))
    }

    /// A page of an execution's tasks, the first made first.
    static func page(
        ofExecution execution: Int64, limit: Int, offset: Int, on connection: any SQLConnection
    ) throws -> [JobTask] {
        try connection.query(
            """
            SELECT \(fragment: columns) FROM task WHERE execution_id = \(execution) ORDER BY id
            LIMIT \(limit) OFFSET \(offset)
            """
        ).map(JobTask.init(row:))
    }

    /// The first task of each of some executions.
    static func first(ofExecutions executions: [Int64], on connection: any SQLConnection) throws -> [JobTask] {
        try connection.query(
            """
            SELECT \(fragment: columns) FROM task
            WHERE id IN (SELECT min(id) FROM task WHERE execution_id IN \(list: executions) GROUP BY execution_id)
            """
        ).map(JobTask.init(row:))
    }

    /// The numbers of some tasks of executions.
    static func some(ofExecutions executions: [Int64], limit: Int, on connection: any SQLConnection) throws -> [Int64] {
        try connection.query(
            "SELECT id FROM task WHERE execution_id IN \(list: executions) ORDER BY execution_id, id LIMIT \(limit)"
        ).map { try $0.int64("id") }
    }

    /// Removes tasks, with what is left of their logs.
    static func remove(_ ids: [Int64], on connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM task WHERE id IN \(list: ids)")
    }

    /// How many tasks an execution has.
    static func count(ofExecution execution: Int64, on connection: any SQLConnection) throws -> Int64 {
        try connection.query("SELECT count(*) AS n FROM task WHERE execution_id = \(execution)").first?.int64("n") ?? 0
    }

    /// Keeps what a task says of its progress, as long as its process may say so.
    static func keep(_ attributes: JSONObject, of lease: Lease, now: Timestamp, on connection: any SQLConnection) throws
    {
        try connection.execute(
            """
            UPDATE task SET attributes = \(attributes.columnText), updated_at = \(now)
            WHERE \(fragment: lease.condition)
            """)
    }

    /// Ends a task that a process worked on, with what it said last, if anything; false if the process had lost it.
    static func end(
        _ lease: Lease, as status: JobStatus, message: String, attributes: JSONObject? = nil, now: Timestamp,
        on connection: any SQLConnection
    ) throws -> Bool {
        let rows = try connection.query(
            """
            UPDATE task SET status = \(status.rawValue), status_message = \(message), node = NULL, updated_at = \(now),
                ended_at = \(now), attributes = coalesce(\(attributes?.columnText), attributes)
            WHERE \(fragment: lease.condition) RETURNING execution_id
            """)
        guard let execution = try rows.first?.int64("execution_id") else { return false }
        try ExecutionStore.end(execution, tasks: 1, as: status, message: message, now: now, on: connection)
        return true
    }

    /// Gives a task back, to be taken again when it is due, an expression; false if the process had lost it.
    static func giveBack(
        _ lease: Lease, message: String, due: SQL = atOnce, countsRun: Bool, now: Timestamp,
        on connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE task SET status = 'Pending', status_message = \(message), node = NULL, available_at = \(fragment: due),
                runs = runs - \(countsRun ? 0 : 1), updated_at = \(now)
            WHERE \(fragment: lease.condition) AND NOT is_stopping
            """) == 1
    }
}

/// The right of a process to say what becomes of a task: it began it last, and nobody has taken it over.
struct Lease: Hashable, Sendable {
    let task: Int64
    let node: String
    /// The task's `runs` since this process has it.
    let run: Int

    /// Holds for the task's row as long as the right does.
    var condition: SQL { "id = \(task) AND status = 'Running' AND node = \(node) AND runs = \(run)" }
}

extension JobTask {
    init(row: Row) throws {
        id = try row.int64("id")
        executionID = try row.int64("execution_id")
        type = try row.text("type")
        status = try row.jobStatus("status")
        statusMessage = try row.text("status_message")
        let readable = try row.readableObject("parameters")
        parameters = readable ?? [:]
        isReadable = readable != nil
        attributes = try row.readableObject("attributes") ?? [:]
        runs = try row.int("runs")
        isStopping = try row.bool("is_stopping")
        node = try row.optionalText("node")
        createdAt = try row.timestamp("created_at")
        updatedAt = try row.timestamp("updated_at")
        startedAt = try row.optionalTimestamp("started_at")
        endedAt = try row.optionalTimestamp("ended_at")
    }
}
