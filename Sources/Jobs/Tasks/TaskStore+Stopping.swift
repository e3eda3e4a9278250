import SQL
import Time

extension TaskStore {
    /// Stops the tasks of an execution, or one of them: those that wait end here, those that run are asked to.
    static func stop(
        execution: Int64, task: Int64? = nil, now: Timestamp, on connection: any SQLConnection
    ) throws {
        let chosen: SQL = task.map { "execution_id = \(execution) AND id = \($0)" } ?? "execution_id = \(execution)"
        try stop(where: chosen, now: now, on: connection)
    }

    /// Stops all tasks of a type that wait, of all types without one.
    static func stopWaiting(type: String?, now: Timestamp, on connection: any SQLConnection) throws {
        let chosen: SQL = type.map { "type = \($0)" } ?? "TRUE"
        try endWaiting(where: chosen, now: now, on: connection)
    }

    private static func stop(where chosen: SQL, now: Timestamp, on connection: any SQLConnection) throws {
        try endWaiting(where: chosen, now: now, on: connection)
        try connection.execute(
            "UPDATE task SET is_stopping = TRUE, updated_at = \(now) WHERE status = 'Running' AND \(fragment: chosen)")
    }

    private static func endWaiting(where chosen: SQL, now: Timestamp, on connection: any SQLConnection) throws {
        let ended = try connection.query(
            """
            UPDATE task SET status = 'Stopped', is_stopping = TRUE, updated_at = \(now), ended_at = \(now)
            WHERE status = 'Pending' AND \(fragment: chosen) RETURNING execution_id
            """
        ).map { try $0.int64("execution_id") }
        for (execution, tasks) in Dictionary(grouping: ended, by: { $0 }).sorted(by: { $0.key < $1.key }) {
            try ExecutionStore.end(execution, tasks: tasks.count, as: .stopped, message: "", now: now, on: connection)
        }
    }

    /// The tasks that a process works on, and whether they were asked to stop.
    static func held(
        by node: String, on connection: any SQLConnection
    ) throws -> [(lease: Lease, isStopping: Bool)] {
        try connection.query("SELECT id, runs, is_stopping FROM task WHERE status = 'Running' AND node = \(node)").map {
            (Lease(task: try $0.int64("id"), node: node, run: try $0.int("runs")), try $0.bool("is_stopping"))
        }
    }

    /// Gives a task back that nothing came of; one that was being stopped has stopped.
    static func release(_ lease: Lease, isStopping: Bool, now: Timestamp, on connection: any SQLConnection) throws {
        if isStopping {
            _ = try end(lease, as: .stopped, message: "", now: now, on: connection)
        } else {
            _ = try giveBack(lease, message: "", until: now, countsRun: true, now: now, on: connection)
        }
    }
}
