import SQL
package import Time

/// A project's limit and what it holds.
package struct Quota: Sendable, Hashable {
    /// The number of the quota, which is its project's.
    package let id: Int64
    package let projectName: String
    package let ownerName: String
    package let limit: StorageLimit
    /// What the project's artifacts hold in bytes: each manifest and blob once.
    package let used: Int64
    package let createdAt: Timestamp
    package let updatedAt: Timestamp

    init(row: Row) throws {
        id = try row.int64("id")
        projectName = try row.text("project_name")
        ownerName = try row.text("owner_name")
        limit = try StorageLimit(row.int64("hard"))
        used = max(0, try row.int64("used"))
        createdAt = Timestamp(microseconds: try row.int64("created_at"))
        updatedAt = Timestamp(microseconds: try row.int64("updated_at"))
    }
}
