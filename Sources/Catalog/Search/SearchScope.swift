import Access
import OCI
import SQL

/// What of the registry a search looks at: what the caller may see.
struct SearchScope: Sendable {
    /// The condition on a project `p` and its repository `r`; nil: all there are.
    let repositories: SQL?

    /// More repositories than these are not looked at one by one for whoever sees single ones.
    private static let mostMatched = 10_000

    /// Finds out which repositories a reach covers; patterns are matched here, as no database knows them.
    init(_ reach: ProjectReach, text: String?, on connection: any SQLConnection) throws {
        guard let whole = reach.wholeProjectCondition else {
            repositories = nil
            return
        }
        let single = try Self.singleRepositories(reach, text: text, on: connection)
        repositories = single.isEmpty ? whole : "(\(fragment: whole) OR r.id IN \(list: single))"
    }

    private static func singleRepositories(
        _ reach: ProjectReach, text: String?, on connection: any SQLConnection
    ) throws -> [Int64] {
        guard !reach.limited.isEmpty || !reach.limitedEverywhere.isEmpty else { return [] }
        var conditions: [SQL] = []
        if reach.limitedEverywhere.isEmpty {
            conditions.append("r.project_id IN \(list: reach.limited.keys.sorted())")
        }
        if let text { conditions.append(SearchStore.lowercase("r.name", contains: text)) }
        let rows = try connection.query(
            """
            SELECT r.id, r.project_id, r.name FROM repository r\(fragment: .filter(by: conditions))
            ORDER BY r.name LIMIT \(mostMatched)
            """)
        return try rows.compactMap { row in
            let isSeen = reach.includes(
                try RepositoryName(row.text("name")), projectID: try row.int64("project_id"), isPublic: false)
            return isSeen ? try row.int64("id") : nil
        }
    }
}
