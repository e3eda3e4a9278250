import SQL
import Time

extension AuditStore {
    /// How many entries a purge would remove.
    static func count(_ purge: AuditPurge, before oldest: Timestamp, on connection: any SQLConnection) throws -> Int {
        try connection.query(
            "SELECT count(*) AS n FROM audit_log WHERE \(fragment: condition(purge, before: oldest))")[0].int("n")
    }

    /// Removes the oldest entries of a purge, at most `limit`, and gives how many.
    static func remove(
        _ purge: AuditPurge, before oldest: Timestamp, limit: Int, on connection: any SQLConnection
    ) throws -> Int {
        let removed = try connection.query(
            """
            DELETE FROM audit_log WHERE id IN (
                SELECT id FROM audit_log WHERE \(fragment: condition(purge, before: oldest))
                ORDER BY op_time, id LIMIT \(limit))
            RETURNING project_id
            """
        ).map { try $0.int64("project_id") }
        let counts = Dictionary(grouping: removed) { $0 }.mapValues(\.count)
        // In the order of their numbers, so that two nodes never wait for each other's rows.
        for (project, count) in counts.sorted(by: { $0.key < $1.key }) {
            try connection.execute(
                "UPDATE audit_count SET entries = entries - \(count) WHERE project_id = \(project)")
        }
        return removed.count
    }

    private static func condition(_ purge: AuditPurge, before oldest: Timestamp) -> SQL {
        guard let types = purge.eventTypes else { return "op_time < \(oldest)" }
        return "op_time < \(oldest) AND operation || '_' || resource_type IN \(list: types)"
    }
}
