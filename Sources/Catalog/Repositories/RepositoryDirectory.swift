package import Admission
package import OCI
package import SQL
package import Time

/// A repository's number and place.
package struct RepositoryRecord: Sendable, Hashable {
    package let id: Int64
    package let projectID: Int64
    package let name: RepositoryName

    package init(id: Int64, projectID: Int64, name: RepositoryName) {
        self.id = id
        self.projectID = projectID
        self.name = name
    }

    /// The repository as the checks of changes see it.
    package var admissionPlace: AdmissionPlace {
        AdmissionPlace(projectID: projectID, repositoryID: id, name: name)
    }
}

/// Finds repositories by name, makes them on the first push and lists them.
package struct RepositoryDirectory: Sendable {
    private static let mostRenamings = 8
    private let database: any Database
    private let clock: WallClock
    private let cache: ChangeAwareCache<RepositoryName, RepositoryRecord>
    private let formerNames: ChangeAwareCache<RepositoryName, RepositoryName>

    package init(database: any Database, changes: ChangeSignal, clock: WallClock) {
        self.database = database
        self.clock = clock
        cache = ChangeAwareCache(capacity: 50_000, changes: changes) { topic in
            switch topic {
            case .project(let name): .keys { $0.project == name }
            case .everything: .all
            default: .none
            }
        }
        // A change names a project as it is called now, so this forgets more than it needs to.
        formerNames = ChangeAwareCache(capacity: 10_000, changes: changes) { topic in
            switch topic {
            case .project, .everything: .all
            default: .none
            }
        }
    }

    /// Finds a repository by its name, or by one that it or its project had before; nil if nothing was ever pushed to
    /// it.
    ///
    /// Nobody looks for a former name before the current one was looked for.
    package func find(_ name: RepositoryName) async throws -> RepositoryRecord? {
        var name = name
        // Once is enough, unless the repository gets one name after the other while it is looked for.
        for _ in 0..<Self.mostRenamings {
            if let known = cache.remembered(name) { return known }
            if formerNames.remembered(name) == nil, let found = try await current(name) { return found }
            let (asked, database) = (name, database)
            let now = try await formerNames.value(for: asked) {
                try await database.snapshot { try FormerNameStore.currentName(of: asked, on: $0) }
            }
            guard let now else { return nil }
            if let found = try await current(now) { return found }
            name = now
        }
        return nil
    }

    /// The name by which rights on a repository are decided: the current one of what `name` leads to in `project`.
    package func currentName(of name: RepositoryName, in project: Project) async throws -> RepositoryName {
        if let found = try await find(name) { return found.name }
        guard name.project != project.name else { return name }
        return (try? RepositoryName("\(project.name)/\(name.path)")) ?? name
    }

    private func current(_ name: RepositoryName) async throws -> RepositoryRecord? {
        try await cache.value(for: name) {
            try await database.read { try Self.find(name, on: $0) }
        }
    }

    /// Finds a repository, or makes it in its project; nil if the project has gone.
    ///
    /// The name may begin with one that the project had before: the repository is made under the current one.
    package func findOrCreate(_ name: RepositoryName, projectID: Int64) async throws -> RepositoryRecord? {
        if let found = try await find(name) { return found }
        let (now, path) = (clock.now, name.path)
        // What the transaction finds or makes is right, whatever it is called a moment later.
        return try await database.write { connection in
            let made = try Self.make(path: path, projectID: projectID, now: now, on: connection)
            return try made.flatMap { try Self.find($0, on: connection) }
        }
    }

    /// Makes a repository in its project unless it is there, and returns its current name; nil if the project has gone.
    static func make(
        path: String, projectID: Int64, now: Timestamp, on connection: any SQLConnection
    ) throws -> RepositoryName? {
        // Whoever renames the project or a repository of it waits for this.
        guard let project = try ProjectStore.share(id: projectID, on: connection) else { return nil }
        guard let name = try? RepositoryName("\(project.name)/\(path)") else { return nil }
        if let current = try FormerNameStore.currentRepository(of: path, project: project.name, on: connection) {
            return try RepositoryName(current)
        }
        try connection.execute(
            """
            INSERT INTO repository (project_id, name, pull_count, created_at, updated_at)
            VALUES (\(projectID), \(name.description), 0, \(now), \(now)) ON CONFLICT (name) DO NOTHING
            """)
        return name
    }

    /// The names of some repositories.
    package func names(of identifiers: [Int64]) async throws -> [RepositoryRecord] {
        try await database.read { connection in
            try connection.query(
                "SELECT id, project_id, name FROM repository WHERE id IN \(list: identifiers)"
            ).map(Self.record)
        }
    }

    /// The names of repositories that hold an artifact, in byte order, after `last`, at most `limit`.
    package func list(after last: String?, limit: Int) async throws -> [String] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT name FROM repository r WHERE name > \(last ?? "")
                AND EXISTS (SELECT 1 FROM artifact a WHERE a.repository_id = r.id) ORDER BY name LIMIT \(limit)
                """
            ).map { try $0.text("name") }
        }
    }

    static func find(_ name: RepositoryName, on connection: any SQLConnection) throws -> RepositoryRecord? {
        try connection.query(
            "SELECT id, project_id, name FROM repository WHERE name = \(name.description)"
        ).first.map(record)
    }

    private static func record(_ row: Row) throws -> RepositoryRecord {
        RepositoryRecord(
            id: try row.int64("id"), projectID: try row.int64("project_id"),
            name: try RepositoryName(row.text("name")))
    }
}
