import OCI
import SQL
import Time

/// How much comes back from the trash, and what is done about tags that are in use.
package struct RestorationRequest: Sendable, Hashable {
    /// Only the entry itself, not what was deleted together with it.
    package var onlyThis: Bool
    /// Tags that name something else now are left out; otherwise nothing is restored.
    package var skipsTakenTags: Bool

    package init(onlyThis: Bool = false, skipsTakenTags: Bool = false) {
        self.onlyThis = onlyThis
        self.skipsTakenTags = skipsTakenTags
    }
}

extension TrashService {
    private static let attempts = 3

    /// Gives an entry of a project's trash back, with everything that was deleted together with it.
    ///
    /// A deletion of more than 500 artifacts comes back in several transactions, each of which leaves the registry
    /// whole; after a failure the same request goes on. Throws `TrashError`, `AdmissionError`.
    @discardableResult
    package func restore(
        _ id: Int64, projectID: Int64, _ request: RestorationRequest = RestorationRequest()
    ) async throws -> RestoredContent {
        let entry = try await find(id, projectID: projectID)
        var restored = RestoredContent()
        var isFirst = true
        while true {
            guard let part = try await restorePart(of: entry, request, isStart: isFirst) else { return restored }
            manifests.forget(repositoryID: part.repositoryID)
            restored.add(part.content)
            if request.onlyThis { return restored }
            isFirst = false
        }
    }

    private func restorePart(
        of entry: TrashEntry, _ request: RestorationRequest, isStart: Bool
    ) async throws -> (content: RestoredContent, repositoryID: Int64)? {
        let now = clock.now
        for _ in 0..<Self.attempts {
            do {
                return try await database.write { connection in
                    try restorePart(of: entry, request, isStart: isStart, now: now, on: connection)
                }
            } catch let error as DatabaseError where error.kind == .foreignKeyViolation {
                // The repository was deleted meanwhile: it is made again.
            }
        }
        throw TrashError.contended
    }

    private func restorePart(
        of entry: TrashEntry, _ request: RestorationRequest, isStart: Bool, now: Timestamp,
        on connection: any SQLConnection
    ) throws -> (content: RestoredContent, repositoryID: Int64)? {
        let (id, projectID) = (entry.id, entry.projectID)
        if isStart {
            let locked = try TrashStore.lock(id: id, projectID: projectID, now: now, on: connection)
            guard let locked else { throw TrashError.unknown(id) }
            if request.onlyThis { return try restore([locked], of: entry, request, now: now, on: connection) }
            let taken = try TrashStore.takenTags(ofDeletion: entry.deletionID, on: connection)
            guard taken.isEmpty || request.skipsTakenTags else { throw TrashError.tagsTaken(taken) }
        }
        var result: (content: RestoredContent, repositoryID: Int64)?
        var count = 0
        // What an index lists is restored in the round before it.
        while count < Self.batch {
            let ready = try TrashStore.lockReady(
                deletionID: entry.deletionID, projectID: projectID, now: now, limit: Self.batch - count, on: connection)
            if ready.isEmpty { break }
            let part = try restore(ready, of: entry, request, now: now, on: connection)
            var content = result?.content ?? RestoredContent()
            content.add(part.content)
            result = (content, part.repositoryID)
            count += ready.count
        }
        return result
    }

    private func restore(
        _ entries: [TrashStore.LockedEntry], of entry: TrashEntry, _ request: RestorationRequest, now: Timestamp,
        on connection: any SQLConnection
    ) throws -> (content: RestoredContent, repositoryID: Int64) {
        let (repository, allowsSparseIndex) = try repository(of: entry, now: now, on: connection)
        let restoration = TrashRestoration(
            entries: entries, repository: repository, allowsSparseIndex: allowsSparseIndex,
            skipsTakenTags: request.skipsTakenTags, now: now)
        return (try restoration.run(admission: admission, on: connection), repository.id)
    }

    /// The repository that an entry goes back to, whatever it is called now; made again if it was deleted.
    private func repository(
        of entry: TrashEntry, now: Timestamp, on connection: any SQLConnection
    ) throws -> (RepositoryRecord, allowsSparseIndex: Bool) {
        guard let project = try ProjectStore.share(id: entry.projectID, on: connection) else {
            throw TrashError.unknown(entry.id)
        }
        let known = try connection.query(
            "SELECT name FROM repository WHERE id = \(entry.repositoryID) AND project_id = \(entry.projectID)")
        if let row = known.first {
            let name = try RepositoryName(row.text("name"))
            return (
                RepositoryRecord(id: entry.repositoryID, projectID: project.id, name: name), project.allowsSparseIndex
            )
        }
        let path = entry.repositoryName.path
        guard
            let name = try RepositoryDirectory.make(
                path: path, projectID: project.id, now: now, on: connection),
            // A former name would lead into a repository that the entry never was in.
            name.path == path, let made = try RepositoryDirectory.find(name, on: connection),
            made.projectID == project.id
        else { throw TrashError.repositoryTaken(entry.repositoryName.description) }
        return (made, project.allowsSparseIndex)
    }
}
