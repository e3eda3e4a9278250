import SQL
package import Time

/// An entry of the audit log.
package struct AuditRecord: Sendable, Hashable {
    /// The entry's number; 0 for one that isn't kept in the database.
    package let id: Int64
    /// When it happened.
    package let time: Timestamp
    /// Who did it; `anonymous` for nobody who signed in.
    package let username: String
    /// What was done, such as `create` or `pull`.
    package let operation: String
    /// What kind of thing it was done to.
    package let resourceType: String
    /// The name of what it was done to.
    package let resource: String
    /// A sentence about it.
    package let description: String
    /// Whether it was done; false if it was refused or failed.
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
