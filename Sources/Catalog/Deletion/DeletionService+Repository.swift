import Admission
import OCI
import SQL

extension DeletionService {
    /// Artifacts that go in one transaction; a repository of no more goes as a whole or not at all.
    private static let batch = 500

    /// Deletes a repository with all its artifacts; throws `CatalogError.unknown`, `AdmissionError.immutable`.
    ///
    /// A large repository goes in several transactions under one deletion: what stops it half-way leaves the rest. A
    /// tag that may not go is found before that, unless it is made meanwhile.
    @discardableResult
    package func deleteRepository(
        _ repository: RepositoryRecord, by name: String, skipsTrash: Bool = false
    ) async throws -> DeletedContent {
        let deletion = try await deletion(by: name, skipsTrash: skipsTrash)
        let admission = admission
        try await database.snapshot { try admission.requireAllRemovable(in: repository.admissionPlace, on: $0) }
        var deleted = DeletedContent()
        while true {
            defer { manifests.forget(repositoryID: repository.id) }
            let (part, isEmpty) = try await changes.write(changing: [.project(repository.name.project)]) { connection in
                try removeBatch(of: repository, deletion: deletion, on: connection)
            }
            deleted.digests += part.digests
            deleted.tags += part.tags
            if isEmpty { return deleted }
        }
    }

    private func removeBatch(
        of repository: RepositoryRecord, deletion: Deletion, on connection: any SQLConnection
    ) throws -> (deleted: DeletedContent, isEmpty: Bool) {
        var deleted = DeletedContent()
        while deleted.digests.count < Self.batch {
            let chosen = try DeletionStore.lockUnlisted(
                repositoryID: repository.id, limit: Self.batch - deleted.digests.count, on: connection)
            if chosen.isEmpty { break }
            let part = try remove(chosen, of: repository, deletion: deletion, on: connection)
            deleted.digests += part.digests
            deleted.tags += part.tags
        }
        // A push holds the row too, from its first statement on: then its artifact is seen here.
        let rows = try connection.query(
            "SELECT id FROM repository WHERE id = \(repository.id)\(fragment: connection.dialect.forUpdate)")
        if rows.isEmpty, deleted.digests.isEmpty { throw CatalogError.unknown }
        let rest = try connection.query(
            "SELECT 1 AS found FROM artifact WHERE repository_id = \(repository.id) LIMIT 1")
        guard rest.isEmpty else { return (deleted, false) }
        try connection.execute("DELETE FROM repository WHERE id = \(repository.id)")
        return (deleted, true)
    }
}
