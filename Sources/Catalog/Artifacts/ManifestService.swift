package import Admission
package import NIOCore
package import OCI
package import SQL
package import Time

/// Takes manifests in, finds them and deletes them (OCI Distribution Specification, "Pushing manifests" and on).
package struct ManifestService: Sendable {
    private let database: any Database
    private let clock: WallClock
    private let admission: AdmissionChecks
    private let contents: ManifestCache
    private let records: ArtifactRecordCache

    /// Makes the service; `cacheBytes` bounds the manifests kept in memory.
    package init(
        database: any Database, clock: WallClock, cacheBytes: Int, admission: AdmissionChecks = .none
    ) {
        self.database = database
        self.clock = clock
        self.admission = admission
        contents = ManifestCache(capacity: cacheBytes)
        // With other nodes about, a tag may move at any moment: it is read from the database every time.
        records = ArtifactRecordCache(capacity: database.dialect == .sqlite ? 100_000 : 0)
    }

    /// Stores a manifest and moves its tags to it; throws `CatalogError.contentUnknown`, `.repositoryGone`,
    /// `AdmissionError`.
    package func push(_ push: ManifestPush) async throws {
        let (now, admission) = (clock.now, admission)
        do {
            try await database.write { try push.run(now: now, admission: admission, on: $0) }
        } catch let error as DatabaseError where error.kind == .foreignKeyViolation {
            throw CatalogError.repositoryGone
        } catch let error as AdmissionError {
            let refusal = Refusal(
                error, place: push.repository.admissionPlace, digest: push.digest.description,
                tag: push.tags.first?.description, operatorName: push.pushedBy)
            await admission.refused(refusal)
            throw error
        }
        records.forget(repositoryID: push.repository.id)
    }

    /// Finds an artifact by tag or digest; nil if the repository has none.
    package func find(_ reference: Reference, repositoryID: Int64) async throws -> ArtifactRecord? {
        try await records.record(for: reference, repositoryID: repositoryID) {
            try await database.read { try ArtifactStore.find(reference, repositoryID: repositoryID, on: $0) }
        }
    }

    /// The bytes of an artifact's manifest; nil if it was deleted meanwhile.
    package func content(of artifact: ArtifactRecord) async throws -> ByteBuffer? {
        if let known = contents.content(of: artifact.digest) { return known }
        let bytes = try await database.read { try ArtifactStore.content(artifactID: artifact.id, on: $0) }
        guard let bytes else { return nil }
        let content = ByteBuffer(bytes: bytes)
        contents.remember(content, of: artifact.digest)
        return content
    }

    /// Forgets what was remembered of a repository: whatever changes its artifacts or tags calls it after its commit.
    func forget(repositoryID: Int64) {
        records.forget(repositoryID: repositoryID)
    }

    /// The tags of a repository in byte order, after `last`, at most `limit`.
    package func tags(repositoryID: Int64, after last: String?, limit: Int) async throws -> [String] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT name FROM tag WHERE repository_id = \(repositoryID) AND name > \(last ?? "")
                ORDER BY name LIMIT \(limit)
                """
            ).map { try $0.text("name") }
        }
    }

    /// The manifests whose subject is `subject`, in the order of their digests, after `last`, at most `limit`.
    package func referrers(
        to subject: Digest, artifactType: String?, repositoryID: Int64, after last: String?, limit: Int
    ) async throws -> [Descriptor] {
        let filter: SQL = if let artifactType { " AND artifact_type = \(artifactType)" } else { "" }
        return try await database.read { connection in
            try connection.query(
                """
                SELECT digest, media_type, manifest_size, artifact_type, annotations FROM artifact
                WHERE repository_id = \(repositoryID) AND subject_digest = \(subject.description)
                AND digest > \(last ?? "")\(fragment: filter) ORDER BY digest LIMIT \(limit)
                """
            ).map { row in
                try Descriptor(
                    mediaType: MediaType(row.text("media_type")), digest: Digest(row.text("digest")),
                    size: row.int64("manifest_size"),
                    annotations: Annotations.decode(row.optionalText("annotations")),
                    artifactType: row.optionalText("artifact_type"))
            }
        }
    }
}
