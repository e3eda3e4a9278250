import Catalog
import OCI
import SQL

/// The SQL of the repositories that retention goes through; its functions run inside a unit of work and throw
/// `DatabaseError`.
enum RetentionRepositoryStore {
    private static let selected: SQL = """
        SELECT r.id, r.project_id, r.name FROM repository r JOIN project p ON p.id = r.project_id
        """

    /// Repositories of a project after a number, in the order of their numbers.
    static func page(
        projectID: Int64, after id: Int64, limit: Int, on connection: any SQLConnection
    ) throws -> [RepositoryRecord] {
        try connection.query(
            """
            \(fragment: selected) WHERE r.project_id = \(projectID) AND r.id > \(id) AND NOT p.is_deleting
            ORDER BY r.id LIMIT \(limit)
            """
        ).map(record)
    }

    /// A repository by its number.
    static func find(_ id: Int64, on connection: any SQLConnection) throws -> RepositoryRecord? {
        try connection.query("\(fragment: selected) WHERE r.id = \(id) AND NOT p.is_deleting").first.map(record)
    }

    /// A repository of a project by its name without the project's.
    static func find(
        _ path: String, projectID: Int64, on connection: any SQLConnection
    ) throws -> RepositoryRecord? {
        try connection.query(
            """
            \(fragment: selected) WHERE r.project_id = \(projectID) AND r.name = p.name || '/' || \(path)
                AND NOT p.is_deleting
            """
        ).first.map(record)
    }

    private static func record(_ row: Row) throws -> RepositoryRecord {
        RepositoryRecord(
            id: try row.int64("id"), projectID: try row.int64("project_id"),
            name: try RepositoryName(row.text("name")))
    }
}
