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

    /// A page of the projects that fulfil the conditions, each with its owner's name.
    static func page(
        _ request: ListRequest, conditions: [SQL], on connection: any SQLConnection
    ) throws -> [(project: Project, ownerName: String)] {
        let order = columns.order(by: request.sort, default: "p.name", tieBreak: "p.id")
        return try connection.query(
            """
            SELECT p.id, p.name, p.owner_id, p.is_public, p.allows_sparse_index, p.created_at, p.updated_at,
                u.username
            \(fragment: from)\(fragment: .filter(by: conditions))\(fragment: order)
            LIMIT \(request.page.limit) OFFSET \(request.page.offset)
            """
        ).map { (try Project(row: $0), try $0.text("username")) }
    }

    /// How many projects fulfil the conditions.
    static func count(conditions: [SQL], on connection: any SQLConnection) throws -> Int64 {
        try connection.query("SELECT count(*) AS n \(fragment: from)\(fragment: .filter(by: conditions))")[0].int64("n")
    }

    /// How many repositories each of some projects has; one without any is missing.
    ///
    /// Asked after the page is known: sorting would make the database count those of all projects.
    static func repositoryCounts(ofProjects ids: [Int64], on connection: any SQLConnection) throws -> [Int64: Int64] {
        let rows = try connection.query(
            "SELECT project_id, count(*) AS n FROM repository WHERE project_id IN \(list: ids) GROUP BY project_id")
        return try rows.reduce(into: [:]) { $0[try $1.int64("project_id")] = try $1.int64("n") }
    }

    /// How many repositories a project has.
    static func repositoryCount(projectID: Int64, on connection: any SQLConnection) throws -> Int64 {
        try connection.query("SELECT count(*) AS n FROM repository WHERE project_id = \(projectID)")[0].int64("n")
    }

    static func ownerName(of project: Project, on connection: any SQLConnection) throws -> String {
        try connection.query("SELECT username FROM user_account WHERE id = \(project.ownerID)").first?.text("username")
            ?? ""
    }
}
