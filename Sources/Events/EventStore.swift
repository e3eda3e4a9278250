package import SQL

/// The SQL of events that wait to be told of; its functions run inside a unit of work and throw `DatabaseError`.
///
/// Events are written in the transaction of what they tell of, so none is lost and none is told of what didn't happen.
package enum EventStore {
    /// The tables of events and of who wants which.
    package static let migrations = [
        Migration(identifier: "0023-event") { dialect in
            [
                """
                CREATE TABLE event (
                    id \(fragment: dialect.identityColumn), kind TEXT NOT NULL, project_id BIGINT NOT NULL,
                    operator TEXT NOT NULL, occurred_at BIGINT NOT NULL, content TEXT NOT NULL,
                    attempts BIGINT NOT NULL)
                """,
                // Without a project: those of all projects.
                """
                CREATE TABLE event_interest (
                    consumer TEXT NOT NULL, kind TEXT NOT NULL,
                    project_id BIGINT REFERENCES project (id) ON DELETE CASCADE)
                """,
                "CREATE INDEX event_interest_by_kind ON event_interest (kind, project_id)",
                "CREATE INDEX event_interest_by_project ON event_interest (project_id)",
            ]
        }
    ]

    /// Says which kinds of events of a project, or of all (nil), a consumer wants from now on: instead of those it
    /// wanted before.
    package static func setInterest(
        of consumer: String, in projectID: Int64?, kinds: Set<EventKind>, on connection: any SQLConnection
    ) throws {
        let place: SQL = projectID.map { "project_id = \($0)" } ?? "project_id IS NULL"
        try connection.execute("DELETE FROM event_interest WHERE consumer = \(consumer) AND \(fragment: place)")
        for kind in kinds.map(\.rawValue).sorted() {
            try connection.execute(
                """
                INSERT INTO event_interest (consumer, kind, project_id)
                VALUES (\(consumer), \(kind), \(optional: projectID))
                """)
        }
    }

    /// Whether anybody wants to be told of events of a kind in a project.
    package static func isWanted(
        _ kind: EventKind, projectID: Int64, on connection: any SQLConnection
    ) throws -> Bool {
        try !connection.query(
            """
            SELECT 1 AS found FROM event_interest
            WHERE kind = \(kind.rawValue) AND (project_id = \(projectID) OR project_id IS NULL) LIMIT 1
            """
        ).isEmpty
    }

    /// The projects whose events of a kind somebody wants.
    package static func interest(in kind: EventKind, on connection: any SQLConnection) throws -> EventInterest {
        let rows = try connection.query(
            "SELECT DISTINCT project_id FROM event_interest WHERE kind = \(kind.rawValue)")
        let projects = try rows.map { try $0.optionalInt64("project_id") }
        return EventInterest(isEverywhere: projects.contains(nil), projects: Set(projects.compactMap(\.self)))
    }

    /// Writes an event if anybody wants to be told of it.
    package static func append(_ event: NewEvent, on connection: any SQLConnection) throws {
        guard try isWanted(event.kind, projectID: event.projectID, on: connection) else { return }
        try insert([event], on: connection)
    }

    /// Writes events that are known to be wanted.
    package static func insert(_ events: [NewEvent], on connection: any SQLConnection) throws {
        for part in events.chunks(of: 100) {
            let rows = part.map { event -> SQL in
                """
                (\(event.kind.rawValue), \(event.projectID), \(event.operatorName), \(event.occurredAt),
                \(event.content.columnText), 0)
                """
            }
            try connection.execute(
                """
                INSERT INTO event (kind, project_id, operator, occurred_at, content, attempts)
                VALUES \(fragment: .joined(rows, separator: ", "))
                """)
        }
    }
}

/// The projects whose events of some kind somebody wants to be told of.
package struct EventInterest: Hashable, Sendable {
    /// Whether those of all projects are wanted.
    package let isEverywhere: Bool
    package let projects: Set<Int64>

    /// Nobody wants anything.
    package static let none = EventInterest(isEverywhere: false, projects: [])

    /// Whether the events of a project are wanted.
    package func includes(_ projectID: Int64) -> Bool { isEverywhere || projects.contains(projectID) }
}
