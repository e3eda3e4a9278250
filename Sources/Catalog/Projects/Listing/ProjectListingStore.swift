import Listing
import SQL

/// The SQL of lists of projects; its functions run inside a unit of work and throw `DatabaseError`.
enum ProjectListingStore {
    /// What lists of projects can be filtered and sorted by.
    static let columns = ListColumns(
        [
            "name": .text("p.name"), "project_id": .integer("p.id"), "id": .integer("p.id"),
            "owner_id": .integer("p.owner_id"), "owner": .text("u.username"), "owner_name": .text("u.username"),
            "public": .boolean("p.is_public"), "creation_time": .time("p.created_at"),
            "update_time": .time("p.updated_at"),
        ],
        ignored: ["deleted", "registry_id", "togglable", "with_detail"])

    private static let from: SQL = "FROM project p JOIN user_account u ON u.id = p.owner_id"

    /// How many repositories the project `p` has.
    static let repositoryCount: SQL = "(SELECT count(*) FROM repository r WHERE r.project_id = p.id)"

    /// A page of the projects that fulfil the conditions: each with its owner's name and its count of repositories.
    static func page(
        _ request: ListRequest, conditions: [SQL], on connection: any SQLConnection
    ) throws -> [(project: Project, ownerName: String, repositoryCount: Int64)] {
        let order = columns.order(by: request.sort, default: "p.name", tieBreak: "p.id")
        return try connection.query(
            """
            SELECT p.id, p.name, p.owner_id, p.is_public, p.allows_sparse_index, p.created_at, p.updated_at,
                u.username, \(fragment: repositoryCount) AS repositories
            \(fragment: from)\(fragment: .filter(by: conditions))\(fragment: order)
            LIMIT \(request.page.limit) OFFSET \(request.page.offset)
            """
        ).map { (try Project(row: $0), try $0.text("username"), try $0.int64("repositories")) }
    }

    /// How many projects fulfil the conditions.
    static func count(conditions: [SQL], on connection: any SQLConnection) throws -> Int64 {
        try connection.query("SELECT count(*) AS n \(fragment: from)\(fragment: .filter(by: conditions))")[0].int64("n")
    }

    /// How many repositories a project has.
    static func repositoryCount(projectID: Int64, on connection: any SQLConnection) throws -> Int64 {
        try connection.query("SELECT \(fragment: repositoryCount) AS n FROM project p WHERE p.id = \(projectID)")
            .first?.int64("n") ?? 0
    }

    static func ownerName(of project: Project, on connection: any SQLConnection) throws -> String {
        try connection.query("SELECT username FROM user_account WHERE id = \(project.ownerID)").first?.text("username")
            ?? ""
    }
}
