package import OCI
package import SQL

/// The tables of artifacts, their manifests, what they are made of, and tags.
package enum ArtifactStore {
    package static let migrations = [
        Migration(identifier: "0006-artifact") { dialect in
            [
                """
                CREATE TABLE artifact (
                    id \(fragment: dialect.identityColumn),
                    repository_id BIGINT NOT NULL REFERENCES repository (id) ON DELETE CASCADE,
                    digest TEXT\(fragment: dialect.binaryCollation) NOT NULL,
                    media_type TEXT NOT NULL,
                    artifact_type TEXT,
                    manifest_size BIGINT NOT NULL,
                    total_size BIGINT NOT NULL,
                    subject_digest TEXT,
                    annotations TEXT,
                    pull_count BIGINT NOT NULL,
                    pulled_at BIGINT,
                    pushed_at BIGINT NOT NULL,
                    UNIQUE (repository_id, digest))
                """,
                """
                CREATE INDEX artifact_subject ON artifact (repository_id, subject_digest, digest)
                WHERE subject_digest IS NOT NULL
                """,
                """
                CREATE TABLE manifest (
                    artifact_id BIGINT PRIMARY KEY REFERENCES artifact (id) ON DELETE CASCADE,
                    content \(fragment: dialect.blobType) NOT NULL)
                """,
                """
                CREATE TABLE artifact_blob (
                    artifact_id BIGINT NOT NULL REFERENCES artifact (id) ON DELETE CASCADE,
                    blob_id BIGINT NOT NULL REFERENCES blob (id),
                    PRIMARY KEY (artifact_id, blob_id))
                """,
                "CREATE INDEX artifact_blob_blob ON artifact_blob (blob_id)",
                """
                CREATE TABLE artifact_child (
                    parent_id BIGINT NOT NULL REFERENCES artifact (id) ON DELETE CASCADE,
                    child_id BIGINT NOT NULL REFERENCES artifact (id),
                    PRIMARY KEY (parent_id, child_id))
                """,
                "CREATE INDEX artifact_child_child ON artifact_child (child_id)",
                """
                CREATE TABLE tag (
                    id \(fragment: dialect.identityColumn),
                    repository_id BIGINT NOT NULL REFERENCES repository (id) ON DELETE CASCADE,
                    name TEXT\(fragment: dialect.binaryCollation) NOT NULL,
                    artifact_id BIGINT NOT NULL REFERENCES artifact (id) ON DELETE CASCADE,
                    pulled_at BIGINT,
                    pushed_at BIGINT NOT NULL,
                    UNIQUE (repository_id, name))
                """,
                "CREATE INDEX tag_artifact ON tag (artifact_id)",
            ]
        },
        Migration(
            identifier: "0016-artifact-details",
            statements: [
                "ALTER TABLE artifact ADD COLUMN type TEXT",
                "ALTER TABLE artifact ADD COLUMN config_media_type TEXT",
                "ALTER TABLE artifact ADD COLUMN accessory_subject TEXT",
                "ALTER TABLE artifact ADD COLUMN accessory_type TEXT",
                "ALTER TABLE artifact ADD COLUMN child_references TEXT",
                // NULL: the configuration wasn't read yet.
                "ALTER TABLE artifact ADD COLUMN extra_attributes TEXT",
                "ALTER TABLE repository ADD COLUMN description TEXT",
                """
                CREATE INDEX artifact_pushed ON artifact (repository_id, pushed_at, id) WHERE accessory_subject IS NULL
                """,
                """
                CREATE INDEX artifact_accessory ON artifact (repository_id, accessory_subject, id)
                WHERE accessory_subject IS NOT NULL
                """,
                "CREATE INDEX artifact_undescribed ON artifact (id) WHERE extra_attributes IS NULL",
                "DROP INDEX tag_artifact",
                "CREATE INDEX tag_artifact ON tag (artifact_id, pushed_at, id)",
                "DROP INDEX repository_project",
                "CREATE INDEX repository_project ON repository (project_id, created_at, id)",
                "CREATE INDEX repository_created ON repository (created_at, id)",
            ]),
        Migration(
            identifier: "0021-repository-updates",
            statements: ["CREATE INDEX repository_updated ON repository (updated_at, id)"]),
        Migration(
            identifier: "0022-repository-tags",
            statements: ["CREATE INDEX tag_pushed ON tag (repository_id, pushed_at, id)"]),
        Migration(
            identifier: "0033-awaited-name",
            // Whether it was pushed by its digest and never with a tag: what is to name it may be on its way.
            statements: ["ALTER TABLE artifact ADD COLUMN awaits_name BOOLEAN NOT NULL DEFAULT FALSE"]),
    ]

    /// The columns that describe an artifact wherever it is: they go along into the trash and into copies.
    static let details: SQL = """
        media_type, artifact_type, manifest_size, total_size, subject_digest, annotations, type, config_media_type,
        accessory_subject, accessory_type, child_references, extra_attributes
        """

    /// Finds an artifact by tag or digest.
    static func find(
        _ reference: Reference, repositoryID: Int64, on connection: any SQLConnection
    ) throws -> ArtifactRecord? {
        let rows =
            switch reference {
            case .digest(let digest):
                try connection.query(
                    """
                    SELECT id, digest, media_type, manifest_size, NULL AS tag_id FROM artifact
                    WHERE repository_id = \(repositoryID) AND digest = \(digest.description)
                    """)
            case .tag(let tag):
                try connection.query(
                    """
                    SELECT a.id, a.digest, a.media_type, a.manifest_size, t.id AS tag_id
                    FROM tag t JOIN artifact a ON a.id = t.artifact_id
                    WHERE t.repository_id = \(repositoryID) AND t.name = \(tag.description)
                    """)
            }
        return try rows.first.map { try ArtifactRecord(row: $0) }
    }

    /// A manifest's bytes.
    static func content(artifactID: Int64, on connection: any SQLConnection) throws -> [UInt8]? {
        try connection.query("SELECT content FROM manifest WHERE artifact_id = \(artifactID)").first
            .map { try $0.bytes("content") }
    }
}

/// What a request for a manifest needs to know of an artifact.
package struct ArtifactRecord: Sendable, Hashable {
    package let id: Int64
    package let digest: Digest
    package let mediaType: String
    /// Length of the manifest in bytes.
    package let manifestSize: Int64
    /// The tag by which it was found, if it was by one.
    package let tagID: Int64?

    init(row: Row) throws {
        id = try row.int64("id")
        digest = try Digest(row.text("digest"))
        mediaType = try row.text("media_type")
        manifestSize = try row.int64("manifest_size")
        tagID = try row.optionalInt64("tag_id")
    }
}
