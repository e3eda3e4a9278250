package import OCI
package import SQL
package import Time

/// Makes, finds and deletes projects.
package struct ProjectService: Sendable {
    private let database: any Database
    private let changes: ChangeSignal
    private let clock: WallClock
    private let cache: ChangeAwareCache<String, Project>

    package init(database: any Database, changes: ChangeSignal, clock: WallClock) {
        self.database = database
        self.changes = changes
        self.clock = clock
        cache = ChangeAwareCache(capacity: 10_000, changes: changes) { topic in
            switch topic {
            case .project(let name): .key(name)
            case .everything: .all
            case .account, .robot: .none
            }
        }
    }

    /// Makes a project; throws `ProjectError.nameTaken`.
    ///
    /// `enroll` runs in the same transaction, so that a project never exists without its first member.
    @discardableResult
    package func create(
        _ name: ProjectName, ownerID: Int64, isPublic: Bool, allowsSparseIndex: Bool = false,
        enroll: @escaping @Sendable (Project, any SQLConnection) throws -> Void = { _, _ in }
    ) async throws -> Project {
        let now = clock.now
        do {
            return try await changes.write(changing: [.project(name.description)]) { connection in
                let project = try ProjectStore.insert(
                    name: name.description, ownerID: ownerID, isPublic: isPublic,
                    allowsSparseIndex: allowsSparseIndex, now: now, on: connection)
                try enroll(project, connection)
                return project
            }
        } catch let error as DatabaseError where error.kind == .uniqueViolation {
            throw ProjectError.nameTaken(name.description)
        }
    }

    /// Finds a project; what requests ask for again and again is remembered. Nil if there is none.
    package func find(named name: String) async throws -> Project? {
        try await cache.value(for: name) {
            try await database.read { try ProjectStore.find(named: name, on: $0) }
        }
    }

    /// Finds a project by its number; nil if there is none.
    package func find(id: Int64) async throws -> Project? {
        try await database.read { try ProjectStore.find(id: id, on: $0) }
    }

    /// Lists all projects by name.
    package func list() async throws -> [Project] {
        try await database.read { try ProjectStore.list(on: $0) }
    }

    /// Deletes a project that holds no artifact; throws `ProjectError.unknown`, `.notEmpty`.
    package func delete(named name: String) async throws {
        try await changes.write(changing: [.project(name)]) { connection in
            guard let project = try ProjectStore.find(named: name, on: connection) else {
                throw ProjectError.unknown(name)
            }
            _ = try connection.query(
                "SELECT id FROM project WHERE id = \(project.id)\(fragment: connection.dialect.forUpdate)")
            if try ProjectStore.hasArtifacts(projectID: project.id, on: connection) {
                throw ProjectError.notEmpty(name)
            }
            try connection.execute("DELETE FROM project WHERE id = \(project.id)")
        }
    }
}
