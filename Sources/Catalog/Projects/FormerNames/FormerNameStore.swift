import OCI
import SQL
package import Time

/// The SQL of names that projects and repositories had before; its functions run inside a unit of work and throw
/// `DatabaseError`.
enum FormerNameStore {
    /// What the project is called now that was called `name` before.
    static func currentProject(of name: String, on connection: any SQLConnection) throws -> String? {
        try connection.query(
            """
            SELECT p.name FROM former_project_name f JOIN project p ON p.id = f.project_id
            WHERE f.name = \(name) AND NOT p.is_deleting
            """
        ).first.map { try $0.text("name") }
    }

    /// What the repository is called now, its project included, that was called `path` in its project before.
    static func currentRepository(
        of path: String, project: String, on connection: any SQLConnection
    ) throws -> String? {
        try connection.query(
            """
            SELECT r.name FROM project p JOIN former_repository_name f ON f.project_id = p.id
            JOIN repository r ON r.id = f.repository_id WHERE p.name = \(project) AND f.path = \(path)
            """
        ).first.map { try $0.text("name") }
    }

    /// What the repository is called now of which the project, or the path in it, or both were called otherwise.
    static func currentName(of name: RepositoryName, on connection: any SQLConnection) throws -> RepositoryName? {
        let project = try currentProject(of: name.project, on: connection) ?? name.project
        if let found = try currentRepository(of: name.path, project: project, on: connection) {
            return try RepositoryName(found)
        }
        return project == name.project ? nil : try RepositoryName("\(project)/\(name.path)")
    }

    /// Throws `ProjectError.nameReserved` if the name leads to another project.
    static func requireFree(_ name: String, for projectID: Int64, on connection: any SQLConnection) throws {
        let holder = try connection.query(
            """
            SELECT p.name FROM former_project_name f JOIN project p ON p.id = f.project_id
            WHERE f.name = \(name) AND f.project_id <> \(projectID)
            """
        ).first.map { try $0.text("name") }
        if let holder { throw ProjectError.nameReserved(name, leadsTo: holder) }
    }

    /// Remembers that a project was called `name`.
    static func insert(project id: Int64, name: String, now: Timestamp, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO former_project_name (name, project_id, created_at) VALUES (\(name), \(id), \(now))
            ON CONFLICT (name) DO UPDATE SET project_id = excluded.project_id, created_at = excluded.created_at
            """)
    }

    /// Remembers that a repository was called `path` in its project.
    static func insert(
        repository id: Int64, projectID: Int64, path: String, now: Timestamp, on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO former_repository_name (project_id, path, repository_id, created_at)
            VALUES (\(projectID), \(path), \(id), \(now))
            ON CONFLICT (project_id, path) DO UPDATE
            SET repository_id = excluded.repository_id, created_at = excluded.created_at
            """)
    }

    /// Forgets a former name of a project; false if it had none such.
    static func delete(project id: Int64, name: String, on connection: any SQLConnection) throws -> Bool {
        try connection.execute("DELETE FROM former_project_name WHERE name = \(name) AND project_id = \(id)") > 0
    }

    /// Forgets a former name of a repository; false if it had none such.
    static func delete(
        repository id: Int64, projectID: Int64, path: String, on connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute(
            """
            DELETE FROM former_repository_name
            WHERE project_id = \(projectID) AND path = \(path) AND repository_id = \(id)
            """) > 0
    }

    /// The former names of a project, the newest first.
    static func list(project id: Int64, on connection: any SQLConnection) throws -> [FormerName] {
        try connection.query(
            """
            SELECT name, created_at FROM former_project_name WHERE project_id = \(id)
            ORDER BY created_at DESC, name LIMIT 1000
            """
        ).map(formerName)
    }

    /// The former names of a repository within its project, the newest first.
    static func list(repository id: Int64, on connection: any SQLConnection) throws -> [FormerName] {
        try connection.query(
            """
            SELECT path AS name, created_at FROM former_repository_name WHERE repository_id = \(id)
            ORDER BY created_at DESC, path LIMIT 1000
            """
        ).map(formerName)
    }

    private static func formerName(_ row: Row) throws -> FormerName {
        FormerName(name: try row.text("name"), until: Timestamp(microseconds: try row.int64("created_at")))
    }
}

/// A name that something had before and that still leads to it.
package struct FormerName: Sendable, Hashable {
    package let name: String
    /// When it got another name.
    package let until: Timestamp
}
