import Listing
import SQL

/// The SQL of search; its functions run inside a unit of work and throw `DatabaseError`.
///
/// No more than the first `mostCounted` finds are counted and shown: whoever finds so many asks for more letters.
enum SearchStore {
    static let mostCounted = 1000

    /// The repositories whose name contains a text, with what Harbor's search shows of them.
    static func repositories(
        _ text: String, scope: SearchScope, page: Page, on connection: any SQLConnection
    ) throws -> [FoundRepository] {
        let filter = repositoryFilter(text, scope)
        return try connection.query(
            """
            SELECT r.name, r.project_id, r.pull_count, p.name AS project, p.is_public,
                (SELECT count(*) FROM artifact a WHERE a.repository_id = r.id) AS artifacts
            FROM repository r JOIN project p ON p.id = r.project_id\(fragment: filter)
            ORDER BY r.name LIMIT \(page.limit) OFFSET \(page.offset)
            """
        ).map { row in
            FoundRepository(
                projectID: try row.int64("project_id"), projectName: try row.text("project"),
                isPublic: try row.bool("is_public"), name: try row.text("name"),
                pullCount: try row.int64("pull_count"), artifactCount: try row.int64("artifacts"))
        }
    }

    private static func repositoryFilter(_ text: String, _ scope: SearchScope) -> SQL {
        var conditions: [SQL] = ["NOT p.is_deleting"]
        if !text.isEmpty { conditions.append(lowercase("r.name", contains: text)) }
        if let places = scope.repositories { conditions.append(places) }
        return .filter(by: conditions)
    }

    /// A condition: a column, in which there are only small letters, contains a text; PostgreSQL compares such faster.
    static func lowercase(_ column: SQL, contains text: String) -> SQL {
        "\(fragment: column) LIKE \("%" + SQL.escapedForLike(text.lowercased()) + "%") ESCAPE '\\'"
    }

    /// The projects `p` that fulfil a condition and whose name contains a text.
    static func projects(_ text: String, condition: SQL?) -> SQL {
        var conditions: [SQL] = ["NOT p.is_deleting"]
        if !text.isEmpty { conditions.append(lowercase("p.name", contains: text)) }
        if let condition { conditions.append(condition) }
        return """
            SELECT p.id AS project_id, p.name AS project, p.is_public FROM project p\(fragment: .filter(by: conditions))
            ORDER BY p.name
            """
    }

    /// The repositories whose name contains a text.
    static func repositories(_ text: String, scope: SearchScope) -> SQL {
        """
        SELECT p.id AS project_id, p.name AS project, p.is_public, r.name AS repository
        FROM repository r JOIN project p ON p.id = r.project_id\(fragment: repositoryFilter(text, scope))
        ORDER BY r.name
        """
    }

    /// The tags that begin with a text.
    static func tags(_ text: String, scope: SearchScope) -> SQL {
        beginning(
            "t.name", of: "tag t", with: text, scope: scope,
            select: "t.name AS tag, (SELECT a.digest FROM artifact a WHERE a.id = t.artifact_id) AS digest", key: "t")
    }

    /// The artifacts whose digest begins with a text.
    static func digests(_ text: String, scope: SearchScope) -> SQL {
        beginning(
            "t.digest", of: "artifact t", with: text.contains(":") ? text : "sha256:\(text)", scope: scope,
            select: "t.digest AS digest", key: "t")
    }

    /// What of a table of repositories' parts begins with a text.
    ///
    /// Whoever sees everything goes along the index of the beginnings; others go from repository to repository that
    /// they see, so that what they don't see costs nothing.
    private static func beginning(
        _ column: SQL, of table: SQL, with text: String, scope: SearchScope, select: SQL, key: SQL
    ) -> SQL {
        let range: SQL = "\(fragment: column) >= \(text) AND \(fragment: column) < \(text + "\u{7f}")"
        let columns: SQL = """
            p.id AS project_id, p.name AS project, p.is_public, r.name AS repository, \(fragment: select)
            """
        guard let places = scope.repositories else {
            return """
                SELECT \(fragment: columns) FROM \(fragment: table) JOIN repository r ON r.id = \(fragment: key).repository_id
                JOIN project p ON p.id = r.project_id WHERE NOT p.is_deleting AND \(fragment: range)
                ORDER BY \(fragment: column), \(fragment: key).id
                """
        }
        return """
            SELECT \(fragment: columns) FROM repository r CROSS JOIN project p CROSS JOIN \(fragment: table)
            WHERE p.id = r.project_id AND NOT p.is_deleting AND \(fragment: places)
            AND \(fragment: key).repository_id = r.id AND \(fragment: range)
            ORDER BY r.name, \(fragment: column)
            """
    }

    /// The labels whose name contains a text: those of the whole registry, and of the projects of a condition.
    static func labels(_ text: String, condition: SQL?, includesGlobal: Bool, _ dialect: Dialect) -> SQL {
        var conditions: [SQL] = [.contains("l.name", text, dialect: dialect)]
        let inProjects: SQL = condition.map { "(p.id IS NOT NULL AND \(fragment: $0))" } ?? "p.id IS NOT NULL"
        let places: SQL =
            includesGlobal
            ? "(l.project_id IS NULL OR (NOT p.is_deleting AND \(fragment: inProjects)))"
            : "(NOT p.is_deleting AND \(fragment: inProjects))"
        conditions.append(places)
        return """
            SELECT \(fragment: LabelStore.columns), p.name AS project, p.is_public
            FROM label l LEFT JOIN project p ON p.id = l.project_id\(fragment: .filter(by: conditions))
            ORDER BY l.name, l.id
            """
    }

    /// A page of what a statement finds, and how much that is.
    static func page<Element: Sendable>(
        _ statement: SQL, _ page: Page, on connection: any SQLConnection, _ element: (Row) throws -> Element
    ) throws -> Listed<Element> {
        let limit = max(0, min(page.limit, mostCounted - page.offset))
        let rows = try connection.query("\(fragment: statement) LIMIT \(limit) OFFSET \(page.offset)")
        if rows.count < limit, !rows.isEmpty || page.offset == 0 {
            return Listed(elements: try rows.map(element), total: Int64(page.offset + rows.count))
        }
        let count = try connection.query(
            "SELECT count(*) AS n FROM (\(fragment: statement) LIMIT \(mostCounted)) AS found")[0]
        return Listed(elements: try rows.map(element), total: try count.int64("n"))
    }
}
