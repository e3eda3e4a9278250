import SQL
package import Time

/// An entry of the audit log.
package struct AuditRecord: Sendable, Hashable {
    /// The entry's number; 0 for one that isn't kept in the database.
    package let id: Int64
    package let time: Timestamp
    package let username: String
    package let operation: String
    package let resourceType: String
    package let resource: String
    package let description: String
    package let isSuccess: Bool

    init(row: Row) throws {
        id = try row.int64("id")
        time = Timestamp(microseconds: try row.int64("op_time"))
        username = try row.text("username")
        operation = try row.text("operation")
        resourceType = try row.text("resource_type")
        resource = try row.text("resource")
        description = try row.text("description")
        isSuccess = try row.bool("is_success")
    }

    init(_ stamped: StampedEntry) {
        id = 0
        time = stamped.time
        username = AuditText.name(stamped.entry.operator)
        operation = AuditText.name(stamped.entry.operation)
        resourceType = AuditText.name(stamped.entry.resourceType)
        resource = AuditText.clean(stamped.entry.resource)
        description = AuditText.description(of: stamped)
        isSuccess = stamped.entry.isSuccess
    }
}
