import Access
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
        switch scope {
        case .project(let id, let visibility):
            guard visibility != .all else { return ["r.project_id = \(id)"] }
            let numbers = try numbers(ofProjects: [id], on: connection) { visibility.includes($1) }
            return ["r.id IN \(fragment: .numbers(numbers, dialect: connection.dialect))"]
        case .reach(let reach):
            // Who sees all repositories gets the first of them by an index of the list's order; who sees those of some
            // projects gets these by the index of projects.
            guard let seen = reach.wholeProjectCondition else {
                return ["EXISTS (SELECT 1 FROM project p WHERE p.id = r.project_id AND NOT p.is_deleting)"]
            }
            let visible: [SQL] = ["NOT p.is_deleting", seen]
            let whole: SQL = "r.project_id IN (SELECT p.id FROM project p\(fragment: .filter(by: visible)))"
            guard !reach.limited.isEmpty || !reach.limitedEverywhere.isEmpty else { return [whole] }
            let projects = reach.limitedEverywhere.isEmpty ? reach.limited.keys.sorted() : nil
            let numbers = try numbers(ofProjects: projects, on: connection) { projectID, name in
                reach.includes(name, projectID: projectID, isPublic: false)
            }
            return ["(\(fragment: whole) OR r.id IN \(fragment: .numbers(numbers, dialect: connection.dialect)))"]
        }
    }

    /// The numbers of those repositories of some projects, or of all, that are included.
    ///
    /// Patterns are matched here: no database knows them. Who sees parts of projects sees few projects.
    static func numbers(
        ofProjects projects: [Int64]?, on connection: any SQLConnection,
        where isIncluded: (_ projectID: Int64, _ name: RepositoryName) -> Bool
    ) throws -> [Int64] {
        let dialect = connection.dialect
        let place: SQL = projects.map { " WHERE r.project_id IN \(fragment: .numbers($0, dialect: dialect))" } ?? ""
        let rows = try connection.query(
            """
            SELECT r.id, r.project_id, r.name FROM repository r
            JOIN project p ON p.id = r.project_id AND NOT p.is_deleting\(fragment: place)
            """)
        return try rows.compactMap { row in
            isIncluded(try row.int64(1), try RepositoryName(row.text(2))) ? try row.int64(0) : nil
        }
    }
}
