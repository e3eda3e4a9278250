package import Admission
import OCI
import SQL
import SystemConfiguration
import Time

extension QuotaService {
    /// What is checked before a change is committed.
    package var contentCheck: ContentCheck {
        let (configuration, clock) = (configuration, clock)
        return ContentCheck(
            beforeUpload: { try await admitUpload(projectID: $0) },
            added: { artifactIDs, place, connection in
                let bytes = try ContentStore.add(
                    artifactIDs: artifactIDs, projectID: place.projectID, on: connection)
                let now = clock.now
                let charge = QuotaCharge(projectID: place.projectID, configuration: configuration, now: now)
                guard let warning = try charge.run(bytes, on: connection), let artifact = artifactIDs.first else {
                    return
                }
                let subject = QuotaNoticeSubject(
                    projectID: place.projectID, repositoryName: place.name.description,
                    artifacts: try QuotaNoticeStore.artifacts(artifact, on: connection))
                _ = try QuotaNoticeStore.tell(warning, of: subject, now: now, on: connection)
            },
            removing: { artifactIDs, place, connection in
                let digests = try ContentStore.digests(of: artifactIDs, on: connection)
                return { connection in
                    let freed = try ContentStore.release(digests, projectID: place.projectID, on: connection)
                    try QuotaStore.append(-freed, projectID: place.projectID, on: connection)
                }
            },
            refused: { await tell($0) })
    }

    /// Refuses uploads into a project that is full, so that nobody sends a gigabyte in vain, or that has taken in too
    /// much for which no manifest came.
    private func admitUpload(projectID: Int64) async throws {
        do {
            try await requireRoom(projectID: projectID)
        } catch let error as AdmissionError {
            await tell(error, of: QuotaNoticeSubject(projectID: projectID))
            throw error
        }
    }

    private func requireRoom(projectID: Int64) async throws {
        guard try await configuration.values().isQuotaEnabled else { return }
        let limit = try await limits.value(for: projectID) {
            try await database.read { connection in
                let usage = try QuotaStore.usage(projectID: projectID, on: connection)
                return try usage.limit.map { try StorageLimit($0) } ?? .unlimited
            }
        }
        guard let bytes = limit?.bytes else { return }
        let used = try await database.read { try QuotaStore.usage(projectID: projectID, on: $0).used }
        if used >= bytes { throw AdmissionError.quotaExceeded(adding: 0, used: used, limit: bytes) }
        let waiting = try await uncommitted.bytes(projectID: projectID, in: database)
        if waiting > bytes { throw AdmissionError.quotaExceeded(adding: waiting, used: used, limit: bytes) }
    }
}
