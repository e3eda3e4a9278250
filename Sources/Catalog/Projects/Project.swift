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

    init(row: Row) throws {
        id = try row.int64("id")
        name = try row.text("name")
        isPublic = try row.bool("is_public")
        allowsSparseIndex = try row.bool("allows_sparse_index")
        ownerID = try row.int64("owner_id")
        createdAt = Timestamp(microseconds: try row.int64("created_at"))
    }

    /// What decides about rights in the project.
    package var facts: ProjectFacts { ProjectFacts(id: id, name: name, isPublic: isPublic) }
}

/// Why a project could not be made, found or deleted.
package enum ProjectError: Error, Hashable, Sendable, CustomStringConvertible {
    case invalidName
    case nameTaken(String)
    case unknown(String)
    case notEmpty(String)

    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .invalidName:
            "a project name has 1 to 255 lower-case letters, digits, and single . _ - between them"
        case .nameTaken(let name): "a project called \(name) exists already"
        case .unknown(let name): "there is no project called \(name)"
        case .notEmpty(let name):
            "the project \(name) contains repositories, can not be deleted: delete their artifacts first"
        }
    }
}
