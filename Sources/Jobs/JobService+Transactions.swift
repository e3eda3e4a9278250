package import SQL

extension JobService {
    /// Removes all executions of some kinds that were for something, those that run too: what comes of them is dropped.
    package static func remove(vendorTypes: [String], vendorID: Int64, on connection: any SQLConnection) throws {
        try connection.execute(
            "DELETE FROM execution WHERE vendor_type IN \(list: vendorTypes) AND vendor_id = \(vendorID)")
    }

    /// What executions of some kinds were for: the numbers of all such things, each once.
    package static func vendorIDs(of vendorTypes: [String], on connection: any SQLConnection) throws -> Set<Int64> {
        let rows = try connection.query(
            "SELECT DISTINCT vendor_id FROM execution WHERE vendor_type IN \(list: vendorTypes)")
        return Set(try rows.map { try $0.int64("vendor_id") })
    }
}
