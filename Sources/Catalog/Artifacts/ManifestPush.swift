import Admission
package import OCI
import SQL
import Time

/// A manifest on its way into a repository, with the tags that are to name it.
package struct ManifestPush: Sendable {
    package let repository: RepositoryRecord
    package let manifest: Manifest
    package let digest: Digest
    package let tags: [Tag]
    /// Whether the children of an index may be absent.
    package let allowsSparseIndex: Bool
    /// What `ArtifactDetailsService` read out of the configuration, as JSON; nil: it is read when it is first shown.
    package let extraAttributes: String?
    /// The name of who pushes.
    package let pushedBy: String

    package init(
        repository: RepositoryRecord, manifest: Manifest, digest: Digest, tags: [Tag], allowsSparseIndex: Bool,
        extraAttributes: String? = nil, pushedBy: String
    ) {
        self.repository = repository
        self.manifest = manifest
        self.digest = digest
        // One order for all pushes, so that two of them never wait for each other's tags.
        self.tags = Array(Set(tags)).sorted()
        self.allowsSparseIndex = allowsSparseIndex
        self.extraAttributes = extraAttributes
        self.pushedBy = pushedBy
    }

    private var repositoryID: Int64 { repository.id }

    /// Writes everything in one unit of work; throws `CatalogError.contentUnknown`, `AdmissionError`.
    ///
    /// Blob rows are locked in the order of their digests against the collector, which refuses nothing it has marked.
    func run(now: Timestamp, admission: AdmissionChecks, on connection: any SQLConnection) throws {
        let blobs = try lockBlobs(on: connection)
        let children = try lockChildren(on: connection)
        let size = children.reduce(manifest.totalSize) { $0 &+ min($1.size, .max - $0) }
        let artifactID = try insertArtifact(size: size, now: now, on: connection)
        try connection.execute(
            """
            INSERT INTO manifest (artifact_id, content) VALUES (\(artifactID), \(manifest.bytes))
            ON CONFLICT (artifact_id) DO NOTHING
            """)
        for part in blobs.chunks() {
            try connection.execute(
                """
                INSERT INTO artifact_blob (artifact_id, blob_id)
                SELECT CAST(\(artifactID) AS BIGINT), id FROM blob WHERE id IN \(list: part)
                ON CONFLICT (artifact_id, blob_id) DO NOTHING
                """)
        }
        for part in children.map(\.id).chunks() {
            try connection.execute(
                """
                INSERT INTO artifact_child (parent_id, child_id)
                SELECT CAST(\(artifactID) AS BIGINT), id FROM artifact WHERE id IN \(list: part)
                ON CONFLICT (parent_id, child_id) DO NOTHING
                """)
        }
        try setTags(artifactID: artifactID, now: now, admission: admission, on: connection)
        try ArtifactEvents.pushed(
            digest.description, tags: tags.map(\.description), to: repository, by: pushedBy, at: now, on: connection)
        try RepositoryStore.touch(id: repositoryID, now: now, on: connection)
        try admission.added(artifactIDs: [artifactID], to: repository.admissionPlace, on: connection)
    }

    /// Locks the blobs, and the links that were waiting for this manifest.
    ///
    /// Whoever removes a link has its blob locked, so that links are judged once the blobs are locked: the statement
    /// that waited for a lock sees them as they were before.
    private func lockBlobs(on connection: any SQLConnection) throws -> [Int64] {
        let wanted = manifest.blobs.map(\.digest.description).sorted()
        let found = try wanted.chunks().flatMap { part in
            let locked = try connection.query(
                """
                SELECT id FROM blob WHERE NOT deleting AND digest IN \(list: part)
                ORDER BY digest\(fragment: connection.dialect.forShare)
                """
            ).map { try $0.int64("id") }
            return try connection.query(
                """
                SELECT b.id, b.digest, l.is_pending FROM blob b JOIN repository_blob l ON l.blob_id = b.id
                WHERE l.repository_id = \(repositoryID) AND b.id IN \(list: locked) ORDER BY b.digest
                """)
        }
        try Self.requireAll(wanted, among: found)
        let pending = try found.filter { try $0.bool("is_pending") }.map { try $0.int64("id") }
        for part in pending.chunks() { try settle(part, on: connection) }
        return try found.map { try $0.int64("id") }
    }

    /// Tells links that their manifest has come; they are locked in the order of digests too.
    private func settle(_ blobs: [Int64], on connection: any SQLConnection) throws {
        try connection.execute(
            """
            UPDATE repository_blob SET is_pending = FALSE WHERE repository_id = \(repositoryID) AND blob_id IN (
                SELECT l.blob_id FROM repository_blob l JOIN blob b ON b.id = l.blob_id
                WHERE l.repository_id = \(repositoryID) AND l.blob_id IN \(list: blobs) AND l.is_pending
                ORDER BY b.digest\(fragment: connection.dialect.forUpdate(of: "l")))
            """)
    }

    private func lockChildren(on connection: any SQLConnection) throws -> [(id: Int64, size: Int64)] {
        let wanted = Array(Set(manifest.children.map(\.digest.description))).sorted()
        let found = try wanted.chunks().flatMap { part in
            try connection.query(
                """
                SELECT id, digest, total_size FROM artifact
                WHERE repository_id = \(repositoryID) AND digest IN \(list: part)
                ORDER BY digest\(fragment: connection.dialect.forShare)
                """)
        }
        if !allowsSparseIndex { try Self.requireAll(wanted, among: found) }
        return try found.map { (try $0.int64("id"), try $0.int64("total_size")) }
    }

    private func insertArtifact(size: Int64, now: Timestamp, on connection: any SQLConnection) throws -> Int64 {
        let details = ArtifactDetails(manifest, tags: tags.map(\.description))
        let extraAttributes = details.configuration == nil ? ExtraAttributes.none : extraAttributes
        return try connection.query(
            """
            INSERT INTO artifact (repository_id, digest, media_type, artifact_type, manifest_size, total_size,
                subject_digest, annotations, pull_count, pushed_at, type, config_media_type, accessory_subject,
                accessory_type, child_references, extra_attributes, awaits_name)
            VALUES (\(repositoryID), \(digest.description), \(manifest.mediaType.rawValue),
                \(optional: manifest.artifactType), \(manifest.bytes.count), \(size),
                \(optional: manifest.subject?.digest.description), \(optional: details.annotations), 0, \(now),
                \(details.type.rawValue), \(details.mediaType), \(optional: details.accessory?.subject.description),
                \(optional: details.accessory?.kind.rawValue), \(optional: details.references),
                \(optional: extraAttributes), \(tags.isEmpty))
            ON CONFLICT (repository_id, digest) DO UPDATE SET pushed_at = excluded.pushed_at,
                awaits_name = artifact.awaits_name AND excluded.awaits_name,
                accessory_subject = coalesce(artifact.accessory_subject, excluded.accessory_subject),
                accessory_type = coalesce(artifact.accessory_type, excluded.accessory_type),
                extra_attributes = CASE WHEN artifact.type IS NULL THEN NULL
                    ELSE coalesce(artifact.extra_attributes, excluded.extra_attributes) END
            RETURNING id
            """)[0].int64("id")
    }

    /// Points the tags at the artifact. A protected tag stays where it is, which suits who pushes the very same again.
    private func setTags(
        artifactID: Int64, now: Timestamp, admission: AdmissionChecks, on connection: any SQLConnection
    ) throws {
        let place = repository.admissionPlace
        let protected = try admission.protected(tags.map(\.description), in: place, on: connection)
        for tag in tags.map(\.description) {
            let isSet = try TagStore.set(
                tag, repositoryID: repositoryID, artifactID: artifactID, isProtected: protected.contains(tag), now: now,
                on: connection)
            guard isSet else { throw AdmissionError.immutable(repository: place.name, tag: tag) }
        }
    }

    private static func requireAll(_ wanted: [String], among rows: [Row]) throws {
        let found = Set(try rows.map { try $0.text("digest") })
        let missing = wanted.filter { !found.contains($0) }
        if !missing.isEmpty { throw CatalogError.contentUnknown(try missing.prefix(20).map { try Digest($0) }) }
    }
}
