import SQL
import Time

/// The SQL of tags; its functions run inside a unit of work and throw `DatabaseError`.
enum TagStore {
    /// Makes a tag name an artifact; false if the tag is protected and names another one.
    ///
    /// One statement decides, so a protected tag that another transaction makes meanwhile isn't moved either.
    static func set(
        _ tag: String, repositoryID: Int64, artifactID: Int64, isProtected: Bool, now: Timestamp,
        on connection: any SQLConnection
    ) throws -> Bool {
        let condition: SQL = isProtected ? " WHERE tag.artifact_id = excluded.artifact_id" : ""
        return try connection.execute(
            """
            INSERT INTO tag (repository_id, name, artifact_id, pushed_at)
            VALUES (\(repositoryID), \(tag), \(artifactID), \(now))
            ON CONFLICT (repository_id, name) DO UPDATE
            SET artifact_id = excluded.artifact_id, pushed_at = excluded.pushed_at\(fragment: condition)
            """) > 0
    }
}
