import SQL

/// The SQL of the logs of tasks: parts of text, in their order.
enum TaskLogStore {
    /// Adds a part.
    static func append(_ content: String, to task: Int64, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO task_log (task_id, part, content)
            SELECT \(task), coalesce(max(part), 0) + 1, \(content) FROM task_log WHERE task_id = \(task)
            """)
    }

    /// Removes parts of the logs of tasks, at most `limit`, and gives how many.
    static func remove(of tasks: [Int64], limit: Int, on connection: any SQLConnection) throws -> Int {
        try connection.execute(
            """
            DELETE FROM task_log WHERE (task_id, part) IN (
                SELECT task_id, part FROM task_log WHERE task_id IN \(list: tasks) LIMIT \(limit))
            """)
    }

    /// The parts after the one with number `part`, at most 64, with their numbers.
    static func parts(
        of task: Int64, after part: Int64, on connection: any SQLConnection
    ) throws -> [(part: Int64, content: String)] {
        try connection.query(
            """
            SELECT part, content FROM task_log WHERE task_id = \(task) AND part > \(part) ORDER BY part LIMIT 64
            """
        ).map { (try $0.int64("part"), try $0.text("content")) }
    }
}
