import Listing
import SQL
import Time

/// Lists of what is in the trash.
extension TrashStore {
    private static let columns: SQL = """
        t.id, t.deletion_id, t.kind, t.project_id, t.repository_id, coalesce(r.name, t.repository_name)
        AS repository_name, p.name AS project_name, t.digest, t.deleted_by, t.deleted_at, t.expires_at, x.media_type, x.artifact_type, x.total_size
        """
    /// A repository that was renamed shows its name of today.
    private static let tables: SQL = """
        trash t JOIN project p ON p.id = t.project_id
        LEFT JOIN repository r ON r.id = t.repository_id AND r.project_id = t.project_id
        LEFT JOIN trashed_artifact x ON x.trash_id = t.id
        """
    private static let keys = ListColumns([
        "id": .integer("t.id"), "deletion_id": .text("t.deletion_id"), "kind": .text("t.kind"),
        "repository_name": .text("coalesce(r.name, t.repository_name)"), "digest": .text("t.digest"),
        "media_type": .text("x.media_type"), "artifact_type": .text("x.artifact_type"),
        "deleted_by": .text("t.deleted_by"), "deleted_at": .time("t.deleted_at"), "expires_at": .time("t.expires_at"),
    ])
    private static let tagKeys = ListColumns(["tag": .text("s.name"), "tags": .text("s.name"), "name": .text("s.name")])

    /// A page of a project's trash, the newest first; with `repositories` only of those. Throws `ListingError`.
    static func list(
        projectID: Int64, repositories: [String]?, request: ListRequest, now: Timestamp,
        on connection: any SQLConnection
    ) throws -> Listed<TrashEntry> {
        let condition = try condition(
            projectID: projectID, repositories: repositories, request: request, now: now, dialect: connection.dialect)
        let order = keys.order(by: request.sort, default: "t.id DESC", tieBreak: "t.id DESC")
        let total = try connection.query(
            "SELECT count(*) AS total FROM \(fragment: tables)\(fragment: condition)")[0].int64("total")
        var entries = try connection.query(
            """
            SELECT \(fragment: columns) FROM \(fragment: tables)\(fragment: condition)\(fragment: order)
            LIMIT \(request.page.limit) OFFSET \(request.page.offset)
            """
        ).map { try TrashEntry(row: $0) }
        try addTags(to: &entries, on: connection)
        return Listed(elements: entries, total: total)
    }

    /// An entry of a project that hasn't expired; nil if there is none.
    static func find(
        id: Int64, projectID: Int64, now: Timestamp, on connection: any SQLConnection
    ) throws -> TrashEntry? {
        var entries = try connection.query(
            """
            SELECT \(fragment: columns) FROM \(fragment: tables)
            WHERE t.id = \(id) AND t.project_id = \(projectID) AND t.expires_at > \(now)
            """
        ).map { try TrashEntry(row: $0) }
        try addTags(to: &entries, on: connection)
        return entries.first
    }

    /// The names of the repositories of which a project's trash has something.
    static func repositories(projectID: Int64, on connection: any SQLConnection) throws -> [String] {
        try connection.query(
            """
            SELECT DISTINCT coalesce(r.name, t.repository_name) AS name FROM trash t
            LEFT JOIN repository r ON r.id = t.repository_id AND r.project_id = t.project_id
            WHERE t.project_id = \(projectID)
            """
        ).map { try $0.text("name") }
    }

    private static func condition(
        projectID: Int64, repositories: [String]?, request: ListRequest, now: Timestamp, dialect: Dialect
    ) throws(ListingError) -> SQL {
        let ofTags = ["tag", "tags", "name"]
        var rest = request
        for key in ofTags { rest = rest.removing(key) }
        var conditions: [SQL] = ["t.project_id = \(projectID)", "t.expires_at > \(now)"]
        conditions += try keys.conditions(for: rest.filters, dialect: dialect)
        if let repositories { conditions.append("coalesce(r.name, t.repository_name) IN \(list: repositories)") }
        let terms = request.filters.filter { ofTags.contains($0.key) }
        for term in try tagKeys.conditions(for: terms, dialect: dialect) {
            conditions.append(
                "EXISTS (SELECT 1 FROM trashed_tag s WHERE s.trash_id = t.id AND \(fragment: term))")
        }
        return .filter(by: conditions)
    }

    private static func addTags(to entries: inout [TrashEntry], on connection: any SQLConnection) throws {
        var tags: [Int64: [String]] = [:]
        for part in entries.map(\.id).chunks() {
            let rows = try connection.query(
                """
                SELECT trash_id, name FROM trashed_tag WHERE trash_id IN \(list: part) ORDER BY trash_id, name
                """)
            for row in rows { tags[try row.int64("trash_id"), default: []].append(try row.text("name")) }
        }
        for index in entries.indices { entries[index].tags = tags[entries[index].id] ?? [] }
    }
}
