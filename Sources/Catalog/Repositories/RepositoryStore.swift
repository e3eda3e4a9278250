import OCI
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

    /// The conditions that a repository `r` lies within a scope, to be joined with AND.
    static func condition(for scope: RepositoryScope, on connection: any SQLConnection) throws -> [SQL] {
        guard case .projects(let parts) = scope else { return [] }
        let dialect = connection.dialect
        let whole = parts.filter { $0.includes == nil }.map(\.projectID)
        let limited = parts.filter { $0.includes != nil }
        if let only = whole.first, whole.count == 1, limited.isEmpty { return ["r.project_id = \(only)"] }
        let inWhole: SQL = "r.project_id IN \(fragment: .numbers(whole, dialect: dialect))"
        guard !limited.isEmpty else { return [inWhole] }
        let numbers = try numbers(of: limited, on: connection)
        return ["(\(fragment: inWhole) OR r.id IN \(fragment: .numbers(numbers, dialect: dialect)))"]
    }

    /// The numbers of the repositories that parts of projects include.
    ///
    /// Patterns are matched here: no database knows them. Who sees parts of projects sees few projects.
    static func numbers(of parts: [RepositoryScope.ProjectPart], on connection: any SQLConnection) throws -> [Int64] {
        let includes = Dictionary(parts.map { ($0.projectID, $0.includes) }) { first, _ in first }
        let rows = try connection.query(
            """
            SELECT id, project_id, name FROM repository
            WHERE project_id IN \(fragment: .numbers(Array(includes.keys), dialect: connection.dialect))
            """)
        return try rows.compactMap { row in
            let includes = includes[try row.int64(1)] ?? nil
            return try includes?(RepositoryName(row.text(2))) == true ? row.int64(0) : nil
        }
    }
}
