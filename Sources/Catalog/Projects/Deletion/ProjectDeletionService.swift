package import SQL

/// Deletes projects with everything in them, beside a registry that goes on serving.
///
/// First the project is marked: from then on it is there for nobody, and nothing is pushed to it. Then what it holds
/// goes in short transactions, between which pushes to other projects have their turn. A deletion that was interrupted
/// goes on with `resume`.
package struct ProjectDeletionService: Sendable {
    private static let artifactsAtOnce = 50
    private static let linksAtOnce = 500
    private let database: any Database
    private let changes: ChangeSignal
    private let withdraw: @Sendable (Int64, any SQLConnection) throws -> Void

    /// Makes the service; `withdraw` takes back what features do for a project by themselves, in the transaction from
    /// which on the project is there for nobody.
    package init(
        database: any Database, changes: ChangeSignal,
        withdraw: @escaping @Sendable (Int64, any SQLConnection) throws -> Void = { _, _ in }
    ) {
        self.database = database
        self.changes = changes
        self.withdraw = withdraw
    }

    /// What would go with a project.
    package func preview(of project: Project) async throws -> ProjectDeletionPreview {
        try await database.snapshot { try ProjectDeletionStore.preview(of: project.id, on: $0) }
    }

    /// Deletes a project with everything in it; throws `ProjectError.unknown`.
    package func delete(_ project: Project) async throws {
        let withdraw = withdraw
        let isMarked = try await changes.write(changing: [.project(project.name)]) { connection in
            guard try ProjectDeletionStore.mark(project.id, on: connection) else { return false }
            try withdraw(project.id, connection)
            return true
        }
        guard isMarked else { throw ProjectError.unknown(project.name) }
        try await empty(project.id)
    }

    /// Finishes the deletions that a stop or a lost connection interrupted.
    package func resume() async throws {
        for id in try await database.read({ try ProjectDeletionStore.marked(on: $0) }) { try await empty(id) }
    }

    /// Finishes interrupted deletions now and then until the task is cancelled; what fails is tried again.
    package func run() async {
        while !Task.isCancelled {
            try? await resume()
            try? await Task.sleep(for: .seconds(60))
        }
    }

    private func empty(_ id: Int64) async throws {
        try await repeatedly { try ProjectDeletionStore.deleteArtifacts(of: id, limit: Self.artifactsAtOnce, on: $0) }
        try await repeatedly { try ProjectDeletionStore.deleteBlobLinks(of: id, limit: Self.linksAtOnce, on: $0) }
        try await repeatedly { try TrashStore.purge(projectID: id, limit: Self.linksAtOnce, on: $0) }
        try await database.write { connection in
            _ = try connection.execute("DELETE FROM project WHERE id = \(id) AND is_deleting")
        }
    }

    private func repeatedly(_ step: @escaping @Sendable (any SQLConnection) throws -> Int) async throws {
        while try await database.write(step) > 0 { try Task.checkCancellation() }
    }
}
