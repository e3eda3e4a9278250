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
        try connection.query(
            """
            SELECT id, kind, project_id, operator, occurred_at, content FROM event
            ORDER BY id LIMIT \(limit)\(fragment: connection.dialect.forUpdateSkipLocked)
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

    /// Counts a failed attempt to tell of the event that has waited longest, and gives it up after `attempts` of them;
    /// gives the event's number and whether it was given up.
    static func countFailure(
        attempts: Int, on connection: any SQLConnection
    ) throws -> (id: Int64, isGivenUp: Bool)? {
        guard let id = try claim(1, on: connection).first?.id else { return nil }
        try connection.execute("UPDATE event SET attempts = attempts + 1 WHERE id = \(id)")
        let removed = try connection.execute("DELETE FROM event WHERE id = \(id) AND attempts >= \(attempts)")
        return (id, removed > 0)
    }
}
