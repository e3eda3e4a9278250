import Events
import OCI
import SQL
import Time

/// A pull that somebody wants to be told of.
struct PullEvent: Sendable {
    let repository: RepositoryRecord
    let digest: Digest
    /// What the manifest was asked for by.
    let reference: Reference
    let operatorName: String
    let time: Timestamp

    /// Writes pulls as events, those of repositories that still exist.
    static func write(_ pulls: [PullEvent], on connection: any SQLConnection) throws {
        let repositories = Set(pulls.map(\.repository.id)).sorted()
        let places = try ArtifactEvents.place(of: repositories, on: connection)
        let events = pulls.compactMap { pull -> NewEvent? in
            guard let place = places[pull.repository.id] else { return nil }
            let artifact = EventArtifact(digest: pull.digest.description, tag: pull.tag)
            return NewEvent(
                .artifactPulled, projectID: pull.repository.projectID, operatorName: pull.operatorName,
                occurredAt: pull.time, content: EventContent(repository: place, artifacts: [artifact]))
        }
        try EventStore.insert(events, on: connection)
    }

    private var tag: String? {
        if case .tag(let tag) = reference { tag.description } else { nil }
    }
}
