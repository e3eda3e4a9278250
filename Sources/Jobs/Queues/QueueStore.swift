import SQL
import Time

/// The SQL of queues: what waits of a type.
enum QueueStore {
    /// The queue that stands for all schedules, in Harbor's words; no task is of this type.
    static let schedules = "SCHEDULER"

    /// Whether a type is paused; `locked` keeps that from being changed until the transaction ends.
    static func isPaused(_ type: String, locked: Bool = false, on connection: any SQLConnection) throws -> Bool {
        let lock = locked ? connection.dialect.forShare : ""
        let rows = try connection.query("SELECT is_paused FROM job_queue WHERE type = \(type)\(fragment: lock)")
        return try rows.first?.bool("is_paused") ?? false
    }

    /// Makes other claims and submissions of a type wait until the transaction ends.
    static func lock(_ type: String, on connection: any SQLConnection) throws {
        _ = try connection.query(
            "SELECT type FROM job_queue WHERE type = \(type)\(fragment: connection.dialect.forUpdate)")
    }

    /// All queues in the order of their types.
    static func all(on connection: any SQLConnection) throws -> [JobQueue] {
        try connection.query(
            """
            SELECT q.type, q.is_paused, count(t.id) AS waiting, min(t.created_at) AS oldest
            FROM job_queue AS q LEFT JOIN task AS t ON t.type = q.type AND t.status = 'Pending'
            GROUP BY q.type, q.is_paused ORDER BY q.type
            """
        ).map { row in
            JobQueue(
                type: try row.text("type"), isPaused: try row.bool("is_paused"), waiting: try row.int("waiting"),
                oldest: try row.optionalTimestamp("oldest"))
        }
    }

    /// Pauses a type, or lets it go on; all types without one. Gives how many rows there are of it.
    static func pause(_ type: String?, _ isPaused: Bool, on connection: any SQLConnection) throws -> Int {
        let chosen: SQL = type.map { "type = \($0)" } ?? "TRUE"
        // In the order of who fires schedules.
        _ = try connection.query(
            """
            SELECT type FROM job_queue WHERE \(fragment: chosen)
            ORDER BY type <> \(schedules), type\(fragment: connection.dialect.forUpdate)
            """)
        return try connection.execute("UPDATE job_queue SET is_paused = \(isPaused) WHERE \(fragment: chosen)")
    }

    /// The tasks that processes work on now.
    static func running(on connection: any SQLConnection) throws -> [JobTask] {
        try connection.query(
            "SELECT \(fragment: TaskStore.columns) FROM task WHERE status = 'Running' ORDER BY id LIMIT 1000"
        ).map(JobTask.init(row:))
    }

    /// The processes that work on tasks, with those of `tasks` that are theirs, the first to start first.
    static func nodes(tasks: [String: [JobTask]], on connection: any SQLConnection) throws -> [JobNode] {
        try connection.query(
            "SELECT id, started_at, beat_at, host, process_id, concurrency FROM job_node ORDER BY started_at, id"
        ).map { row in
            let id = try row.text("id")
            let process = WorkerProcess(host: try row.text("host"), identifier: try row.int64("process_id"))
            return JobNode(
                id: id, process: process, startedAt: try row.timestamp("started_at"),
                beatAt: try row.timestamp("beat_at"), concurrency: try row.int("concurrency"), tasks: tasks[id] ?? [])
        }
    }
}
