package import SQL
import Time

/// The SQL of the roles that administrators make; its functions run inside a unit of work and throw `DatabaseError`.
package enum RoleStore {
    /// The most roles that there may be beside Harbor's.
    static let maximumCount = 500

    package static let migrations = [
        Migration(identifier: "0013-role") { dialect in
            [
                """
                CREATE TABLE custom_role (
                    id \(fragment: dialect.identityColumn),
                    name TEXT NOT NULL UNIQUE,
                    description TEXT NOT NULL,
                    created_at BIGINT NOT NULL,
                    updated_at BIGINT NOT NULL)
                """,
                """
                CREATE TABLE custom_role_permission (
                    role_id BIGINT NOT NULL REFERENCES custom_role (id) ON DELETE CASCADE,
                    resource TEXT NOT NULL,
                    action TEXT NOT NULL,
                    PRIMARY KEY (role_id, resource, action))
                """,
                // The numbers below 101 are left to Harbor's roles.
                dialect == .postgresql
                    ? "ALTER TABLE custom_role ALTER COLUMN id RESTART WITH 101"
                    : "INSERT INTO sqlite_sequence (name, seq) VALUES ('custom_role', 100)",
                "CREATE INDEX project_member_role ON project_member (role_id)",
            ]
        }
    ]

    /// All roles that administrators made, by their numbers.
    static func list(on connection: any SQLConnection) throws -> [Role] {
        try read("", on: connection)
    }

    /// One of them; nil if there is none of the number.
    static func find(id: Int64, on connection: any SQLConnection) throws -> Role? {
        try read("WHERE r.id = \(id)", on: connection).first
    }

    private static func read(_ condition: SQL, on connection: any SQLConnection) throws -> [Role] {
        let rows = try connection.query(
            """
            SELECT r.id, r.name, r.description, p.resource, p.action
            FROM custom_role r LEFT JOIN custom_role_permission p ON p.role_id = r.id
            \(fragment: condition) ORDER BY r.id
            """)
        var roles: [Role] = []
        var permissions: Set<Permission> = []
        for (index, row) in rows.enumerated() {
            if let resource = try row.optionalText("resource") {
                permissions.insert(Permission(resource, try row.text("action")))
            }
            let id = try row.int64("id")
            if index + 1 < rows.count, try rows[index + 1].int64("id") == id { continue }
            roles.append(
                Role(
                    id: id, name: try row.text("name"), description: try row.text("description"),
                    permissions: permissions))
            permissions = []
        }
        return roles
    }

    /// Adds a role and returns its number; a second one of the name is a unique violation.
    static func insert(_ role: RoleContent, now: Timestamp, on connection: any SQLConnection) throws -> Int64 {
        let id = try connection.query(
            """
            INSERT INTO custom_role (name, description, created_at, updated_at)
            VALUES (\(role.name), \(role.description), \(now), \(now)) RETURNING id
            """
        )[0].int64("id")
        try insertPermissions(of: role, id: id, on: connection)
        return id
    }

    /// Changes a role; false if there is none of the number.
    static func update(
        id: Int64, to role: RoleContent, now: Timestamp, on connection: any SQLConnection
    ) throws -> Bool {
        let changed = try connection.execute(
            """
            UPDATE custom_role SET name = \(role.name), description = \(role.description), updated_at = \(now)
            WHERE id = \(id)
            """)
        guard changed > 0 else { return false }
        try connection.execute("DELETE FROM custom_role_permission WHERE role_id = \(id)")
        try insertPermissions(of: role, id: id, on: connection)
        return true
    }

    private static func insertPermissions(of role: RoleContent, id: Int64, on connection: any SQLConnection) throws {
        let rows = role.permissions.map { permission -> SQL in
            "(\(id), \(permission.resource), \(permission.action))"
        }
        try connection.execute(
            """
            INSERT INTO custom_role_permission (role_id, resource, action)
            VALUES \(fragment: .joined(rows, separator: ", "))
            """)
    }

    /// Keeps a role from being deleted until the transaction ends; false if there is none of the number.
    static func hold(id: Int64, on connection: any SQLConnection) throws -> Bool {
        if ProjectRole(id: id) != nil { return true }
        return try !connection.query(
            "SELECT id FROM custom_role WHERE id = \(id)\(fragment: connection.dialect.forShare)"
        ).isEmpty
    }

    /// Deletes a role that no member has; throws `RoleError.unknown`, `.inUse`.
    static func delete(id: Int64, on connection: any SQLConnection) throws {
        let found = try connection.query(
            "SELECT id FROM custom_role WHERE id = \(id)\(fragment: connection.dialect.forUpdate)")
        guard !found.isEmpty else { throw RoleError.unknown(id) }
        let members = try connection.query(
            "SELECT count(*) AS members FROM project_member WHERE role_id = \(id)")[0].int64("members")
        guard members == 0 else { throw RoleError.inUse(members: members) }
        try connection.execute("DELETE FROM custom_role WHERE id = \(id)")
    }
}
