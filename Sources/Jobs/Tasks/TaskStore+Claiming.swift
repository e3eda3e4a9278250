import SQL
import Time

extension TaskStore {
    /// Takes up to `wanted` waiting tasks of a type for a process, in the order in which they were due, new ones before
    /// those that are tried again; none if the type is paused, or if others took the process for dead.
    ///
    /// The type's row is locked first, so that two processes together never pass the limit of the cluster; then the
    /// process's, so that nobody takes it for dead meanwhile. A task that can't be read isn't among them: it has failed.
    static func claim(
        _ type: JobType, wanted: Int, node: String, clock: JobClock, now: Timestamp, on connection: any SQLConnection
    ) throws -> [JobTask] {
        let queue = try connection.query(
            "SELECT is_paused FROM job_queue WHERE type = \(type.name)\(fragment: connection.dialect.forUpdate)")
        guard let queue = queue.first, try !queue.bool("is_paused") else { return [] }
        let member = try connection.query(
            "SELECT id FROM job_node WHERE id = \(node)\(fragment: connection.dialect.forShare)")
        guard !member.isEmpty else { return [] }
        var free = wanted
        if let limit = type.perCluster {
            let running = try connection.query(
                "SELECT count(*) AS n FROM task WHERE type = \(type.name) AND status = 'Running'")
            free = min(free, limit - (try running.first?.int("n") ?? 0))
        }
        guard free > 0 else { return [] }
        // Materialised: a subquery may run again for each row that it is compared with, and pass the limit.
        let tasks = try connection.query(
            """
            WITH chosen AS MATERIALIZED (
                SELECT id FROM task
                WHERE type = \(type.name) AND status = 'Pending' AND available_at <= \(fragment: clock.moment)
                ORDER BY available_at, id LIMIT \(free)\(fragment: connection.dialect.forUpdateSkipLocked))
            UPDATE task SET status = 'Running', node = \(node), runs = runs + 1, updated_at = \(now),
                started_at = coalesce(started_at, \(now))
            WHERE id IN (SELECT id FROM chosen)
            RETURNING \(fragment: columns)
            """
        ).map(JobTask.init(row:))
        try ExecutionStore.begin(Set(tasks.map(\.executionID)).sorted(), now: now, on: connection)
        for task in tasks where !task.isReadable { try endUnreadable(task, node: node, now: now, on: connection) }
        return tasks.filter(\.isReadable)
    }

    /// Ends a task that no process could ever begin, so that it doesn't stand before the others of its type for ever.
    private static func endUnreadable(
        _ task: JobTask, node: String, now: Timestamp, on connection: any SQLConnection
    ) throws {
        let message = "what it was to do can't be read"
        let lease = Lease(task: task.id, node: node, run: task.runs)
        try TaskLogStore.append("\(now.internetText) failed: \(message)\n", to: task.id, on: connection)
        _ = try end(lease, as: .error, message: message, now: now, on: connection)
    }

    /// Holds if a type, an expression, has a waiting task that is due.
    static func isAnyDue(of type: SQL, at moment: SQL) -> SQL {
        """
        EXISTS (SELECT 1 FROM task t
            WHERE t.type = \(fragment: type) AND t.status = 'Pending' AND t.available_at <= \(fragment: moment))
        """
    }

    /// Makes sure that each type has its row.
    static func addQueues(_ types: [String], on connection: any SQLConnection) throws {
        for type in types {
            try connection.execute(
                "INSERT INTO job_queue (type, is_paused) VALUES (\(type), FALSE) ON CONFLICT (type) DO NOTHING")
        }
    }

    /// Lets tasks begin at once that are due later than any wait ends: the clock was wrong when they were put off, or has
    /// gone back since.
    static func bringForward(by clock: JobClock, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            UPDATE task SET available_at = \(fragment: atOnce)
            WHERE status = 'Pending' AND available_at > \(fragment: clock.after((Backoff.limit + 60) * 1_000_000))
            """)
    }
}
