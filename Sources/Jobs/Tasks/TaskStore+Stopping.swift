import SQL
import Time

extension TaskStore {
    /// Stops the tasks of an execution, or one of them: those that wait end here, those that run are asked to.
    static func stop(
        execution: Int64, task: Int64? = nil, now: Timestamp, on connection: any SQLConnection
    ) throws {
        let chosen: SQL = task.map { "execution_id = \(execution) AND id = \($0)" } ?? "execution_id = \(execution)"
        // Locked together: a task that is given back between two statements would be missed by both.
        _ = try connection.query(
            """
            SELECT id FROM task WHERE status IN ('Pending', 'Running') AND \(fragment: chosen)
            ORDER BY id\(fragment: connection.dialect.forUpdate)
            """)
        let ended = try endWaiting(where: chosen, now: now, on: connection)
        if !ended.isEmpty {
            try ExecutionStore.end(execution, tasks: ended.count, as: .stopped, message: "", now: now, on: connection)
        }
        try connection.execute(
            "UPDATE task SET is_stopping = TRUE, updated_at = \(now) WHERE status = 'Running' AND \(fragment: chosen)")
    }

    /// Some tasks of a type that wait, of all types without one: at most `limit`, in no order.
    static func waiting(type: String?, limit: Int, on connection: any SQLConnection) throws -> [Int64] {
        let chosen: SQL = type.map { "type = \($0)" } ?? "TRUE"
        return try connection.query(
            "SELECT id FROM task WHERE status = 'Pending' AND \(fragment: chosen) LIMIT \(limit)"
        ).map { try $0.int64("id") }
    }

    /// Stops those of some tasks that wait.
    static func stopWaiting(_ ids: [Int64], now: Timestamp, on connection: any SQLConnection) throws {
        let ended = try endWaiting(where: "id IN \(list: ids)", now: now, on: connection)
        try ExecutionStore.countStopped(ended, now: now, on: connection)
    }

    /// Asks everything that runs to stop.
    static func stopRunning(now: Timestamp, on connection: any SQLConnection) throws {
        try connection.execute("UPDATE task SET is_stopping = TRUE, updated_at = \(now) WHERE status = 'Running'")
    }

    /// Ends tasks that wait, which their executions don't count yet, and gives them.
    private static func endWaiting(
        where chosen: SQL, now: Timestamp, on connection: any SQLConnection
    ) throws -> [Int64] {
        try connection.query(
            """
            UPDATE task SET status = 'Stopped', is_stopping = TRUE, updated_at = \(now), ended_at = \(now)
            WHERE status = 'Pending' AND \(fragment: chosen) RETURNING id
            """
        ).map { try $0.int64("id") }
    }

    /// As `giveBack`, but a task that was asked to stop meanwhile has stopped: then gives that status.
    static func giveBackOrStop(
        _ lease: Lease, message: String, due: SQL = TaskStore.atOnce, countsRun: Bool, now: Timestamp,
        on connection: any SQLConnection
    ) throws -> JobStatus? {
        let isWaiting = try giveBack(
            lease, message: message, due: due, countsRun: countsRun, now: now, on: connection)
        if isWaiting { return nil }
        return try end(lease, as: .stopped, message: "", now: now, on: connection) ? .stopped : nil
    }

    /// Gives a task back that nothing came of; one that was being stopped has stopped, and one that was begun
    /// `mostRuns` times has failed.
    static func release(
        _ lease: Lease, isStopping: Bool, mostRuns: Int, now: Timestamp, on connection: any SQLConnection
    ) throws {
        if isStopping {
            _ = try end(lease, as: .stopped, message: "", now: now, on: connection)
        } else if lease.run >= mostRuns {
            let message = "what came of it could not be written \(lease.run) times"
            _ = try end(lease, as: .error, message: message, now: now, on: connection)
        } else {
            _ = try giveBack(lease, message: "", countsRun: true, now: now, on: connection)
        }
    }
}
