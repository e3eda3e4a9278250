import Listing
package import OCI
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
        },
        Migration(identifier: "0008-member") { dialect in
            dialect == .postgresql ? extendOnPostgreSQL : rebuildOnSQLite(dialect)
        },
    ]

    private static let extendOnPostgreSQL: [SQL] = [
        "ALTER TABLE project_member RENAME COLUMN role TO role_id",
        """
        ALTER TABLE project_member ALTER COLUMN user_id DROP NOT NULL, ADD COLUMN group_id BIGINT,
            ADD COLUMN repository_pattern TEXT NOT NULL DEFAULT '',
            DROP CONSTRAINT project_member_project_id_user_id_key,
            ADD UNIQUE (project_id, user_id, repository_pattern), ADD UNIQUE (project_id, group_id, repository_pattern),
            ADD CHECK ((user_id IS NULL) <> (group_id IS NULL))
        """,
        "CREATE INDEX project_member_group ON project_member (group_id)",
    ]

    /// SQLite can't drop a constraint.
    private static func rebuildOnSQLite(_ dialect: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE project_member_new (
                id \(fragment: dialect.identityColumn),
                project_id BIGINT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
                user_id BIGINT REFERENCES user_account (id),
                group_id BIGINT,
                role_id BIGINT NOT NULL,
                repository_pattern TEXT NOT NULL DEFAULT '',
                created_at BIGINT NOT NULL,
                UNIQUE (project_id, user_id, repository_pattern),
                UNIQUE (project_id, group_id, repository_pattern),
                CHECK ((user_id IS NULL) <> (group_id IS NULL)))
            """,
            """
            INSERT INTO project_member_new (id, project_id, user_id, role_id, created_at)
            SELECT id, project_id, user_id, role, created_at FROM project_member
            """,
            "DROP TABLE project_member",
            "ALTER TABLE project_member_new RENAME TO project_member",
            "CREATE INDEX project_member_user ON project_member (user_id)",
            "CREATE INDEX project_member_group ON project_member (group_id)",
        ]
    }

    /// A condition: the membership `alias` is the user's or that of one of its groups.
    static func belongs(to userID: Int64, _ alias: SQL) -> SQL {
        """
        (\(fragment: alias).user_id = \(userID) OR \(fragment: alias).group_id IN
            (SELECT gm.group_id FROM user_group_member gm WHERE gm.user_id = \(userID)))
        """
    }

    /// What a user may do in a project.
    static func standing(userID: Int64, projectID: Int64, on connection: any SQLConnection) throws -> Standing {
        let rows = try connection.query(
            """
            SELECT m.id, m.role_id, m.repository_pattern, p.resource, p.action
            FROM project_member m LEFT JOIN custom_role_permission p ON p.role_id = m.role_id
            WHERE m.project_id = \(projectID) AND \(fragment: belongs(to: userID, "m")) ORDER BY m.id
            """)
        return try Standing(rows: rows)
    }

    /// Adds a member; a second membership of one user for the same repositories is a unique violation.
    @discardableResult
    package static func insert(
        projectID: Int64, entity: Member.Entity, roleID: Int64, repositories: Glob? = nil, now: Timestamp,
        on connection: any SQLConnection
    ) throws -> Int64 {
        let (user, group): (Int64?, Int64?) =
            switch entity {
            case .user(let id): (id, nil)
            case .group(let id): (nil, id)
            }
        return try connection.query(
            """
            INSERT INTO project_member (project_id, user_id, group_id, role_id, repository_pattern, created_at)
            VALUES (\(projectID), \(user), \(group), \(roleID), \(repositories?.description ?? ""), \(now))
            RETURNING id
            """
        )[0].int64("id")
    }

    /// Adds a user with a role in the whole project; a second such membership is a unique violation.
    package static func insert(
        projectID: Int64, userID: Int64, role: ProjectRole, now: Timestamp, on connection: any SQLConnection
    ) throws {
        try insert(projectID: projectID, entity: .user(userID), roleID: role.id, now: now, on: connection)
    }

    /// Deletes all of a user's memberships in a project.
    static func delete(projectID: Int64, userID: Int64, on connection: any SQLConnection) throws -> Bool {
        try connection.execute(
            "DELETE FROM project_member WHERE project_id = \(projectID) AND user_id = \(userID)") > 0
    }

    /// Deletes a membership; false if the project has none of the number.
    static func delete(id: Int64, projectID: Int64, on connection: any SQLConnection) throws -> Bool {
        try connection.execute("DELETE FROM project_member WHERE id = \(id) AND project_id = \(projectID)") > 0
    }

    /// Gives a membership another role and other repositories; false if the project has none of the number.
    static func update(
        id: Int64, projectID: Int64, roleID: Int64, repositories: Glob?, on connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE project_member SET role_id = \(roleID), repository_pattern = \(repositories?.description ?? "")
            WHERE id = \(id) AND project_id = \(projectID)
            """) > 0
    }

    private static let members: SQL = """
        FROM project_member m LEFT JOIN user_account u ON u.id = m.user_id LEFT JOIN user_group g ON g.id = m.group_id
        LEFT JOIN custom_role r ON r.id = m.role_id
        """
    private static let columns: SQL = """
        m.id, m.project_id, m.user_id, m.group_id, m.role_id, m.repository_pattern, r.name AS role_name,
        coalesce(u.username, g.name) AS entity_name
        """

    /// One membership of a project; nil if it has none of the number.
    static func find(id: Int64, projectID: Int64, on connection: any SQLConnection) throws -> Member? {
        try connection.query(
            """
            SELECT \(fragment: columns) \(fragment: members)
            WHERE m.id = \(id) AND m.project_id = \(projectID) AND coalesce(u.username, g.name) IS NOT NULL
            """
        ).first.map { try Member(row: $0) }
    }

    /// A page of a project's members by their names; with `name`, those whose name contains it.
    static func list(
        projectID: Int64, name: String?, page: Page?, on connection: any SQLConnection
    ) throws -> Listed<Member> {
        let dialect = connection.dialect
        var conditions: [SQL] = ["m.project_id = \(projectID)", "coalesce(u.username, g.name) IS NOT NULL"]
        if let name { conditions.append(.contains("coalesce(u.username, g.name)", name, dialect: dialect)) }
        let filter = SQL.filter(by: conditions)
        let limit: SQL = page.map { " LIMIT \($0.limit) OFFSET \($0.offset)" } ?? ""
        let rows = try connection.query(
            """
            SELECT \(fragment: columns) \(fragment: members)\(fragment: filter)
            ORDER BY coalesce(u.username, g.name)\(fragment: dialect.binaryCollation), m.id\(fragment: limit)
            """)
        let elements = try rows.map { try Member(row: $0) }
        guard page != nil else { return Listed(elements: elements, total: Int64(elements.count)) }
        let total = try connection.query("SELECT count(*) AS total \(fragment: members)\(fragment: filter)")[0]
            .int64("total")
        return Listed(elements: elements, total: total)
    }
}
