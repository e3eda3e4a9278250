import Events
import OCI
import SQL
import Time

/// The SQL of notices; its functions run inside a unit of work and throw `DatabaseError`.
enum QuotaNoticeStore {
    static let migration = Migration(identifier: "0028-quota-notice") { _ in
        [
            """
            CREATE TABLE quota_notice (
                project_id BIGINT NOT NULL REFERENCES project (id) ON DELETE CASCADE, kind TEXT NOT NULL,
                told_at BIGINT NOT NULL, PRIMARY KEY (project_id, kind))
            """
        ]
    }

    /// Writes the event of a notice if somebody wants it and none of its kind was told of in its interval; false if it
    /// was not written.
    static func tell(
        _ notice: QuotaNotice, of subject: QuotaNoticeSubject, now: Timestamp, on connection: any SQLConnection
    ) throws -> Bool {
        guard try EventStore.isWanted(notice.kind, projectID: subject.projectID, on: connection),
            try isDue(notice, projectID: subject.projectID, now: now, on: connection)
        else { return false }
        let content = EventContent(
            repository: try subject.repositoryName.flatMap { try repository($0, on: connection) },
            artifacts: subject.artifacts, attributes: ["details": .string(notice.details)])
        let event = NewEvent(
            notice.kind, projectID: subject.projectID, operatorName: subject.operatorName, occurredAt: now,
            content: content)
        try EventStore.insert([event], on: connection)
        return true
    }

    /// Takes the turn of the interval. Two that want it wait for each other; a clock that was set back doesn't keep
    /// everybody waiting.
    private static func isDue(
        _ notice: QuotaNotice, projectID: Int64, now: Timestamp, on connection: any SQLConnection
    ) throws -> Bool {
        let last = now.advanced(bySeconds: -notice.interval)
        return try connection.execute(
            """
            INSERT INTO quota_notice (project_id, kind, told_at) VALUES (\(projectID), \(notice.kind.rawValue), \(now))
            ON CONFLICT (project_id, kind) DO UPDATE SET told_at = excluded.told_at
            WHERE quota_notice.told_at <= \(last) OR quota_notice.told_at > \(now)
            """) > 0
    }

    private static func repository(_ name: String, on connection: any SQLConnection) throws -> EventRepository? {
        try connection.query(
            """
            SELECT r.name, r.created_at, p.is_public FROM repository r JOIN project p ON p.id = r.project_id
            WHERE r.name = \(name)
            """
        ).first.map { row in
            EventRepository(
                name: try row.text("name"), createdAt: try row.timestamp("created_at"),
                isPublic: try row.bool("is_public"))
        }
    }

    /// An artifact as a notice names it: by its newest tag, or by its digest alone.
    static func artifacts(_ id: Int64, on connection: any SQLConnection) throws -> [EventArtifact] {
        try connection.query(
            """
            SELECT a.digest, t.name AS tag FROM artifact a LEFT JOIN tag t ON t.artifact_id = a.id
            WHERE a.id = \(id) ORDER BY t.pushed_at DESC, t.id DESC LIMIT 1
            """
        ).map { EventArtifact(digest: try $0.text("digest"), tag: try $0.optionalText("tag")) }
    }
}
