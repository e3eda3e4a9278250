package import SQL

extension JobService {
    /// Removes all executions of some kinds that were for something, those that run too: what comes of them is dropped.
    package static func remove(vendorTypes: [String], vendorID: Int64, on connection: any SQLConnection) throws {
        try connection.execute(
            "DELETE FROM execution WHERE vendor_type IN \(list: vendorTypes) AND vendor_id = \(vendorID)")
    }
}
