import SQL
import Time

/// What a process sees when it looks for something to do: one statement, so that a registry at rest costs little.
struct JobLook: Sendable {
    /// A task that the process works on, or took without learning of it.
    struct Held: Sendable {
        let lease: Lease
        let type: String
        /// Whether somebody asked for it to stop.
        let isStopping: Bool
    }

    /// What runs under the process's name.
    private(set) var held: [Held] = []
    /// The types that have tasks which are due, in alphabetical order; none that is paused.
    private(set) var waitingTypes: [String] = []
    /// Whether a schedule has to fire or to be planned anew.
    private(set) var isScheduleDue = false

    /// Looks for the process `node`; throws `DatabaseError`.
    init(as node: String, by clock: JobClock, on connection: any SQLConnection) throws {
        let rows = try connection.query(
            """
            SELECT 'held' AS what, type, id, runs, is_stopping FROM task WHERE status = 'Running' AND node = \(node)
            UNION ALL SELECT 'waiting', q.type, 0, 0, FALSE FROM job_queue q
                WHERE NOT q.is_paused AND \(fragment: TaskStore.isAnyDue(of: "q.type", at: clock.moment))
            UNION ALL SELECT 'schedule', '', 0, 0, FALSE
                WHERE \(fragment: ScheduleStore.isAnyDue(at: clock.moment))
            """)
        for row in rows {
            switch try row.text("what") {
            case "held":
                let lease = Lease(task: try row.int64("id"), node: node, run: try row.int("runs"))
                held.append(Held(lease: lease, type: try row.text("type"), isStopping: try row.bool("is_stopping")))
            case "waiting": waitingTypes.append(try row.text("type"))
            default: isScheduleDue = true
            }
        }
        waitingTypes.sort()
    }
}
