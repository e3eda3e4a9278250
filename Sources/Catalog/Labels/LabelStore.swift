import Listing
import SQL
import Time

/// The SQL of labels; its functions run inside a unit of work and throw `DatabaseError`.
enum LabelStore {
    /// What `Label` is read from; the table is called `l`.
    static let columns: SQL = "l.id, l.name, l.description, l.color, l.project_id, l.created_at, l.updated_at"

    /// What lists of labels can be filtered and sorted by.
    static let listColumns = ListColumns(
        [
            "id": .integer("l.id"), "name": .text("l.name"), "description": .text("l.description"),
            "color": .text("l.color"), "project_id": .integer("l.project_id"),
            "creation_time": .time("l.created_at"), "update_time": .time("l.updated_at"),
        ],
        ignored: ["scope", "level", "deleted"])

    static func insert(
        _ content: LabelContent, projectID: Int64?, now: Timestamp, on connection: any SQLConnection
    ) throws -> Int64 {
        try connection.query(
            """
            INSERT INTO label (name, description, color, project_id, created_at, updated_at)
            VALUES (\(content.name), \(content.description), \(content.color), \(projectID), \(now), \(now))
            RETURNING id
            """)[0].int64("id")
    }

    static func find(_ id: Int64, on connection: any SQLConnection) throws -> Label? {
        try connection.query(
            """
            SELECT \(fragment: columns) FROM label l LEFT JOIN project p ON p.id = l.project_id
            WHERE l.id = \(id) AND (l.project_id IS NULL OR NOT p.is_deleting)
            """
        ).first.map { try Label(row: $0) }
    }

    static func list(_ request: ListRequest, scope: SQL, on connection: any SQLConnection) throws -> Listed<Label> {
        let conditions = [scope] + (try listColumns.conditions(for: request.filters, dialect: connection.dialect))
        let filter = SQL.filter(by: conditions)
        let order = listColumns.order(by: request.sort, default: "l.name", tieBreak: "l.id")
        let rows = try connection.query(
            """
            SELECT \(fragment: columns) FROM label l\(fragment: filter)\(fragment: order)
            LIMIT \(request.page.limit) OFFSET \(request.page.offset)
            """)
        let total = try connection.query("SELECT count(*) AS n FROM label l\(fragment: filter)")[0].int64("n")
        return Listed(elements: try rows.map { try Label(row: $0) }, total: total)
    }

    static func update(
        _ id: Int64, to content: LabelContent, now: Timestamp, on connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE label SET name = \(content.name), description = \(content.description), color = \(content.color),
                updated_at = \(now) WHERE id = \(id)
            """) > 0
    }

    static func delete(_ id: Int64, on connection: any SQLConnection) throws -> Bool {
        try connection.execute("DELETE FROM label WHERE id = \(id)") > 0
    }
}
