import SQL
import Time

/// The SQL of the processes that work on tasks.
enum NodeStore {
    /// Adds a process that works on at most `concurrency` tasks at once.
    static func add(
        _ node: String, _ process: WorkerProcess, concurrency: Int, clock: JobClock, on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO job_node (id, beat, started_at, beat_at, host, process_id, concurrency)
            VALUES (
                \(node), 0, \(fragment: clock.moment), \(fragment: clock.moment), \(process.host),
                \(process.identifier), \(concurrency))
            """)
    }

    /// Counts a process's beat up; false if others took it for dead.
    static func beat(_ node: String, clock: JobClock, on connection: any SQLConnection) throws -> Bool {
        try connection.execute(
            "UPDATE job_node SET beat = beat + 1, beat_at = \(fragment: clock.moment) WHERE id = \(node)") == 1
    }

    /// The beats of all processes.
    static func beats(on connection: any SQLConnection) throws -> [String: Int64] {
        let rows = try connection.query("SELECT id, beat FROM job_node")
        return try Dictionary(
            rows.map { (try $0.text("id"), try $0.int64("beat")) }, uniquingKeysWith: { first, _ in first })
    }

    /// Removes a process whose beat is still `beat`, and takes its tasks over; nothing if it lives.
    static func takeOver(
        _ node: String, beat: Int64, types: [String: JobType], now: Timestamp, on connection: any SQLConnection
    ) throws -> Int {
        let removed = try connection.execute("DELETE FROM job_node WHERE id = \(node) AND beat = \(beat)")
        return removed == 1 ? try takeOverOrphans(types: types, now: now, on: connection) : 0
    }

    /// Removes a process, if it is there.
    static func remove(_ node: String, on connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM job_node WHERE id = \(node)")
    }

    /// Removes every other process than `node`: for a database that only one process at a time can open.
    static func removeOthers(than node: String, on connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM job_node WHERE id <> \(node)")
    }

    /// Lets tasks whose process is gone wait again, and gives how many; what was being stopped has stopped, and what
    /// was begun too often has failed.
    static func takeOverOrphans(
        types: [String: JobType], now: Timestamp, on connection: any SQLConnection
    ) throws -> Int {
        let found = try connection.query(
            """
            SELECT \(fragment: TaskStore.columns) FROM task
            WHERE status = 'Running' AND node NOT IN (SELECT id FROM job_node)
            ORDER BY id\(fragment: connection.dialect.forUpdate)
            """
        ).map(JobTask.init(row:))
        // A row that had to be waited for is judged by the processes that there were before the wait.
        let living = Set(try connection.query("SELECT id FROM job_node").map { try $0.text("id") })
        let orphans = found.filter { !living.contains($0.node ?? "") }
        for task in orphans {
            let lease = Lease(task: task.id, node: task.node ?? "", run: task.runs)
            let mostRuns = types[task.type]?.maximumRuns ?? JobType.usualRuns
            if task.isStopping {
                _ = try TaskStore.end(lease, as: .stopped, message: "", now: now, on: connection)
            } else if task.runs >= mostRuns {
                let message = "begun \(task.runs) times; the last time its process ended, or lost the database"
                _ = try TaskStore.end(lease, as: .error, message: message, now: now, on: connection)
            } else {
                _ = try TaskStore.giveBack(
                    lease, message: "its process ended, or lost the database", countsRun: true, now: now, on: connection
                )
            }
        }
        return orphans.count
    }
}
