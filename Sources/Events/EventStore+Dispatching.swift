import SQL

extension EventStore {
    /// An event, or the number of a row that doesn't hold one.
    enum Waiting {
        case event(Event)
        case unreadable(Int64)

        var id: Int64 {
            switch self {
            case .event(let event): event.id
            case .unreadable(let id): id
            }
        }
    }

    /// The events that have waited longest, locked; those that another process holds are passed over.
    static func claim(_ limit: Int, on connection: any SQLConnection) throws -> [Waiting] {
        try claim("ORDER BY id LIMIT \(limit)", on: connection)
    }

    /// An event, locked; none if another process holds it or has told of it.
    static func claim(id: Int64, on connection: any SQLConnection) throws -> [Waiting] {
        try claim("WHERE id = \(id)", on: connection)
    }

    private static func claim(_ choice: SQL, on connection: any SQLConnection) throws -> [Waiting] {
        try connection.query(
            """
            SELECT id, kind, project_id, operator, occurred_at, content FROM event
            \(fragment: choice)\(fragment: connection.dialect.forUpdateSkipLocked)
            """
        ).map { row in
            let id = try row.int64("id")
            guard let kind = EventKind(rawValue: try row.text("kind")),
                let content = EventContent(columnText: try row.text("content"))
            else { return .unreadable(id) }
            return .event(
                Event(
                    id: id, kind: kind, projectID: try row.int64("project_id"), operatorName: try row.text("operator"),
                    occurredAt: try row.timestamp("occurred_at"), content: content))
        }
    }

    /// Forgets events that were told of.
    static func remove(_ ids: [Int64], on connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM event WHERE id IN \(list: ids)")
    }

    /// The numbers of the events that have waited longest.
    static func oldest(_ limit: Int, on connection: any SQLConnection) throws -> [Int64] {
        try connection.query("SELECT id FROM event ORDER BY id LIMIT \(limit)").map { try $0.int64("id") }
    }

    /// Counts a failed attempt to tell of an event, and gives it up after `attempts` of them; whether it was given up.
    static func countFailure(of id: Int64, attempts: Int, on connection: any SQLConnection) throws -> Bool {
        try connection.execute("UPDATE event SET attempts = attempts + 1 WHERE id = \(id)")
        return try connection.execute("DELETE FROM event WHERE id = \(id) AND attempts >= \(attempts)") > 0
    }
}
