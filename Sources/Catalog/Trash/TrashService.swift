package import Admission
package import Listing
package import OCI
package import SQL
package import Time

/// Lists what was deleted, gives it back, and forgets it.
package struct TrashService: Sendable {
    /// Entries that are moved or forgotten in one transaction.
    static let batch = 500
    private static let maximumRepositories = 10_000
    private static let pause = Duration.seconds(600)
    let database: any Database
    let clock: WallClock
    let manifests: ManifestService
    let admission: AdmissionChecks

    package init(
        database: any Database, clock: WallClock, manifests: ManifestService, admission: AdmissionChecks
    ) {
        self.database = database
        self.clock = clock
        self.manifests = manifests
        self.admission = admission
    }

    /// A page of a project's trash, the newest first; throws `ListingError`.
    ///
    /// `isVisible` says of which repositories the caller may see something; nil: of all.
    package func list(
        _ request: ListRequest, projectID: Int64, isVisible: (@Sendable (RepositoryName) -> Bool)? = nil
    ) async throws -> Listed<TrashEntry> {
        let now = clock.now
        return try await database.snapshot { connection in
            var repositories: [String]?
            if let isVisible {
                let visible = try TrashStore.repositories(projectID: projectID, on: connection).filter {
                    try isVisible(RepositoryName($0))
                }
                // A statement takes no more: the others are found once these are gone.
                repositories = Array(visible.prefix(Self.maximumRepositories))
            }
            return try TrashStore.list(
                projectID: projectID, repositories: repositories, request: request, now: now, on: connection)
        }
    }

    /// An entry of a project's trash; throws `TrashError.unknown`.
    package func find(_ id: Int64, projectID: Int64) async throws -> TrashEntry {
        let now = clock.now
        let found = try await database.snapshot {
            try TrashStore.find(id: id, projectID: projectID, now: now, on: $0)
        }
        guard let found else { throw TrashError.unknown(id) }
        return found
    }

    /// Forgets an entry of a project's trash for good; throws `TrashError.unknown`.
    package func purge(_ id: Int64, projectID: Int64) async throws {
        let count = try await database.write { connection in
            try connection.execute("DELETE FROM trash WHERE id = \(id) AND project_id = \(projectID)")
        }
        guard count > 0 else { throw TrashError.unknown(id) }
    }

    /// Forgets a project's whole trash for good; returns how many entries that were.
    @discardableResult
    package func purgeAll(projectID: Int64) async throws -> Int {
        try await inBatches { try TrashStore.purge(projectID: projectID, limit: $1, on: $0) }
    }

    /// Forgets everything whose time is over; returns how many entries that were.
    @discardableResult
    package func purgeExpired() async throws -> Int {
        let now = clock.now
        return try await inBatches { try TrashStore.purgeExpired(now: now, limit: $1, on: $0) }
    }

    /// Forgets what has expired every ten minutes until the task is cancelled; `report` is told of failures.
    package func run(report: @Sendable (any Error) -> Void) async {
        while !Task.isCancelled {
            do {
                try await purgeExpired()
            } catch is CancellationError {
                return
            } catch { report(error) }
            try? await Task.sleep(for: Self.pause)
        }
    }

    private func inBatches(
        _ body: @escaping @Sendable (any SQLConnection, Int) throws -> Int
    ) async throws -> Int {
        var total = 0
        while true {
            let count = try await database.write { try body($0, Self.batch) }
            total += count
            if count < Self.batch { return total }
        }
    }
}
