package import Access
import SQL
package import Time

/// A project: the first component of its repositories' names, and the place where rights are given.
package struct Project: Sendable, Hashable {
    package let id: Int64
    package let name: String
    /// Whether anybody may pull from it.
    package let isPublic: Bool
    /// Whether an index may list manifests that the repository doesn't have.
    package let allowsSparseIndex: Bool
    package let ownerID: Int64
    package let createdAt: Timestamp
    /// When its settings were changed last.
    package let updatedAt: Timestamp

    init(row: Row) throws {
        id = try row.int64("id")
        name = try row.text("name")
        isPublic = try row.bool("is_public")
        allowsSparseIndex = try row.bool("allows_sparse_index")
        ownerID = try row.int64("owner_id")
        createdAt = Timestamp(microseconds: try row.int64("created_at"))
        updatedAt = Timestamp(microseconds: try row.int64("updated_at"))
    }

    /// What decides about rights in the project.
    package var facts: ProjectFacts { ProjectFacts(id: id, name: name, isPublic: isPublic) }
}
