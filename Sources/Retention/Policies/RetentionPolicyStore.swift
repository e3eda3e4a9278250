import OCI
package import SQL
import Time

/// The tables of retention, and the SQL of policies; its functions run inside a unit of work and throw `DatabaseError`.
package enum RetentionPolicyStore {
    package static let migrations = [
        Migration(identifier: "0025-retention") { dialect in
            [
                """
                CREATE TABLE retention_policy (
                    id \(fragment: dialect.identityColumn),
                    project_id BIGINT NOT NULL UNIQUE REFERENCES project (id) ON DELETE CASCADE,
                    content TEXT NOT NULL, created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL)
                """,
                // An execution with the policy as it was when it began, so that whoever takes it over goes on by it.
                """
                CREATE TABLE retention_run (
                    execution_id BIGINT PRIMARY KEY REFERENCES execution (id) ON DELETE CASCADE,
                    policy_id BIGINT NOT NULL, project_id BIGINT NOT NULL, content TEXT NOT NULL,
                    is_dry_run BOOLEAN NOT NULL, began_at BIGINT NOT NULL, ended_at BIGINT)
                """,
                "CREATE INDEX retention_run_policy ON retention_run (policy_id, execution_id)",
                """
                CREATE TABLE retention_task (
                    id \(fragment: dialect.identityColumn),
                    execution_id BIGINT NOT NULL REFERENCES retention_run (execution_id) ON DELETE CASCADE,
                    repository_id BIGINT NOT NULL, repository TEXT NOT NULL,
                    total BIGINT NOT NULL, retained BIGINT NOT NULL, deleted BIGINT NOT NULL,
                    is_judged BOOLEAN NOT NULL, started_at BIGINT NOT NULL, ended_at BIGINT,
                    UNIQUE (execution_id, repository_id))
                """,
                // What was decided, some hundred candidates a row: deleting goes by it, and people are shown it.
                """
                CREATE TABLE retention_page (
                    task_id BIGINT NOT NULL REFERENCES retention_task (id) ON DELETE CASCADE, part BIGINT NOT NULL,
                    candidates BIGINT NOT NULL, retained BIGINT NOT NULL, immutable BIGINT NOT NULL,
                    is_done BOOLEAN NOT NULL, content TEXT NOT NULL, PRIMARY KEY (task_id, part))
                """,
            ]
        }
    ]

    /// Finds a policy.
    static func find(_ id: Int64, on connection: any SQLConnection) throws -> StoredRetentionPolicy? {
        try connection.query("SELECT id, content FROM retention_policy WHERE id = \(id)").first
            .map(StoredRetentionPolicy.init(row:))
    }

    /// The number of a project's policy.
    static func number(ofProject projectID: Int64, on connection: any SQLConnection) throws -> Int64? {
        try connection.query("SELECT id FROM retention_policy WHERE project_id = \(projectID)").first?.int64("id")
    }

    /// Keeps other policies of a project from being made until the transaction ends; false if there is no project.
    static func lockProject(_ id: Int64, on connection: any SQLConnection) throws -> Bool {
        try !connection.query(
            "SELECT id FROM project WHERE id = \(id) AND NOT is_deleting\(fragment: connection.dialect.forUpdate)"
        ).isEmpty
    }

    static func insert(_ policy: RetentionPolicy, now: Timestamp, on connection: any SQLConnection) throws -> Int64 {
        try connection.query(
            """
            INSERT INTO retention_policy (project_id, content, created_at, updated_at)
            VALUES (\(policy.projectID), \(policy.columnText), \(now), \(now)) RETURNING id
            """)[0].int64("id")
    }

    /// Replaces a policy; false if there is none of this number.
    static func update(
        _ id: Int64, to policy: RetentionPolicy, now: Timestamp, on connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute(
            "UPDATE retention_policy SET content = \(policy.columnText), updated_at = \(now) WHERE id = \(id)") > 0
    }

    /// Deletes a policy; false if there is none of this number.
    static func delete(_ id: Int64, on connection: any SQLConnection) throws -> Bool {
        try connection.execute("DELETE FROM retention_policy WHERE id = \(id)") > 0
    }
}

extension RetentionPolicy {
    /// The policy as text for a column.
    var columnText: String { String(decoding: JSONValue.object(json).encoded(), as: UTF8.self) }

    /// Reads what was written as `columnText`; throws `DatabaseError` of kind `decoding`.
    init(columnText text: String) throws {
        guard let object = try? JSONValue(parsing: Array(text.utf8)).object, let policy = try? Self(json: object) else {
            throw DatabaseError(kind: .decoding, message: "column content doesn't hold a retention policy")
        }
        self = policy
    }
}

extension StoredRetentionPolicy {
    init(row: Row) throws {
        id = try row.int64("id")
        policy = try RetentionPolicy(columnText: row.text("content"))
    }
}
