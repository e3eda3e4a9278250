package import SQL
import Time

/// The SQL of projects; its functions run inside a unit of work and throw `DatabaseError`.
package enum ProjectStore {
    package static let migrations = [
        Migration(identifier: "0003-project") { dialect in
            [
                """
                CREATE TABLE project (
                    id \(fragment: dialect.identityColumn),
                    name TEXT\(fragment: dialect.binaryCollation) NOT NULL UNIQUE,
                    owner_id BIGINT NOT NULL REFERENCES user_account (id),
                    is_public BOOLEAN NOT NULL,
                    allows_sparse_index BOOLEAN NOT NULL,
                    created_at BIGINT NOT NULL,
                    updated_at BIGINT NOT NULL)
                """,
                """
                CREATE TABLE repository (
                    id \(fragment: dialect.identityColumn),
                    project_id BIGINT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
                    name TEXT\(fragment: dialect.binaryCollation) NOT NULL UNIQUE,
                    pull_count BIGINT NOT NULL,
                    pulled_at BIGINT,
                    created_at BIGINT NOT NULL,
                    updated_at BIGINT NOT NULL)
                """,
                "CREATE INDEX repository_project ON repository (project_id)",
            ]
        }
    ]

    private static let columns: SQL = "id, name, owner_id, is_public, allows_sparse_index, created_at, updated_at"

    static func insert(
        name: String, ownerID: Int64, isPublic: Bool, allowsSparseIndex: Bool, now: Timestamp,
        on connection: any SQLConnection
    ) throws -> Project {
        let rows = try connection.query(
            """
            INSERT INTO project (name, owner_id, is_public, allows_sparse_index, created_at, updated_at)
            VALUES (\(name), \(ownerID), \(isPublic), \(allowsSparseIndex), \(now), \(now))
            RETURNING \(fragment: columns)
            """)
        return try Project(row: rows[0])
    }

    static func find(named name: String, on connection: any SQLConnection) throws -> Project? {
        try connection.query(
            "SELECT \(fragment: columns) FROM project WHERE name = \(name) AND NOT is_deleting"
        ).first.map { try Project(row: $0) }
    }

    static func find(id: Int64, on connection: any SQLConnection) throws -> Project? {
        try connection.query(
            "SELECT \(fragment: columns) FROM project WHERE id = \(id) AND NOT is_deleting"
        ).first.map { try Project(row: $0) }
    }

    /// Finds a project and keeps its name and existence as they are until the transaction ends.
    static func share(id: Int64, on connection: any SQLConnection) throws -> Project? {
        try connection.query(
            """
            SELECT \(fragment: columns) FROM project WHERE id = \(id) AND NOT is_deleting\
            \(fragment: connection.dialect.forShare)
            """
        ).first.map { try Project(row: $0) }
    }

    /// Finds a project and keeps others from changing it until the transaction ends.
    static func lock(id: Int64, on connection: any SQLConnection) throws -> Project? {
        try connection.query(
            """
            SELECT \(fragment: columns) FROM project WHERE id = \(id) AND NOT is_deleting\
            \(fragment: connection.dialect.forUpdate)
            """
        ).first.map { try Project(row: $0) }
    }

    static func list(on connection: any SQLConnection) throws -> [Project] {
        try connection.query(
            "SELECT \(fragment: columns) FROM project WHERE NOT is_deleting ORDER BY name"
        ).map { try Project(row: $0) }
    }

    /// Whether a project has an artifact.
    static func hasArtifacts(projectID: Int64, on connection: any SQLConnection) throws -> Bool {
        try !connection.query(
            """
            SELECT 1 AS found FROM repository r JOIN artifact a ON a.repository_id = r.id
            WHERE r.project_id = \(projectID) LIMIT 1
            """
        ).isEmpty
    }
}
