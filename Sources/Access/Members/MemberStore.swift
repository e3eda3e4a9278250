package import SQL
package import Time

/// The SQL of project members; its functions run inside a unit of work and throw `DatabaseError`.
package enum MemberStore {
    package static let migrations = [
        Migration(identifier: "0004-member") { dialect in
            [
                """
                CREATE TABLE project_member (
                    id \(fragment: dialect.identityColumn),
                    project_id BIGINT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
                    user_id BIGINT NOT NULL REFERENCES user_account (id),
                    role BIGINT NOT NULL,
                    created_at BIGINT NOT NULL,
                    UNIQUE (project_id, user_id))
                """,
                "CREATE INDEX project_member_user ON project_member (user_id)",
            ]
        }
    ]

    /// What a user may do in a project.
    static func standing(userID: Int64, projectID: Int64, on connection: any SQLConnection) throws -> Standing {
        let roles = try connection.query(
            "SELECT role FROM project_member WHERE user_id = \(userID) AND project_id = \(projectID)"
        ).compactMap { ProjectRole(rawValue: try $0.int("role")) }
        return Standing(roles: roles.map { Int64($0.rawValue) }, grants: roles.map { Grant($0.permissions) })
    }

    /// Adds a member; a second membership of one user is a unique violation.
    package static func insert(
        projectID: Int64, userID: Int64, role: ProjectRole, now: Timestamp, on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO project_member (project_id, user_id, role, created_at)
            VALUES (\(projectID), \(userID), \(role.rawValue), \(now))
            """)
    }

    static func delete(projectID: Int64, userID: Int64, on connection: any SQLConnection) throws -> Bool {
        try connection.execute(
            "DELETE FROM project_member WHERE project_id = \(projectID) AND user_id = \(userID)") > 0
    }

    static func list(projectID: Int64, on connection: any SQLConnection) throws -> [Member] {
        try connection.query(
            """
            SELECT m.id, m.role, u.username FROM project_member m JOIN user_account u ON u.id = m.user_id
            WHERE m.project_id = \(projectID) ORDER BY m.id
            """
        ).compactMap { row in
            guard let role = ProjectRole(rawValue: try row.int("role")) else { return nil }
            return Member(id: try row.int64("id"), username: try row.text("username"), role: role)
        }
    }
}

/// A user's place in a project.
package struct Member: Sendable, Hashable {
    package let id: Int64
    package let username: String
    package let role: ProjectRole
}
