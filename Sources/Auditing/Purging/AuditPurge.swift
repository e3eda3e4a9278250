package import SQL
package import Time

/// Which entries of the audit log are to go.
package struct AuditPurge: Hashable, Sendable {
    /// Entries older than this many hours go, 1 or more.
    package let retentionHours: Int64
    /// Only these kinds go, such as `delete_artifact`: nothing if there are none; nil: all kinds.
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

    /// A service that looks at `batch` entries at a time at most.
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
        if let types = purge.eventTypes, types.isEmpty { return 0 }
        let oldest = clock.now.advanced(bySeconds: -purge.retentionHours * 3600)
        var (found, place, pace) = (0, AuditPlace.beginning, PurgePace(largest: batch))
        while let window = try await next(behind: place, before: oldest, limit: pace.batch) {
            try Task.checkCancellation()
            let begin = ContinuousClock.now
            found +=
                purge.isDryRun
                ? try await database.read { try AuditStore.count(purge, in: window, on: $0) }
                : try await database.write { try AuditStore.remove(purge, in: window, on: $0) }
            observe(found)
            place = window.end
            let rest = pace.rest(after: .now - begin)
            if !purge.isDryRun { try await Task.sleep(for: rest) }
        }
        return found
    }

    private func next(behind place: AuditPlace, before oldest: Timestamp, limit: Int) async throws -> AuditWindow? {
        try await database.read {
            try AuditStore.window(behind: place, before: oldest, limit: limit, on: $0)
        }
    }
}
