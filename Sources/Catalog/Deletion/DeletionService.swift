package import Admission
package import OCI
package import SQL
package import Time

/// Deletes artifacts, tags and repositories; what goes can be had back from the trash for a while.
///
/// Each deletion and its way into the trash are one transaction: content is in the registry, or in the trash.
package struct DeletionService: Sendable {
    let database: any Database
    let changes: ChangeSignal
    let clock: WallClock
    let manifests: ManifestService
    let admission: AdmissionChecks
    let undeleteHours: @Sendable () async throws -> Int

    /// Makes the service; `undeleteHours` tells how long the trash keeps what is deleted now, 0: not at all.
    package init(
        database: any Database, changes: ChangeSignal, clock: WallClock, manifests: ManifestService,
        admission: AdmissionChecks, undeleteHours: @escaping @Sendable () async throws -> Int
    ) {
        self.database = database
        self.changes = changes
        self.clock = clock
        self.manifests = manifests
        self.admission = admission
        self.undeleteHours = undeleteHours
    }

    /// Deletes an artifact with its tags, its accessories, and the children that belong to it alone.
    ///
    /// Throws `CatalogError.unknown`, `.partOfIndex`, `AdmissionError.immutable`. With `skipsTrash` it can't be had back.
    @discardableResult
    package func deleteArtifact(
        _ reference: Reference, of repository: RepositoryRecord, by name: String, skipsTrash: Bool = false
    ) async throws -> DeletedContent {
        let deletion = try await deletion(by: name, skipsTrash: skipsTrash)
        return try await write(to: repository) { connection in
            guard let root = try DeletionStore.lock(reference, repositoryID: repository.id, on: connection) else {
                throw CatalogError.unknown
            }
            let family = try ArtifactFamily(of: root, on: connection)
            if try family.isListedOutside(on: connection) { throw CatalogError.partOfIndex }
            return try remove(family.members, of: repository, deletion: deletion, on: connection)
        }
    }

    /// Deletes a manifest with its tags and nothing else, as the OCI Distribution Specification has it.
    ///
    /// Throws `CatalogError.unknown`, `.partOfIndex`, `AdmissionError.immutable`. With `skipsTrash` it can't be had back.
    @discardableResult
    package func deleteManifest(
        _ digest: Digest, of repository: RepositoryRecord, by name: String, skipsTrash: Bool = false
    ) async throws -> DeletedContent {
        let deletion = try await deletion(by: name, skipsTrash: skipsTrash)
        return try await write(to: repository) { connection in
            let reference = Reference.digest(digest)
            guard let id = try DeletionStore.lock(reference, repositoryID: repository.id, on: connection) else {
                throw CatalogError.unknown
            }
            let parents = try connection.query("SELECT 1 AS found FROM artifact_child WHERE child_id = \(id) LIMIT 1")
            guard parents.isEmpty else { throw CatalogError.partOfIndex }
            return try remove([id], of: repository, deletion: deletion, on: connection)
        }
    }

    /// Removes a tag and leaves the manifest; throws `CatalogError.unknown`, `AdmissionError.immutable`.
    ///
    /// With an artifact given, the tag must be one of its tags. With `skipsTrash` it can't be had back.
    @discardableResult
    package func deleteTag(
        _ tag: Tag, artifact: ArtifactRecord? = nil, of repository: RepositoryRecord, by name: String,
        skipsTrash: Bool = false
    ) async throws -> DeletedContent {
        let deletion = try await deletion(by: name, skipsTrash: skipsTrash)
        return try await write(to: repository) { connection in
            guard let found = try DeletionStore.lock(tag, repositoryID: repository.id, on: connection),
                artifact == nil || artifact?.id == found.artifactID
            else { throw CatalogError.unknown }
            try admission.requireRemovable([tag.description], in: repository.admissionPlace, on: connection)
            if let expiry = deletion.expiresAt {
                try TrashStore.keep(tag: found, of: repository, deletion: deletion, until: expiry, on: connection)
            }
            try connection.execute("DELETE FROM tag WHERE id = \(found.id)")
            try RepositoryStore.touch(id: repository.id, now: deletion.deletedAt, on: connection)
            var deleted = DeletedContent()
            deleted.tags = [tag.description]
            return deleted
        }
    }

    func deletion(by name: String, skipsTrash: Bool) async throws -> Deletion {
        Deletion(by: name, at: clock.now, hours: skipsTrash ? 0 : try await undeleteHours())
    }

    /// Runs a unit of work and forgets what was remembered of the repository, whatever came of it.
    func write<Result: Sendable>(
        to repository: RepositoryRecord, _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        defer { manifests.forget(repositoryID: repository.id) }
        return try await database.write(body)
    }

    /// Moves locked artifacts, none of which an artifact outside lists, to the trash.
    func remove(
        _ artifacts: [Int64], of repository: RepositoryRecord, deletion: Deletion, on connection: any SQLConnection
    ) throws -> DeletedContent {
        var deleted = DeletedContent()
        deleted.tags = try DeletionStore.tags(of: artifacts, on: connection)
        let digests = try DeletionStore.digests(of: artifacts, on: connection)
        deleted.digests = artifacts.compactMap { digests[$0] }
        try ArtifactEvents.deleting(artifacts, from: repository, by: deletion, on: connection)
        try admission.remove(artifactIDs: artifacts, from: repository.admissionPlace, on: connection) {
            if let expiry = deletion.expiresAt {
                try TrashStore.keep(
                    artifacts: artifacts, of: repository, deletion: deletion, until: expiry, on: connection)
            }
            try DeletionStore.delete(artifacts: artifacts, on: connection)
        }
        try RepositoryStore.touch(id: repository.id, now: deletion.deletedAt, on: connection)
        return deleted
    }
}
