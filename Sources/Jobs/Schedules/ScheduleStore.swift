import Cron
import OCI
import SQL
import Time

/// The SQL of schedules.
enum ScheduleStore {
    private static let selected: SQL = """
        SELECT id, vendor_type, vendor_id, kind, cron, parameters, \(fragment: arePaused) AS is_paused, catches_up,
            next_at, planned_at, created_at, updated_at
        FROM schedule
        """
    /// Holds if no schedule fires: a queue's row is the switch, for the schedules that there are and for later ones.
    private static let arePaused: SQL =
        "EXISTS (SELECT 1 FROM job_queue WHERE type = \(QueueStore.schedules) AND is_paused)"

    /// The schedule of something.
    static func find(vendorType: String, vendorID: Int64, on connection: any SQLConnection) throws -> Schedule? {
        try connection.query(
            "\(fragment: selected) WHERE vendor_type = \(vendorType) AND vendor_id = \(vendorID)"
        ).first.map(Schedule.init(row:))
    }

    /// A page of all schedules.
    static func page(limit: Int, offset: Int, on connection: any SQLConnection) throws -> [Schedule] {
        try connection.query("\(fragment: selected) ORDER BY id LIMIT \(limit) OFFSET \(offset)").map(
            Schedule.init(row:))
    }

    /// How many schedules there are.
    static func count(on connection: any SQLConnection) throws -> Int64 {
        try connection.query("SELECT count(*) AS n FROM schedule").first?.int64("n") ?? 0
    }

    /// Makes or replaces the schedule of something.
    static func put(_ new: NewSchedule, now: Timestamp, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO schedule (
                vendor_type, vendor_id, kind, cron, parameters, catches_up, next_at, planned_at, created_at, updated_at)
            VALUES (
                \(new.vendorType), \(new.vendorID), \(new.kind), \(new.cron?.text ?? ""),
                \(new.parameters.columnText), \(new.catchesUp), \(new.cron?.next(after: now)), \(now), \(now), \(now))
            ON CONFLICT (vendor_type, vendor_id) DO UPDATE SET kind = excluded.kind, cron = excluded.cron,
                parameters = excluded.parameters, catches_up = excluded.catches_up, next_at = excluded.next_at,
                planned_at = excluded.planned_at, updated_at = excluded.updated_at
            """)
    }

    /// Holds if a schedule has to fire, or was planned by a clock that has gone back since.
    static func isAnyDue(at moment: SQL) -> SQL {
        """
        EXISTS (SELECT 1 FROM schedule WHERE \(fragment: isDue(at: moment)))
            AND NOT \(fragment: arePaused)
        """
    }

    /// The schedules that have to fire or to be planned anew, at most `limit`, locked until the transaction ends.
    /// What another process has fired meanwhile isn't among them. One whose expression can't be read has no plan.
    static func lockDue(
        at moment: SQL, limit: Int, on connection: any SQLConnection
    ) throws -> [(schedule: Schedule, plan: FiringPlan?)] {
        try connection.query(
            """
            \(fragment: selected) WHERE \(fragment: isDue(at: moment)) ORDER BY id LIMIT \(limit)
            \(fragment: connection.dialect.forUpdate)
            """
        ).map { row in
            let schedule = try Schedule(row: row)
            guard let cron = schedule.cron else { return (schedule, nil) }
            let plan = FiringPlan(
                cron: cron, catchesUp: schedule.catchesUp, nextAt: schedule.nextAt,
                plannedAt: try row.timestamp("planned_at"))
            return (schedule, plan)
        }
    }

    /// Writes when a schedule fires next, by the clock that shows `now`.
    static func plan(_ id: Int64, nextAt: Timestamp?, now: Timestamp, on connection: any SQLConnection) throws {
        try connection.execute("UPDATE schedule SET next_at = \(nextAt), planned_at = \(now) WHERE id = \(id)")
    }

    private static func isDue(at moment: SQL) -> SQL {
        "cron <> '' AND (next_at <= \(fragment: moment) OR planned_at > \(fragment: moment))"
    }
}

extension Schedule {
    init(row: Row) throws {
        id = try row.int64("id")
        vendorType = try row.text("vendor_type")
        vendorID = try row.int64("vendor_id")
        kind = try row.text("kind")
        cron = try? CronExpression(try row.text("cron"))
        parameters = try row.jsonObject("parameters")
        catchesUp = try row.bool("catches_up")
        isPaused = try row.bool("is_paused")
        nextAt = try row.optionalTimestamp("next_at")
        createdAt = try row.timestamp("created_at")
        updatedAt = try row.timestamp("updated_at")
    }
}
