import Events
import SQL
import Time

/// Writes what happens to artifacts for those who want to be told of it; its functions run inside the unit of work that
/// does it and throw `DatabaseError`.
enum ArtifactEvents {
    /// An event of a repository deleted at once names at most so many tags of one artifact.
    private static let mostTags = 100

    /// Writes that an artifact was pushed under some tags.
    static func pushed(
        _ digest: String, tags: [String], to repository: RepositoryRecord, by name: String, at now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        guard try EventStore.isWanted(.artifactPushed, projectID: repository.projectID, on: connection),
            let place = try place(of: [repository.id], on: connection)[repository.id]
        else { return }
        let content = EventContent(repository: place, artifacts: artifacts(digest, tags: tags))
        try EventStore.insert(
            [
                NewEvent(
                    .artifactPushed, projectID: repository.projectID, operatorName: name, occurredAt: now,
                    content: content)
            ], on: connection)
    }

    /// Writes that artifacts are being deleted, one event each; to be called while they are still there.
    static func deleting(
        _ ids: [Int64], from repository: RepositoryRecord, by deletion: Deletion, on connection: any SQLConnection
    ) throws {
        guard try EventStore.isWanted(.artifactDeleted, projectID: repository.projectID, on: connection),
            let place = try place(of: [repository.id], on: connection)[repository.id]
        else { return }
        let digests = try DeletionStore.digests(of: ids, on: connection)
        let tags = try DeletionStore.tagNames(of: ids, on: connection)
        let events = ids.compactMap { id -> NewEvent? in
            guard let digest = digests[id] else { return nil }
            return NewEvent(
                .artifactDeleted, projectID: repository.projectID, operatorName: deletion.deletedBy,
                occurredAt: deletion.deletedAt,
                content: EventContent(repository: place, artifacts: artifacts(digest, tags: tags[id] ?? [])))
        }
        try EventStore.insert(events, on: connection)
    }

    /// Repositories as events tell of them, by their numbers.
    static func place(
        of repositories: [Int64], on connection: any SQLConnection
    ) throws -> [Int64: EventRepository] {
        var places: [Int64: EventRepository] = [:]
        for part in repositories.chunks() {
            let rows = try connection.query(
                """
                SELECT r.id, r.name, r.created_at, p.is_public FROM repository r JOIN project p ON p.id = r.project_id
                WHERE r.id IN \(list: part)
                """)
            for row in rows {
                places[try row.int64("id")] = EventRepository(
                    name: try row.text("name"), createdAt: try row.timestamp("created_at"),
                    isPublic: try row.bool("is_public"))
            }
        }
        return places
    }

    private static func artifacts(_ digest: String, tags: [String]) -> [EventArtifact] {
        tags.isEmpty
            ? [EventArtifact(digest: digest, tag: nil)]
            : tags.prefix(mostTags).map { EventArtifact(digest: digest, tag: $0) }
    }
}
