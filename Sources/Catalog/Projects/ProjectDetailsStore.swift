package import SQL

/// The tables of what belongs to projects: metadata, allowlists of vulnerabilities, former names and labels.
package enum ProjectDetailsStore {
    package static let migrations = [
        Migration(identifier: "0015-project-details") { dialect in
            projects + metadata(dialect) + formerNames(dialect) + labels(dialect) + searching
        }
    ]

    private static let projects: [SQL] = [
        // A project that is being deleted is there for nobody any more; its name is free when its row has gone.
        "ALTER TABLE project ADD COLUMN is_deleting BOOLEAN NOT NULL DEFAULT FALSE",
        "CREATE INDEX project_owner ON project (owner_id)",
    ]

    private static func metadata(_ dialect: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE project_metadata (
                project_id BIGINT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
                name TEXT\(fragment: dialect.binaryCollation) NOT NULL,
                value TEXT NOT NULL,
                PRIMARY KEY (project_id, name))
            """,
            // The row without a project is the whole registry's list.
            """
            CREATE TABLE cve_allowlist (
                id \(fragment: dialect.identityColumn),
                project_id BIGINT UNIQUE REFERENCES project (id) ON DELETE CASCADE,
                expires_at BIGINT,
                items TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                updated_at BIGINT NOT NULL)
            """,
            "INSERT INTO cve_allowlist (project_id, items, created_at, updated_at) VALUES (NULL, '', 0, 0)",
        ]
    }

    private static func formerNames(_ dialect: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE former_project_name (
                name TEXT\(fragment: dialect.binaryCollation) PRIMARY KEY,
                project_id BIGINT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
                created_at BIGINT NOT NULL)
            """,
            "CREATE INDEX former_project_name_project ON former_project_name (project_id)",
            """
            CREATE TABLE former_repository_name (
                project_id BIGINT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
                path TEXT\(fragment: dialect.binaryCollation) NOT NULL,
                repository_id BIGINT NOT NULL REFERENCES repository (id) ON DELETE CASCADE,
                created_at BIGINT NOT NULL,
                PRIMARY KEY (project_id, path))
            """,
            "CREATE INDEX former_repository_name_repository ON former_repository_name (repository_id)",
        ]
    }

    private static func labels(_ dialect: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE label (
                id \(fragment: dialect.identityColumn),
                name TEXT\(fragment: dialect.binaryCollation) NOT NULL,
                description TEXT NOT NULL,
                color TEXT NOT NULL,
                project_id BIGINT REFERENCES project (id) ON DELETE CASCADE,
                created_at BIGINT NOT NULL,
                updated_at BIGINT NOT NULL)
            """,
            "CREATE UNIQUE INDEX label_global ON label (name) WHERE project_id IS NULL",
            "CREATE UNIQUE INDEX label_project ON label (project_id, name) WHERE project_id IS NOT NULL",
            """
            CREATE TABLE artifact_label (
                artifact_id BIGINT NOT NULL REFERENCES artifact (id) ON DELETE CASCADE,
                label_id BIGINT NOT NULL REFERENCES label (id) ON DELETE CASCADE,
                PRIMARY KEY (artifact_id, label_id))
            """,
            "CREATE INDEX artifact_label_label ON artifact_label (label_id)",
        ]
    }

    /// What search by the beginning of a tag or digest needs.
    private static let searching: [SQL] = [
        "CREATE INDEX tag_name ON tag (name, id)",
        "CREATE INDEX artifact_digest ON artifact (digest, id)",
    ]
}
