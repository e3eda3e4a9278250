package import SQL
package import Time

extension JobService {
    /// Stops all executions of a kind that were for something, within the transaction in which it goes: tasks that wait end
    /// here, those that run within two seconds of it. Whoever commits tells of it (`ChangeTopic.jobs`).
    package static func stop(
        vendorType: String, vendorID: Int64, now: Timestamp, on connection: any SQLConnection
    ) throws {
        let unfinished = try connection.query(
            """
            SELECT id FROM execution
            WHERE vendor_type = \(vendorType) AND vendor_id = \(vendorID) AND ended_at IS NULL ORDER BY id
            """)
        for row in unfinished { try TaskStore.stop(execution: try row.int64("id"), now: now, on: connection) }
    }

    /// What executions of some kinds were for: the numbers of all such things, each once.
    package static func vendorIDs(of vendorTypes: [String], on connection: any SQLConnection) throws -> Set<Int64> {
        let rows = try connection.query(
            "SELECT DISTINCT vendor_id FROM execution WHERE vendor_type IN \(list: vendorTypes)")
        return Set(try rows.map { try $0.int64("vendor_id") })
    }
}
