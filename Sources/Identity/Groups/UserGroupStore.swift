import Listing
package import SQL
package import Time

/// The SQL of user groups; its functions run inside a unit of work and throw `DatabaseError`.
package enum UserGroupStore {
    package static let migrations = [
        Migration(identifier: "0010-group") { dialect in
            [
                """
                CREATE TABLE user_group (
                    id \(fragment: dialect.identityColumn),
                    name TEXT NOT NULL,
                    type BIGINT NOT NULL,
                    ldap_group_dn TEXT,
                    created_at BIGINT NOT NULL,
                    updated_at BIGINT NOT NULL,
                    UNIQUE (name, type))
                """,
                // Names in a directory don't depend on the case of their letters (RFC 4517 section 4.2.15).
                "CREATE UNIQUE INDEX user_group_dn ON user_group (lower(ldap_group_dn))",
                """
                CREATE TABLE user_group_member (
                    group_id BIGINT NOT NULL REFERENCES user_group (id) ON DELETE CASCADE,
                    user_id BIGINT NOT NULL REFERENCES user_account (id),
                    created_at BIGINT NOT NULL,
                    PRIMARY KEY (group_id, user_id))
                """,
                "CREATE INDEX user_group_member_user ON user_group_member (user_id)",
            ]
        }
    ]

    private static let columns: SQL = "id, name, type, ldap_group_dn, created_at, updated_at"
    private static let listColumns = ListColumns([
        "id": .integer("id"), "group_name": .text("name"), "group_type": .integer("type"),
        "ldap_group_dn": .text("ldap_group_dn"), "creation_time": .time("created_at"),
        "update_time": .time("updated_at"),
    ])

    /// Finds a group by its number.
    package static func find(id: Int64, on connection: any SQLConnection) throws -> UserGroup? {
        try connection.query("SELECT \(fragment: columns) FROM user_group WHERE id = \(id)").first
            .map { try UserGroup(row: $0) }
    }

    /// Finds a group by its name and kind.
    package static func find(
        named name: String, kind: UserGroupKind, on connection: any SQLConnection
    ) throws -> UserGroup? {
        try connection.query(
            "SELECT \(fragment: columns) FROM user_group WHERE name = \(name) AND type = \(kind.rawValue)"
        ).first.map { try UserGroup(row: $0) }
    }

    /// Finds a group from LDAP by its entry's name, whatever the case of its letters.
    package static func find(directoryName: String, on connection: any SQLConnection) throws -> UserGroup? {
        try connection.query(
            "SELECT \(fragment: columns) FROM user_group WHERE lower(ldap_group_dn) = lower(\(directoryName))"
        ).first.map { try UserGroup(row: $0) }
    }

    /// Adds a group; a taken name is a unique violation.
    package static func insert(
        _ group: NewUserGroup, now: Timestamp, on connection: any SQLConnection
    ) throws -> UserGroup {
        try UserGroup(
            row: connection.query(
                """
                INSERT INTO user_group (name, type, ldap_group_dn, created_at, updated_at)
                VALUES (\(group.name.description), \(group.kind.rawValue), \(group.directoryName), \(now), \(now))
                RETURNING \(fragment: columns)
                """
            )[0])
    }

    /// Gives a group another name and returns it as it is then; nil if there is no such group.
    static func rename(
        id: Int64, to name: UserGroupName, now: Timestamp, on connection: any SQLConnection
    ) throws -> UserGroup? {
        try connection.query(
            """
            UPDATE user_group SET name = \(name.description), updated_at = \(now) WHERE id = \(id)
            RETURNING \(fragment: columns)
            """
        ).first.map { try UserGroup(row: $0) }
    }

    /// Locks a group until the transaction ends, and tells whether there is one.
    static func lock(id: Int64, on connection: any SQLConnection) throws -> Bool {
        try !connection.query(
            "SELECT id FROM user_group WHERE id = \(id)\(fragment: connection.dialect.forUpdate)"
        ).isEmpty
    }

    /// Deletes a group with the places in it.
    static func delete(id: Int64, on connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM user_group WHERE id = \(id)")
    }

    /// Lists groups that satisfy a request and the further conditions; without an order asked for, by name.
    static func list(
        _ request: ListRequest, nameContains: String?, directoryName: String?, on connection: any SQLConnection
    ) throws -> Listed<UserGroup> {
        var conditions = try listColumns.conditions(for: request.filters, dialect: connection.dialect)
        if let nameContains { conditions.append(.contains("name", nameContains, dialect: connection.dialect)) }
        if let directoryName { conditions.append("lower(ldap_group_dn) = lower(\(directoryName))") }
        let filter = SQL.filter(by: conditions)
        let total = try connection.query("SELECT count(*) AS total FROM user_group\(fragment: filter)")[0]
            .int64("total")
        let order = listColumns.order(by: request.sort, default: "name", tieBreak: "id")
        let rows = try connection.query(
            """
            SELECT \(fragment: columns) FROM user_group\(fragment: filter)\(fragment: order)
            LIMIT \(request.page.limit) OFFSET \(request.page.offset)
            """)
        return Listed(elements: try rows.map { try UserGroup(row: $0) }, total: total)
    }
}

// MARK: - Members of local groups

extension UserGroupStore {
    /// Adds a user to a group; a second time is a unique violation, a missing group one of a foreign key.
    static func insertMember(
        groupID: Int64, userID: Int64, now: Timestamp, on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO user_group_member (group_id, user_id, created_at) VALUES (\(groupID), \(userID), \(now))
            """)
    }

    /// Takes a user out of a group, and tells whether it was in it.
    static func deleteMember(groupID: Int64, userID: Int64, on connection: any SQLConnection) throws -> Bool {
        try connection.execute(
            "DELETE FROM user_group_member WHERE group_id = \(groupID) AND user_id = \(userID)") > 0
    }

    /// Takes a user out of all groups.
    static func deleteMemberships(of userID: Int64, on connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM user_group_member WHERE user_id = \(userID)")
    }

    /// Lists the members of a group by their names.
    static func members(
        of groupID: Int64, page: Page, on connection: any SQLConnection
    ) throws -> Listed<UserGroupMember> {
        let total = try connection.query(
            "SELECT count(*) AS total FROM user_group_member WHERE group_id = \(groupID)")[0].int64("total")
        let rows = try connection.query(
            """
            SELECT u.id, u.username, u.real_name, m.created_at
            FROM user_group_member m JOIN user_account u ON u.id = m.user_id
            WHERE m.group_id = \(groupID) ORDER BY u.username, u.id LIMIT \(page.limit) OFFSET \(page.offset)
            """)
        let members = try rows.map { row in
            UserGroupMember(
                userID: try row.int64("id"), username: try row.text("username"), realName: try row.text("real_name"),
                joinedAt: Timestamp(microseconds: try row.int64("created_at")))
        }
        return Listed(elements: members, total: total)
    }
}
