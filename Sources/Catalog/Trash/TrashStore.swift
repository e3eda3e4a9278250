import OCI
package import SQL
package import Time

/// The tables of what was deleted and can still be had back, and the SQL that moves content into them.
///
/// Its functions run inside a unit of work and throw `DatabaseError`. What is in the trash is in no other table, so
/// nobody else has to pass over it.
package enum TrashStore {
    package static let migrations = [
        Migration(identifier: "0019-trash") { dialect in
            [
                """
                CREATE TABLE trash (
                    id \(fragment: dialect.identityColumn),
                    deletion_id TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    project_id BIGINT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
                    repository_id BIGINT NOT NULL,
                    repository_name TEXT\(fragment: dialect.binaryCollation) NOT NULL,
                    artifact_id BIGINT NOT NULL,
                    digest TEXT\(fragment: dialect.binaryCollation) NOT NULL,
                    deleted_by TEXT NOT NULL,
                    deleted_at BIGINT NOT NULL,
                    expires_at BIGINT NOT NULL)
                """,
                "CREATE INDEX trash_project ON trash (project_id, id)",
                "CREATE INDEX trash_deletion ON trash (deletion_id, artifact_id)",
                "CREATE INDEX trash_deletion_digest ON trash (deletion_id, digest)",
                "CREATE INDEX trash_expiry ON trash (expires_at)",
                """
                CREATE TABLE trashed_artifact (
                    trash_id BIGINT PRIMARY KEY REFERENCES trash (id) ON DELETE CASCADE,
                    media_type TEXT NOT NULL,
                    artifact_type TEXT,
                    manifest_size BIGINT NOT NULL,
                    total_size BIGINT NOT NULL,
                    subject_digest TEXT,
                    annotations TEXT,
                    type TEXT,
                    config_media_type TEXT,
                    accessory_subject TEXT,
                    accessory_type TEXT,
                    child_references TEXT,
                    extra_attributes TEXT,
                    pull_count BIGINT NOT NULL,
                    pulled_at BIGINT,
                    pushed_at BIGINT NOT NULL,
                    content \(fragment: dialect.blobType) NOT NULL)
                """,
                """
                CREATE TABLE trashed_tag (
                    trash_id BIGINT NOT NULL REFERENCES trash (id) ON DELETE CASCADE,
                    name TEXT\(fragment: dialect.binaryCollation) NOT NULL,
                    pulled_at BIGINT,
                    pushed_at BIGINT NOT NULL,
                    PRIMARY KEY (trash_id, name))
                """,
                """
                CREATE TABLE trashed_child (
                    trash_id BIGINT NOT NULL REFERENCES trash (id) ON DELETE CASCADE,
                    digest TEXT\(fragment: dialect.binaryCollation) NOT NULL,
                    PRIMARY KEY (trash_id, digest))
                """,
                """
                CREATE TABLE trashed_blob (
                    trash_id BIGINT NOT NULL REFERENCES trash (id) ON DELETE CASCADE,
                    blob_id BIGINT NOT NULL REFERENCES blob (id),
                    PRIMARY KEY (trash_id, blob_id))
                """,
                "CREATE INDEX trashed_blob_blob ON trashed_blob (blob_id)",
                """
                CREATE TABLE trashed_label (
                    trash_id BIGINT NOT NULL REFERENCES trash (id) ON DELETE CASCADE,
                    label_id BIGINT NOT NULL,
                    PRIMARY KEY (trash_id, label_id))
                """,
            ]
        }
    ]

    /// Copies some artifacts with all that belongs to them into the trash; they are deleted next.
    static func keep(
        artifacts: [Int64], of repository: RepositoryRecord, deletion: Deletion, until expiry: Timestamp,
        on connection: any SQLConnection
    ) throws {
        for part in artifacts.chunks() {
            let chosen: SQL = "IN \(list: part)"
            try insertEntries(
                kind: .artifact, from: "SELECT id, digest FROM artifact WHERE id \(fragment: chosen)",
                of: repository, deletion: deletion, until: expiry, on: connection)
            // Artifacts' numbers are never given twice, so that a deletion has one entry for each.
            let entry: SQL = "JOIN trash t ON t.deletion_id = \(deletion.id) AND t.artifact_id ="
            try connection.execute(
                """
                INSERT INTO trashed_artifact (trash_id, \(fragment: ArtifactStore.details), pull_count, pulled_at,
                    pushed_at, content)
                SELECT t.id, \(fragment: ArtifactStore.details), pull_count, pulled_at, pushed_at, m.content
                FROM artifact a JOIN manifest m ON m.artifact_id = a.id \(fragment: entry) a.id
                WHERE a.id \(fragment: chosen)
                """)
            for statement in parts(entry: entry, chosen: chosen) { try connection.execute(statement) }
        }
    }

    private static func parts(entry: SQL, chosen: SQL) -> [SQL] {
        [
            """
            INSERT INTO trashed_tag (trash_id, name, pulled_at, pushed_at)
            SELECT t.id, g.name, g.pulled_at, g.pushed_at FROM tag g \(fragment: entry) g.artifact_id
            WHERE g.artifact_id \(fragment: chosen)
            """,
            """
            INSERT INTO trashed_blob (trash_id, blob_id)
            SELECT t.id, u.blob_id FROM artifact_blob u \(fragment: entry) u.artifact_id
            WHERE u.artifact_id \(fragment: chosen)
            """,
            """
            INSERT INTO trashed_child (trash_id, digest)
            SELECT t.id, a.digest FROM artifact_child c JOIN artifact a ON a.id = c.child_id \(fragment: entry) c.parent_id
            WHERE c.parent_id \(fragment: chosen)
            """,
            """
            INSERT INTO trashed_label (trash_id, label_id)
            SELECT t.id, l.label_id FROM artifact_label l \(fragment: entry) l.artifact_id
            WHERE l.artifact_id \(fragment: chosen)
            """,
        ]
    }

    /// Copies a tag that is deleted alone into the trash.
    static func keep(
        tag: DeletionStore.NamedTag, of repository: RepositoryRecord, deletion: Deletion, until expiry: Timestamp,
        on connection: any SQLConnection
    ) throws {
        try insertEntries(
            kind: .tag, from: "SELECT id, digest FROM artifact WHERE id = \(tag.artifactID)",
            of: repository, deletion: deletion, until: expiry, on: connection)
        try connection.execute(
            """
            INSERT INTO trashed_tag (trash_id, name, pulled_at, pushed_at)
            SELECT t.id, g.name, g.pulled_at, g.pushed_at
            FROM tag g JOIN trash t ON t.deletion_id = \(deletion.id) AND t.artifact_id = g.artifact_id
            WHERE g.id = \(tag.id)
            """)
    }

    private static func insertEntries(
        kind: TrashEntry.Kind, from artifacts: SQL, of repository: RepositoryRecord, deletion: Deletion,
        until expiry: Timestamp, on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO trash (deletion_id, kind, project_id, repository_id, repository_name, artifact_id, digest,
                deleted_by, deleted_at, expires_at)
            SELECT \(deletion.id), \(kind.rawValue), CAST(\(repository.projectID) AS BIGINT),
                CAST(\(repository.id) AS BIGINT), \(repository.name.description), a.id, a.digest,
                \(deletion.deletedBy), CAST(\(deletion.deletedAt) AS BIGINT), CAST(\(expiry) AS BIGINT)
            FROM (\(fragment: artifacts)) a ORDER BY a.id
            """)
    }

    /// Forgets content whose time is over, at most `limit` entries; returns how many.
    package static func purgeExpired(now: Timestamp, limit: Int, on connection: any SQLConnection) throws -> Int {
        try connection.execute(
            """
            DELETE FROM trash WHERE id IN (SELECT id FROM trash WHERE expires_at <= \(now) ORDER BY expires_at
                LIMIT \(limit))
            """)
    }

    /// Forgets a project's content, at most `limit` entries; returns how many.
    static func purge(projectID: Int64, limit: Int, on connection: any SQLConnection) throws -> Int {
        try connection.execute(
            """
            DELETE FROM trash
            WHERE id IN (SELECT id FROM trash WHERE project_id = \(projectID) ORDER BY id LIMIT \(limit))
            """)
    }

    /// How many entries have expired.
    package static func countExpired(now: Timestamp, on connection: any SQLConnection) throws -> Int {
        try connection.query("SELECT count(*) AS entries FROM trash WHERE expires_at <= \(now)")[0].int("entries")
    }
}
