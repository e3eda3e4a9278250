import Listing
import OCI
package import SQL
import Time

/// The SQL of robot accounts; its functions run inside a unit of work and throw `DatabaseError`.
package enum RobotStore {
    package static let migrations = [
        Migration(identifier: "0014-robot") { dialect in
            [
                """
                CREATE TABLE robot (
                    id \(fragment: dialect.identityColumn),
                    project_id BIGINT REFERENCES project (id) ON DELETE CASCADE,
                    name TEXT\(fragment: dialect.binaryCollation) NOT NULL,
                    description TEXT NOT NULL,
                    secret_salt \(fragment: dialect.blobType) NOT NULL,
                    secret_code \(fragment: dialect.blobType) NOT NULL,
                    secret_version BIGINT NOT NULL,
                    duration BIGINT NOT NULL,
                    expires_at BIGINT NOT NULL,
                    is_disabled BOOLEAN NOT NULL,
                    creator_type TEXT NOT NULL,
                    creator_ref BIGINT NOT NULL,
                    last_used_at BIGINT,
                    created_at BIGINT NOT NULL,
                    updated_at BIGINT NOT NULL)
                """,
                "CREATE UNIQUE INDEX robot_project_name ON robot (project_id, name) WHERE project_id IS NOT NULL",
                "CREATE UNIQUE INDEX robot_system_name ON robot (name) WHERE project_id IS NULL",
                "CREATE INDEX robot_expires ON robot (expires_at)",
                """
                CREATE TABLE robot_permission (
                    id \(fragment: dialect.identityColumn),
                    robot_id BIGINT NOT NULL REFERENCES robot (id) ON DELETE CASCADE,
                    place TEXT NOT NULL,
                    project_id BIGINT REFERENCES project (id) ON DELETE CASCADE,
                    repository_pattern TEXT NOT NULL,
                    resource TEXT NOT NULL,
                    action TEXT NOT NULL)
                """,
                "CREATE INDEX robot_permission_robot ON robot_permission (robot_id)",
                "CREATE INDEX robot_permission_project ON robot_permission (project_id)",
            ]
        }
    ]

    static let accounts: SQL = "FROM robot r LEFT JOIN project p ON p.id = r.project_id"
    static let columns: SQL = """
        r.id, r.project_id, r.name, r.description, r.secret_version, r.duration, r.expires_at, r.is_disabled,
        r.creator_type, r.creator_ref, r.last_used_at, r.created_at, r.updated_at, p.name AS project_name,
        p.is_public AS project_is_public,
        CASE r.creator_type
            WHEN 'robot' THEN (SELECT coalesce(o.name || '+', '') || c.name FROM robot c
                LEFT JOIN project o ON o.id = c.project_id WHERE c.id = r.creator_ref)
            ELSE (SELECT u.username FROM user_account u WHERE u.id = r.creator_ref AND NOT u.is_deleted)
        END AS creator_name
        """

    /// Adds an account and returns its number; a taken name is a unique violation.
    static func insert(
        _ robot: NewRobot, projectID: Int64?, secret: RobotSecret, duration: Int64, creator: RobotCreator,
        now: Timestamp, on connection: any SQLConnection
    ) throws -> Int64 {
        try connection.query(
            """
            INSERT INTO robot (project_id, name, description, secret_salt, secret_code, secret_version, duration,
                expires_at, is_disabled, creator_type, creator_ref, created_at, updated_at)
            VALUES (\(projectID), \(robot.name), \(robot.description), \(secret.salt), \(secret.code), 1, \(duration),
                \(RobotAccount.end(of: duration, from: now)), \(robot.isDisabled), \(creator.type), \(creator.id),
                \(now), \(now))
            RETURNING id
            """
        )[0].int64("id")
    }

    /// One account with its permissions; nil if there is none of the number. Runs two statements.
    static func find(id: Int64, prefix: String, on connection: any SQLConnection) throws -> RobotAccount? {
        let found = try connection.query(
            "SELECT \(fragment: columns) \(fragment: accounts) WHERE r.id = \(id)"
        ).first.map { try RobotAccount(row: $0, prefix: prefix) }
        guard var found else { return nil }
        found.permissions = try permissions(of: "(\(id))", on: connection)[id] ?? []
        return found
    }

    /// Keeps an account from being changed until the transaction ends; false if there is none of the number.
    static func lock(id: Int64, on connection: any SQLConnection) throws -> Bool {
        try !connection.query("SELECT id FROM robot WHERE id = \(id)\(fragment: connection.dialect.forUpdate)").isEmpty
    }

    /// Changes an account's own columns.
    static func update(
        _ robot: RobotAccount, with change: RobotChange, duration: Int64, now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        let end =
            duration == robot.duration ? robot.expiresAt : RobotAccount.end(of: duration, from: robot.createdAt)
        try connection.execute(
            """
            UPDATE robot SET description = \(change.description ?? robot.description), duration = \(duration),
                expires_at = \(end), is_disabled = \(change.isDisabled ?? robot.isDisabled), updated_at = \(now)
            WHERE id = \(robot.id)
            """)
    }

    /// Sets another secret; false if there is no account of the number.
    static func updateSecret(
        id: Int64, to secret: RobotSecret, now: Timestamp, on connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE robot SET secret_salt = \(secret.salt), secret_code = \(secret.code),
                secret_version = secret_version + 1, updated_at = \(now) WHERE id = \(id)
            """) > 0
    }

    /// Deletes an account; false if there is none of the number.
    static func delete(id: Int64, on connection: any SQLConnection) throws -> Bool {
        try connection.execute("DELETE FROM robot WHERE id = \(id)") > 0
    }
}
