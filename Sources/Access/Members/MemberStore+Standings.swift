package import SQL

extension MemberStore {
    /// What a user may do in each project that the user is a member of.
    static func standings(userID: Int64, on connection: any SQLConnection) throws -> [Int64: Standing] {
        let rows = try connection.query("SELECT project_id, role FROM project_member WHERE user_id = \(userID)")
        var roles: [Int64: [ProjectRole]] = [:]
        for row in rows {
            guard let role = ProjectRole(rawValue: try row.int("role")) else { continue }
            roles[try row.int64("project_id"), default: []].append(role)
        }
        return roles.mapValues { roles in
            Standing(roles: roles.map { Int64($0.rawValue) }, grants: roles.map { Grant($0.permissions) })
        }
    }
}

extension MemberStore {
    /// How many members of a project have each of the roles, by the roles' numbers.
    package static func countsByRole(projectID: Int64, on connection: any SQLConnection) throws -> [Int64: Int64] {
        let rows = try connection.query(
            "SELECT role, count(*) AS n FROM project_member WHERE project_id = \(projectID) GROUP BY role")
        return Dictionary(try rows.map { (try $0.int64("role"), try $0.int64("n")) }) { first, _ in first }
    }
}
