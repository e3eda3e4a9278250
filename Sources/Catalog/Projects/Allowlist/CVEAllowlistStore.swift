import SQL
import Time

/// The SQL of allowlists; its functions run inside a unit of work and throw `DatabaseError`.
enum CVEAllowlistStore {
    private static let columns: SQL = "id, project_id, expires_at, items, created_at, updated_at"

    /// The lists of some projects.
    static func lists(
        ofProjects identifiers: [Int64], on connection: any SQLConnection
    ) throws -> [Int64: CVEAllowlist] {
        let lists = try connection.query(
            "SELECT \(fragment: columns) FROM cve_allowlist WHERE project_id IN \(list: identifiers)"
        ).map(list)
        return Dictionary(lists.map { ($0.projectID ?? 0, $0) }) { first, _ in first }
    }

    /// The whole registry's list.
    static func systemList(on connection: any SQLConnection) throws -> CVEAllowlist? {
        try connection.query("SELECT \(fragment: columns) FROM cve_allowlist WHERE project_id IS NULL").first.map(list)
    }

    /// Writes a project's list.
    static func update(
        _ content: CVEAllowlistContent, projectID: Int64, now: Timestamp, on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO cve_allowlist (project_id, expires_at, items, created_at, updated_at)
            VALUES (\(projectID), \(content.expiresAt), \(content.items.joined(separator: " ")), \(now), \(now))
            ON CONFLICT (project_id) DO UPDATE
            SET expires_at = excluded.expires_at, items = excluded.items, updated_at = excluded.updated_at
            """)
    }

    /// Writes the whole registry's list.
    static func updateSystemList(
        _ content: CVEAllowlistContent, now: Timestamp, on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            UPDATE cve_allowlist SET expires_at = \(content.expiresAt), items = \(content.items.joined(separator: " ")),
                created_at = CASE WHEN created_at = 0 THEN \(now) ELSE created_at END, updated_at = \(now)
            WHERE project_id IS NULL
            """)
    }

    private static func list(_ row: Row) throws -> CVEAllowlist {
        let (createdAt, updatedAt) = (try row.int64("created_at"), try row.int64("updated_at"))
        let items = try row.text("items").split(separator: " ").map(String.init)
        return CVEAllowlist(
            id: try row.int64("id"), projectID: try row.optionalInt64("project_id"),
            content: (try? CVEAllowlistContent(items: items, expiresAt: row.optionalInt64("expires_at"))) ?? .empty,
            createdAt: createdAt == 0 ? nil : Timestamp(microseconds: createdAt),
            updatedAt: updatedAt == 0 ? nil : Timestamp(microseconds: updatedAt))
    }
}
