package import Admission
package import OCI
package import SQL
package import Time

/// Gives projects and repositories other names; the old ones go on leading to them until they are released.
///
/// Both lock the project's row first, and so does whoever makes a repository in it: a name has one meaning at a time.
package struct RenameService: Sendable {
    private let database: any Database
    private let changes: ChangeSignal
    private let clock: WallClock
    private let admission: AdmissionChecks

    package init(
        database: any Database, changes: ChangeSignal, clock: WallClock, admission: AdmissionChecks = .none
    ) {
        self.database = database
        self.changes = changes
        self.admission = admission
        self.clock = clock
    }

    /// Gives a project another name.
    ///
    /// Throws `ProjectError.nameTaken`, `.nameReserved`, `.repositoryNameTooLong` and `.unknown`.
    package func rename(_ project: Project, to name: ProjectName) async throws {
        let (now, new) = (clock.now, name.description)
        do {
            try await changes.write(changing: [.project(project.name), .project(new)]) { connection in
                guard let known = try ProjectStore.lock(id: project.id, on: connection), known.name == project.name
                else { throw ProjectError.unknown(project.name) }
                guard known.name != new else { return }
                try Self.requireFitting(known, new, on: connection)
                try connection.execute("UPDATE project SET name = \(new), updated_at = \(now) WHERE id = \(known.id)")
                // Asked after the name is ours: a renaming that has just freed it is seen by now.
                try FormerNameStore.requireFree(new, for: known.id, on: connection)
                _ = try FormerNameStore.delete(project: known.id, name: new, on: connection)
                try FormerNameStore.insert(project: known.id, name: known.name, now: now, on: connection)
                try Self.renameRepositories(of: known, to: new, on: connection)
            }
        } catch let error as DatabaseError where error.kind == .uniqueViolation {
            throw ProjectError.nameTaken(new)
        }
    }

    /// Gives everything that is named after a project the project's new name.
    private static func renameRepositories(
        of project: Project, to name: String, on connection: any SQLConnection
    ) throws {
        let rest = project.name.utf8.count + 1
        try connection.execute(
            "UPDATE repository SET name = \(name) || substr(name, \(rest)) WHERE project_id = \(project.id)")
        try connection.execute(
            """
            UPDATE trash SET repository_name = \(name) || substr(repository_name, \(rest))
            WHERE project_id = \(project.id)
            """)
    }

    private static func requireFitting(_ project: Project, _ name: String, on connection: any SQLConnection) throws {
        let growth = name.utf8.count - project.name.utf8.count
        let tooLong = try connection.query(
            """
            SELECT name FROM repository WHERE project_id = \(project.id) AND length(name) > \(255 - growth)
            ORDER BY name LIMIT 1
            """
        ).first.map { try $0.text("name") }
        if let tooLong { throw ProjectError.repositoryNameTooLong(tooLong) }
    }

    /// Gives a repository another name within its project; `path` is the new one without the project.
    ///
    /// Throws `ProjectError.invalidRepositoryName`, `.repositoryNameTaken`, `.nameReserved`, `.unknownRepository`, and
    /// `AdmissionError.immutable` if rules keep a tag under the old name only.
    package func rename(_ repository: RepositoryRecord, to path: String) async throws {
        let (now, project, admission) = (clock.now, repository.name.project, admission)
        guard let name = try? RepositoryName("\(project)/\(path)") else { throw ProjectError.invalidRepositoryName }
        let old = repository.name
        do {
            try await changes.write(changing: [.project(project)]) { connection in
                guard let known = try ProjectStore.lock(id: repository.projectID, on: connection), known.name == project
                else { throw ProjectError.unknownRepository(old.description) }
                guard name != old else { return }
                try admission.requireKept(in: repository.admissionPlace, under: name, on: connection)
                let changed = try connection.execute(
                    """
                    UPDATE repository SET name = \(name.description), updated_at = \(now)
                    WHERE id = \(repository.id) AND name = \(old.description)
                    """)
                guard changed > 0 else { throw ProjectError.unknownRepository(old.description) }
                // What was deleted from it goes by its new name as well, or rights would be asked of the old one.
                try connection.execute(
                    """
                    UPDATE trash SET repository_name = \(name.description)
                    WHERE project_id = \(known.id) AND repository_id = \(repository.id)
                    """)
                try Self.takeOver(path, for: repository, on: connection)
                try FormerNameStore.insert(
                    repository: repository.id, projectID: known.id, path: old.path, now: now, on: connection)
            }
        } catch let error as DatabaseError where error.kind == .uniqueViolation {
            throw ProjectError.repositoryNameTaken(name.description)
        }
    }

    private static func takeOver(
        _ path: String, for repository: RepositoryRecord, on connection: any SQLConnection
    ) throws {
        let project = repository.name.project
        if try FormerNameStore.delete(
            repository: repository.id, projectID: repository.projectID, path: path, on: connection)
        {
            return
        }
        if let holder = try FormerNameStore.currentRepository(of: path, project: project, on: connection) {
            throw ProjectError.nameReserved("\(project)/\(path)", leadsTo: holder)
        }
    }

    /// The names that a project had before, the newest first.
    package func formerNames(of project: Project) async throws -> [FormerName] {
        try await database.read { try FormerNameStore.list(project: project.id, on: $0) }
    }

    /// The names that a repository had before within its project, the newest first.
    package func formerNames(of repository: RepositoryRecord) async throws -> [FormerName] {
        try await database.read { try FormerNameStore.list(repository: repository.id, on: $0) }
    }

    /// Lets a former name of a project go, so that another may have it; throws `ProjectError.unknownFormerName`.
    package func release(_ name: String, of project: Project) async throws {
        try await changes.write(changing: [.project(project.name), .project(name)]) { connection in
            guard try FormerNameStore.delete(project: project.id, name: name, on: connection) else {
                throw ProjectError.unknownFormerName(name)
            }
        }
    }

    /// Lets a former name of a repository go, so that another may have it; throws `ProjectError.unknownFormerName`.
    package func release(_ path: String, of repository: RepositoryRecord) async throws {
        try await changes.write(changing: [.project(repository.name.project)]) { connection in
            guard
                try FormerNameStore.delete(
                    repository: repository.id, projectID: repository.projectID, path: path, on: connection)
            else { throw ProjectError.unknownFormerName(path) }
        }
    }
}
