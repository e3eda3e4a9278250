import Cron
import OCI
import SQL
import Time

/// The SQL of schedules.
enum ScheduleStore {
    private static let selected: SQL = """
        SELECT id, vendor_type, vendor_id, kind, cron, parameters, is_paused, catches_up, next_at, last_at, created_at,
            updated_at
        FROM schedule
        """

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
    static func put(_ new: NewSchedule, nextAt: Timestamp?, now: Timestamp, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO schedule (
                vendor_type, vendor_id, kind, cron, parameters, is_paused, catches_up, next_at, created_at, updated_at)
            VALUES (
                \(new.vendorType), \(new.vendorID), \(new.kind), \(new.cron?.text ?? ""),
                \(new.parameters.columnText), FALSE, \(new.catchesUp), \(nextAt), \(now), \(now))
            ON CONFLICT (vendor_type, vendor_id) DO UPDATE SET kind = excluded.kind, cron = excluded.cron,
                parameters = excluded.parameters, catches_up = excluded.catches_up, next_at = excluded.next_at,
                updated_at = excluded.updated_at
            """)
    }

    /// Pauses all schedules, or lets them go on.
    static func pauseAll(_ isPaused: Bool, now: Timestamp, on connection: any SQLConnection) throws {
        try connection.execute("UPDATE schedule SET is_paused = \(isPaused), updated_at = \(now)")
    }

    /// Whether there is a schedule that isn't paused.
    static func isAnyActive(on connection: any SQLConnection) throws -> Bool {
        try !connection.query("SELECT id FROM schedule WHERE NOT is_paused LIMIT 1").isEmpty
    }

    /// Whether a schedule may have to fire or be planned anew: one is due, or planned later than its own past says.
    static func needsLook(now: Timestamp, on connection: any SQLConnection) throws -> Bool {
        try !connection.query(
            """
            SELECT id FROM schedule WHERE NOT is_paused AND cron <> ''
                AND (next_at IS NULL OR next_at <= \(now) OR last_at > \(now) OR updated_at > \(now)) LIMIT 1
            """
        ).isEmpty
    }

    /// The schedules that fire some time, locked until the transaction ends: processes fire one after the other.
    static func lockActive(on connection: any SQLConnection) throws -> [(schedule: Schedule, plan: FiringPlan)] {
        try connection.query(
            """
            \(fragment: selected) WHERE NOT is_paused AND cron <> '' ORDER BY id\(fragment: connection.dialect.forUpdate)
            """
        ).compactMap { row in
            let schedule = try Schedule(row: row)
            guard let cron = schedule.cron else { return nil }
            let plan = FiringPlan(
                cron: cron, catchesUp: try row.bool("catches_up"), nextAt: schedule.nextAt,
                lastAt: try row.optionalTimestamp("last_at"))
            return (schedule, plan)
        }
    }

    /// Writes when a schedule fires next, and when it fired if it did.
    static func plan(_ id: Int64, nextAt: Timestamp?, firedAt: Timestamp?, on connection: any SQLConnection) throws {
        try connection.execute(
            "UPDATE schedule SET next_at = \(nextAt), last_at = coalesce(\(firedAt), last_at) WHERE id = \(id)")
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
        isPaused = try row.bool("is_paused")
        nextAt = try row.optionalTimestamp("next_at")
        createdAt = try row.timestamp("created_at")
        updatedAt = try row.timestamp("updated_at")
    }
}
