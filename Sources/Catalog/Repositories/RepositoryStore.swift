package import SQL
package import Time

/// The SQL of repositories; its functions run inside a unit of work and throw `DatabaseError`.
package enum RepositoryStore {
    /// Moves a repository's update time when an artifact or a tag of it is made or removed; the last statement of the
    /// unit of work, because it locks the repository's row.
    ///
    /// The time is right to a second: pushes that come thick and fast don't wait for each other.
    package static func touch(id: Int64, now: Timestamp, on connection: any SQLConnection) throws {
        try connection.execute(
            "UPDATE repository SET updated_at = \(now) WHERE id = \(id) AND updated_at < \(now.advanced(bySeconds: -1))"
        )
    }
}
