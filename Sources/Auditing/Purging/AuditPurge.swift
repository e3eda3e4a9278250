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
    private static let batch = 2000
    private let database: any Database
    private let clock: WallClock

    package init(database: any Database, clock: WallClock) {
        self.database = database
        self.clock = clock
    }

    /// Runs to the end and gives how many entries went, or would go; `observe` learns the count after each batch.
    /// Throws `DatabaseError`, and `CancellationError` between two batches if the Swift task is cancelled.
    package func run(_ purge: AuditPurge, observe: @Sendable (Int) -> Void = { _ in }) async throws -> Int {
        let oldest = clock.now.advanced(bySeconds: -purge.retentionHours * 3600)
        if purge.isDryRun {
            return try await database.read { try AuditStore.count(purge, before: oldest, on: $0) }
        }
        var (removed, last) = (0, Self.batch)
        while last == Self.batch {
            try Task.checkCancellation()
            last = try await database.write {
                try AuditStore.remove(purge, before: oldest, limit: Self.batch, on: $0)
            }
            removed += last
            observe(removed)
        }
        return removed
    }
}
