import SQL
import Time

/// The SQL of queues: what waits of a type.
enum QueueStore {
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
        return try connection.execute("UPDATE job_queue SET is_paused = \(isPaused) WHERE \(fragment: chosen)")
    }

    /// The tasks that processes work on now.
    static func running(on connection: any SQLConnection) throws -> [JobTask] {
        try connection.query(
            "SELECT \(fragment: TaskStore.columns) FROM task WHERE status = 'Running' ORDER BY id LIMIT 1000"
        ).map(JobTask.init(row:))
    }

    /// The processes that work on tasks, and since when.
    static func nodes(on connection: any SQLConnection) throws -> [(id: String, startedAt: Timestamp)] {
        try connection.query("SELECT id, started_at FROM job_node ORDER BY started_at, id").map {
            (try $0.text("id"), try $0.timestamp("started_at"))
        }
    }
}
