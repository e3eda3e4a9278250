import Access
package import OCI
package import SQL
package import Time

/// Makes, finds, changes and deletes projects.
package struct ProjectService: Sendable {
    private static let mostRenamings = 8
    let database: any Database
    let changes: ChangeSignal
    let clock: WallClock
    private let storage: ProjectStorage
    private let cache: ChangeAwareCache<String, Project>
    private let namesByID: ChangeAwareCache<Int64, String>
    private let formerNames: ChangeAwareCache<String, String>

    /// Makes the service; `storage` is told of limits of what projects may hold.
    package init(database: any Database, changes: ChangeSignal, clock: WallClock, storage: ProjectStorage = .unlimited)
    {
        self.database = database
        self.changes = changes
        self.clock = clock
        self.storage = storage
        cache = ChangeAwareCache(capacity: 10_000, changes: changes) { topic in
            switch topic {
            case .project(let name): .key(name)
            case .everything: .all
            default: .none
            }
        }
        // A change names a project as it is called now, so these forget more than they need to.
        namesByID = ChangeAwareCache(capacity: 10_000, changes: changes, forgotten: Self.forgetsAll)
        formerNames = ChangeAwareCache(capacity: 10_000, changes: changes, forgotten: Self.forgetsAll)
    }

    private static func forgetsAll<Key>(_ topic: ChangeTopic) -> ChangeAwareCache<Key, String>.Forgotten {
        switch topic {
        case .project, .everything: .all
        default: .none
        }
    }

    /// Makes a project with its owner as the first member; throws `ProjectError.nameTaken` and `.nameReserved`.
    @discardableResult
    package func create(_ new: NewProject) async throws -> Project {
        let (now, name) = (clock.now, new.name.description)
        return try await create(new) { project, connection in
            try MemberStore.insert(
                projectID: project.id, userID: new.ownerID, role: .projectAdmin, now: now, on: connection)
            return try ProjectStore.find(named: name, on: connection) ?? project
        }
    }

    /// Makes a project without members; throws `ProjectError.nameTaken` and `.nameReserved`.
    ///
    /// `enroll` runs in the same transaction, so that a project never exists without what it is to have.
    @discardableResult
    package func create(
        _ name: ProjectName, ownerID: Int64, isPublic: Bool, allowsSparseIndex: Bool = false,
        enroll: @escaping @Sendable (Project, any SQLConnection) throws -> Void = { _, _ in }
    ) async throws -> Project {
        var metadata = ProjectMetadata()
        try metadata.set(.isPublic, to: isPublic ? "true" : "false")
        try metadata.set(.allowsSparseIndex, to: allowsSparseIndex ? "true" : "false")
        return try await create(NewProject(name: name, ownerID: ownerID, settings: .init(metadata: metadata))) {
            try enroll($0, $1)
            return $0
        }
    }

    private func create(
        _ new: NewProject, enroll: @escaping @Sendable (Project, any SQLConnection) throws -> Project
    ) async throws -> Project {
        let (now, name, settings, storage) = (clock.now, new.name.description, new.settings, storage)
        do {
            return try await changes.write(changing: [.project(name)]) { connection in
                let project = try ProjectStore.insert(
                    name: name, ownerID: new.ownerID, isPublic: settings.metadata[.isPublic] == "true",
                    allowsSparseIndex: settings.metadata[.allowsSparseIndex] == "true", now: now, on: connection)
                // Asked after the row is there: a renaming that has just freed the name is seen by now.
                try FormerNameStore.requireFree(name, for: project.id, on: connection)
                try ProjectMetadataStore.update(settings.metadata, projectID: project.id, now: now, on: connection)
                if let allowlist = settings.allowlist {
                    try CVEAllowlistStore.update(allowlist, projectID: project.id, now: now, on: connection)
                }
                try storage.begin(project.id, new.storageLimit, connection)
                return try enroll(project, connection)
            }
        } catch let error as DatabaseError where error.kind == .uniqueViolation {
            throw ProjectError.nameTaken(name)
        }
    }

    /// Finds a project by its name, or by one that it had before; what requests ask for again and again is remembered.
    ///
    /// Nil if there is none. Nobody looks for a former name before the current one was looked for.
    package func find(named name: String) async throws -> Project? {
        var name = name
        // Once is enough, unless the project gets one name after the other while it is looked for.
        for _ in 0..<Self.mostRenamings {
            if let known = cache.remembered(name) { return known }
            if formerNames.remembered(name) == nil, let found = try await current(name) { return found }
            let (asked, database) = (name, database)
            let now = try await formerNames.value(for: asked) {
                try await database.read { try FormerNameStore.currentProject(of: asked, on: $0) }
            }
            guard let now else { return nil }
            if let found = try await current(now) { return found }
            name = now
        }
        return nil
    }

    private func current(_ name: String) async throws -> Project? {
        try await cache.value(for: name) {
            try await database.read { try ProjectStore.find(named: name, on: $0) }
        }
    }

    /// Finds a project by its number; nil if there is none.
    package func find(id: Int64) async throws -> Project? {
        if let name = namesByID.remembered(id), let known = cache.remembered(name), known.id == id { return known }
        let name = try await namesByID.value(for: id) {
            try await database.read { try ProjectStore.find(id: id, on: $0)?.name }
        }
        guard let name, let project = try await current(name), project.id == id else { return nil }
        return project
    }

    /// Lists all projects by name.
    package func list() async throws -> [Project] {
        try await database.read { try ProjectStore.list(on: $0) }
    }

    /// Changes a project's settings; what they don't mention stays. Throws `ProjectError.unknown`.
    package func update(_ project: Project, with settings: ProjectSettings, storageLimit: Int64? = nil) async throws {
        let (now, storage) = (clock.now, storage)
        try await changes.write(changing: [.project(project.name)]) { connection in
            guard try ProjectStore.lock(id: project.id, on: connection) != nil else {
                throw ProjectError.unknown(project.name)
            }
            try ProjectMetadataStore.update(settings.metadata, projectID: project.id, now: now, on: connection)
            if let allowlist = settings.allowlist {
                try CVEAllowlistStore.update(allowlist, projectID: project.id, now: now, on: connection)
            }
            if let storageLimit { try storage.change(project.id, storageLimit, connection) }
        }
    }

    /// Puts one setting back to what it is without anybody's doing.
    package func remove(_ key: ProjectMetadata.Key, from project: Project) async throws {
        guard key != .retentionID else { throw ProjectMetadata.Failure.readOnly(key) }
        let now = clock.now
        try await changes.write(changing: [.project(project.name)]) { connection in
            try ProjectMetadataStore.remove(key, projectID: project.id, now: now, on: connection)
        }
    }

    /// All settings of a project that are set.
    package func metadata(of project: Project) async throws -> ProjectMetadata {
        let stored = try await database.read { connection in
            try ProjectMetadataStore.metadata(ofProjects: [project.id], on: connection)[project.id]
        }
        return (stored ?? ProjectMetadata()).including(project)
    }

    /// Deletes a project that holds no artifact; throws `ProjectError.unknown`, `.notEmpty`.
    package func delete(named name: String) async throws {
        try await changes.write(changing: [.project(name)]) { connection in
            guard let id = try ProjectStore.find(named: name, on: connection)?.id,
                try ProjectStore.lock(id: id, on: connection) != nil
            else { throw ProjectError.unknown(name) }
            if try ProjectStore.hasArtifacts(projectID: id, on: connection) { throw ProjectError.notEmpty(name) }
            try connection.execute("DELETE FROM project WHERE id = \(id)")
        }
    }

    /// Whether a project holds no artifact, so that it can be deleted without force.
    package func isDeletable(_ project: Project) async throws -> Bool {
        try await database.read { try !ProjectStore.hasArtifacts(projectID: project.id, on: $0) }
    }

    /// The number of the first administrator: the owner of what programs make.
    package func firstAdministratorID() async throws -> Int64? {
        try await database.read { connection in
            try connection.query(
                "SELECT min(id) AS id FROM user_account WHERE is_administrator AND NOT is_deleted"
            ).first?.optionalInt64("id")
        }
    }
}
