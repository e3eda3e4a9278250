package import Admission
package import OCI
package import SQL
package import Time

/// Copies artifacts between repositories: rows are written, blobs are linked, and no byte of content moves.
package struct CopyService: Sendable {
    private static let attempts = 3
    /// What is nested more deeply isn't copied: nobody nests so deeply in earnest.
    private static let maximumDepth = 1000
    private let database: any Database
    private let clock: WallClock
    private let manifests: ManifestService
    private let admission: AdmissionChecks

    package init(
        database: any Database, clock: WallClock, manifests: ManifestService, admission: AdmissionChecks
    ) {
        self.database = database
        self.clock = clock
        self.manifests = manifests
        self.admission = admission
    }

    /// Copies an artifact with its tags, the children of an index and the accessories of each; returns its digest.
    ///
    /// It is one transaction: the target has all of it or nothing, and one that wasn't there is made with it. Throws
    /// `CopyError`, `AdmissionError`.
    @discardableResult
    package func copy(
        _ reference: Reference, from source: RepositoryRecord, to target: RepositoryName, projectID: Int64,
        by name: String
    ) async throws -> Digest {
        let now = clock.now
        for _ in 0..<Self.attempts {
            do {
                let copied = try await database.write { connection -> (digest: Digest, repositoryID: Int64)? in
                    let repository = try Self.repository(target, projectID: projectID, now: now, on: connection)
                    return try copy(reference, from: source, to: repository, by: name, now: now, on: connection)
                        .map { ($0, repository.id) }
                }
                guard let copied else { continue }
                manifests.forget(repositoryID: copied.repositoryID)
                return copied.digest
            } catch let error as DatabaseError where error.kind == .foreignKeyViolation {
                throw CopyError.contended
            } catch let error as AdmissionError {
                await tellRefusal(error, of: reference, to: target, projectID: projectID, by: name)
                throw error
            }
        }
        throw CopyError.contended
    }

    private func tellRefusal(
        _ error: AdmissionError, of reference: Reference, to target: RepositoryName, projectID: Int64, by name: String
    ) async {
        // The target's number is not known outside of the transaction, which may have made it and was undone.
        let place = AdmissionPlace(projectID: projectID, repositoryID: 0, name: target)
        let digest: String? = if case .digest(let digest) = reference { digest.description } else { nil }
        await admission.refused(Refusal(error, place: place, digest: digest, tag: nil, operatorName: name))
    }

    /// The target, made if it isn't there; throws `CopyError.projectGone`, and `.contended` if the name means another
    /// repository by now than the one that rights were asked for.
    private static func repository(
        _ name: RepositoryName, projectID: Int64, now: Timestamp, on connection: any SQLConnection
    ) throws -> RepositoryRecord {
        guard
            let made = try RepositoryDirectory.make(
                path: name.path, projectID: projectID, now: now, on: connection)
        else { throw CopyError.projectGone(name.project) }
        guard made == name, let found = try RepositoryDirectory.find(made, on: connection),
            found.projectID == projectID
        else { throw CopyError.contended }
        return found
    }

    /// Nil if others were faster and it has to be tried again.
    private func copy(
        _ reference: Reference, from source: RepositoryRecord, to target: RepositoryRecord, by name: String,
        now: Timestamp, on connection: any SQLConnection
    ) throws -> Digest? {
        guard let root = try lockRoot(reference, of: source, on: connection) else {
            throw CopyError.sourceUnknown(Self.name(of: reference, in: source))
        }
        let existing = try ArtifactStore.find(.digest(root.digest), repositoryID: target.id, on: connection)
        if existing != nil {
            throw CopyError.exists(repository: target.name.description, digest: root.digest.description)
        }
        let sources = try family(of: root.id, on: connection)
        try CopyStore.linkBlobs(of: sources, repositoryID: target.id, now: now, on: connection)
        try CopyStore.insertArtifacts(from: sources, repositoryID: target.id, now: now, on: connection)
        let copies = try CopyStore.lockCopies(of: sources, repositoryID: target.id, on: connection)
        // One that the target had may have been deleted before it was locked.
        guard copies.count == sources.count,
            let copy = try ArtifactStore.find(.digest(root.digest), repositoryID: target.id, on: connection)
        else { return nil }
        try CopyStore.insertParts(from: sources, repositoryID: target.id, on: connection)
        let tags = try DeletionStore.tags(of: [root.id], on: connection)
        try setTags(tags, of: copy.id, in: target, now: now, on: connection)
        try ArtifactEvents.pushed(
            root.digest.description, tags: tags, to: target, by: name, at: now, on: connection)
        try RepositoryStore.touch(id: target.id, now: now, on: connection)
        try admission.added(artifactIDs: copies.sorted(), to: target.admissionPlace, on: connection)
        return root.digest
    }

    private func lockRoot(
        _ reference: Reference, of source: RepositoryRecord, on connection: any SQLConnection
    ) throws -> ArtifactRecord? {
        guard let found = try ArtifactStore.find(reference, repositoryID: source.id, on: connection),
            try !CopyStore.lock([found.id], on: connection).isEmpty
        else { return nil }
        let rows = try connection.query(
            "SELECT accessory_subject, accessory_type FROM artifact WHERE id = \(found.id)")
        guard let subject = try rows.first?.optionalText("accessory_subject"),
            // As in Harbor, whatever merely names a subject stands on its own.
            try rows.first?.optionalText("accessory_type") != AccessoryKind.other.rawValue
        else { return found }
        throw CopyError.isAccessory(subject: subject)
    }

    /// The artifact itself and all that goes along, locked.
    private func family(of root: Int64, on connection: any SQLConnection) throws -> [Int64] {
        var members: Set<Int64> = [root]
        var frontier = [root]
        var depth = 0
        while !frontier.isEmpty, depth < Self.maximumDepth {
            let related = try CopyStore.related(to: frontier, on: connection).filter { !members.contains($0) }
            frontier = try CopyStore.lock(Array(Set(related)), on: connection)
            members.formUnion(frontier)
            depth += 1
        }
        return members.sorted()
    }

    private func setTags(
        _ tags: [String], of artifact: Int64, in target: RepositoryRecord, now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        let protected = try admission.protected(tags, in: target.admissionPlace, on: connection)
        for tag in tags.sorted() {
            let isSet = try TagStore.set(
                tag, repositoryID: target.id, artifactID: artifact, isProtected: protected.contains(tag), now: now,
                on: connection)
            guard isSet else { throw AdmissionError.immutable(repository: target.name, tag: tag) }
        }
    }

    /// A source as the `from` parameter names it.
    private static func name(of reference: Reference, in source: RepositoryRecord) -> String {
        switch reference {
        case .tag(let tag): "\(source.name):\(tag)"
        case .digest(let digest): "\(source.name)@\(digest)"
        }
    }
}
