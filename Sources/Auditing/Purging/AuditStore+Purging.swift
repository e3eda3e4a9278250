import SQL
import Time

/// A place in the audit log in the order of time.
struct AuditPlace: Hashable, Sendable {
    /// Before every entry.
    static let beginning = AuditPlace(time: Timestamp(microseconds: .min), id: 0)
    /// Behind every entry.
    static let end = AuditPlace(time: Timestamp(microseconds: .max), id: .max)

    let time: Timestamp
    let id: Int64
}

/// A part of the audit log: what lies behind a place, up to another one and with it.
struct AuditWindow: Hashable, Sendable {
    let start: AuditPlace
    let end: AuditPlace

    fileprivate var condition: SQL {
        "(op_time, id) > (\(start.time), \(start.id)) AND (op_time, id) <= (\(end.time), \(end.id))"
    }
}

extension AuditStore {
    /// The next entries behind a place that are older than `oldest`, at most `limit` of them; nil if there are none.
    static func window(
        behind start: AuditPlace, before oldest: Timestamp, limit: Int, on connection: any SQLConnection
    ) throws -> AuditWindow? {
        let last = try connection.query(
            """
            SELECT op_time, id FROM audit_log
            WHERE (op_time, id) > (\(start.time), \(start.id)) AND op_time < \(oldest)
            ORDER BY op_time, id LIMIT \(limit)
            """
        ).last
        return try last.map { row in
            let end = AuditPlace(time: try row.timestamp("op_time"), id: try row.int64("id"))
            return AuditWindow(start: start, end: end)
        }
    }

    /// How many entries of a window a purge would remove.
    static func count(_ purge: AuditPurge, in window: AuditWindow, on connection: any SQLConnection) throws -> Int {
        try connection.query(
            "SELECT count(*) AS n FROM audit_log WHERE \(fragment: condition(purge, window))")[0].int("n")
    }

    /// Removes the entries of a window that a purge is about, and gives how many.
    static func remove(_ purge: AuditPurge, in window: AuditWindow, on connection: any SQLConnection) throws -> Int {
        let removed = try connection.query(
            "DELETE FROM audit_log WHERE \(fragment: condition(purge, window)) RETURNING project_id"
        ).map { try $0.int64("project_id") }
        let counts = Dictionary(grouping: removed) { $0 }.mapValues(\.count)
        // In the order of their numbers, so that two nodes never wait for each other's rows.
        for (project, count) in counts.sorted(by: { $0.key < $1.key }) {
            try connection.execute(
                "UPDATE audit_count SET entries = entries - \(count) WHERE project_id = \(project)")
        }
        return removed.count
    }

    private static func condition(_ purge: AuditPurge, _ window: AuditWindow) -> SQL {
        guard let types = purge.eventTypes else { return window.condition }
        return "\(fragment: window.condition) AND operation || '_' || resource_type IN \(list: types)"
    }
}
