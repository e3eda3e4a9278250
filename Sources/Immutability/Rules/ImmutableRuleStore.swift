import OCI
package import SQL
import Time

/// The SQL of rules; its functions run inside a unit of work and throw `DatabaseError`.
package enum ImmutableRuleStore {
    package static let migrations = [
        Migration(identifier: "0018-immutability") { dialect in
            [
                """
                CREATE TABLE immutable_rule (
                    id \(fragment: dialect.identityColumn),
                    project_id BIGINT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
                    repository_pattern TEXT NOT NULL,
                    excludes_repositories BOOLEAN NOT NULL,
                    tag_pattern TEXT NOT NULL,
                    excludes_tags BOOLEAN NOT NULL,
                    is_disabled BOOLEAN NOT NULL,
                    priority BIGINT NOT NULL,
                    created_at BIGINT NOT NULL,
                    updated_at BIGINT NOT NULL,
                    UNIQUE (project_id, repository_pattern, excludes_repositories, tag_pattern, excludes_tags))
                """
            ]
        }
    ]

    static let columns: SQL = """
        id, repository_pattern, excludes_repositories, tag_pattern, excludes_tags, is_disabled, priority
        """

    /// All rules of a project, which are few.
    static func all(projectID: Int64, on connection: any SQLConnection) throws -> [ImmutableRule] {
        try connection.query(
            "SELECT \(fragment: columns) FROM immutable_rule WHERE project_id = \(projectID) ORDER BY id"
        ).map { try ImmutableRule(row: $0) }
    }

    /// Keeps other rules of a project from being made until the transaction ends; how many there are, or nil if the
    /// project has gone.
    static func lockAndCount(projectID: Int64, on connection: any SQLConnection) throws -> Int? {
        let project = try connection.query(
            "SELECT id FROM project WHERE id = \(projectID)\(fragment: connection.dialect.forUpdate)")
        guard !project.isEmpty else { return nil }
        return try connection.query("SELECT count(*) AS number FROM immutable_rule WHERE project_id = \(projectID)")[0]
            .int("number")
    }

    static func insert(
        _ rule: ImmutableRuleContent, projectID: Int64, now: Timestamp, on connection: any SQLConnection
    ) throws -> Int64 {
        let (repositories, tags) = (rule.repositories, rule.tags)
        return try connection.query(
            """
            INSERT INTO immutable_rule (project_id, repository_pattern, excludes_repositories, tag_pattern, excludes_tags,
                is_disabled, priority, created_at, updated_at)
            VALUES (\(projectID), \(repositories.pattern.description), \(repositories.isExcluding),
                \(tags.pattern.description), \(tags.isExcluding), \(rule.isDisabled), \(rule.priority), \(now), \(now))
            RETURNING id
            """)[0].int64("id")
    }

    /// Replaces a rule; false if the project has none of this number.
    static func update(
        _ id: Int64, to rule: ImmutableRuleContent, projectID: Int64, now: Timestamp, on connection: any SQLConnection
    ) throws -> Bool {
        let (repositories, tags) = (rule.repositories, rule.tags)
        return try connection.execute(
            """
            UPDATE immutable_rule SET repository_pattern = \(repositories.pattern.description),
                excludes_repositories = \(repositories.isExcluding), tag_pattern = \(tags.pattern.description),
                excludes_tags = \(tags.isExcluding), is_disabled = \(rule.isDisabled), priority = \(rule.priority),
                updated_at = \(now)
            WHERE id = \(id) AND project_id = \(projectID)
            """) > 0
    }
}
