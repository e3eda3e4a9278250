package import SQL

extension MemberStore {
    /// What a user may do in each project that the user is a member of.
    static func standings(userID: Int64, on connection: any SQLConnection) throws -> [Int64: Standing] {
        let rows = try connection.query(
            """
            SELECT m.project_id, m.role_id, m.repository_pattern, p.resource, p.action
            FROM project_member m LEFT JOIN custom_role_permission p ON p.role_id = m.role_id
            WHERE \(fragment: belongs(to: userID, "m"))
            """)
        return try Dictionary(grouping: rows) { try $0.int64("project_id") }.mapValues { try Standing(rows: $0) }
    }
}

extension MemberStore {
    /// How many members of a project have each of the roles, by the roles' numbers.
    package static func countsByRole(projectID: Int64, on connection: any SQLConnection) throws -> [Int64: Int64] {
        let rows = try connection.query(
            "SELECT role_id, count(*) AS n FROM project_member WHERE project_id = \(projectID) GROUP BY role_id")
        return Dictionary(try rows.map { (try $0.int64("role_id"), try $0.int64("n")) }) { first, _ in first }
    }
}
