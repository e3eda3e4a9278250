package import SQL
package import Time

/// Which entries of the audit log are to go.
package struct AuditPurge: Hashable, Sendable {
    /// Entries older than this many hours go, 1 or more.
    package let retentionHours: Int64
    /// Only these kinds go, such as `delete_artifact`; nil: all kinds.
    package let eventTypes: [String]?
    /// Nothing is removed, only counted.
    package let isDryRun: Bool

    package init(retentionHours: Int64, eventTypes: [String]? = nil, isDryRun: Bool = false) {
        self.retentionHours = max(1, retentionHours)
        self.eventTypes = eventTypes
        self.isDryRun = isDryRun
    }
}

/// Removes old entries of the audit log, in batches that leave room for those that come in.
package struct AuditPurgeService: Sendable {
    private let database: any Database
    private let clock: WallClock
    private let batch: Int

    /// A service that looks at `batch` entries at a time.
    package init(database: any Database, clock: WallClock, batch: Int = 2000) {
        self.database = database
        self.clock = clock
        self.batch = max(1, batch)
    }

    /// Runs to the end and gives how many entries went, or would go; `observe` learns the count after each batch.
    /// Throws `DatabaseError`, and `CancellationError` between two batches if the Swift task is cancelled.
    ///
    /// Goes through the log once: what is kept among old entries isn't looked at again for each batch.
    package func run(_ purge: AuditPurge, observe: @Sendable (Int) -> Void = { _ in }) async throws -> Int {
        let oldest = clock.now.advanced(bySeconds: -purge.retentionHours * 3600)
        var (found, place) = (0, AuditPlace.beginning)
        while let window = try await next(behind: place, before: oldest) {
            try Task.checkCancellation()
            found +=
                purge.isDryRun
                ? try await database.read { try AuditStore.count(purge, in: window, on: $0) }
                : try await database.write { try AuditStore.remove(purge, in: window, on: $0) }
            observe(found)
            place = window.end
        }
        return found
    }

    private func next(behind place: AuditPlace, before oldest: Timestamp) async throws -> AuditWindow? {
        let batch = batch
        return try await database.read {
            try AuditStore.window(behind: place, before: oldest, limit: batch, on: $0)
        }
    }
}
