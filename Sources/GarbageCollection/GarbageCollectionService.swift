package import BlobStorage
package import Catalog
import Content
package import Logging
package import SQL
package import Time

/// Removes what nothing references while the registry goes on serving.
///
/// Every step is a batch of its own that may be interrupted: the next run repairs what a crash left behind. A blob is
/// marked, its object deleted, then its row dropped; a push that meets a marked blob takes it over with its own object,
/// which this never touches.
package struct GarbageCollectionService: Sendable {
    /// Rows that are changed in one transaction: few enough that a push beside it hardly waits.
    static let batch = 200
    /// Rows that are passed through with one statement.
    static let window = 10_000
    /// Objects that are listed at a time: each page of a directory reads it anew.
    static let page = 5000
    /// Who deletes, in the trash's words.
    private static let name = "garbage collection"
    let database: any Database
    let storage: any BlobStorage
    let clock: WallClock
    let logger: Logger
    let deletion: DeletionService?

    /// With `deletion`, artifacts that nothing names can be removed too.
    package init(
        database: any Database, storage: any BlobStorage, clock: WallClock, logger: Logger,
        deletion: DeletionService? = nil
    ) {
        self.database = database
        self.storage = storage
        self.deletion = deletion
        self.clock = clock
        self.logger = logger
    }

    /// Runs once from beginning to end, adding to what an interrupted run has done; throws `DatabaseError`,
    /// `StorageError`, and `CancellationError` between two batches if the Swift task is cancelled. `observe` learns after
    /// each batch what was done so far.
    package func run(
        _ policy: CollectionPolicy, continuing begun: CollectionReport = CollectionReport(),
        observe: @escaping CollectionObserver = { _, _ in }
    ) async throws -> CollectionReport {
        var report = begun
        report.isDryRun = policy.isDryRun
        if policy.isDryRun {
            try await foretell(policy, &report, observe)
        } else {
            try await removeUntagged(policy, &report, observe)
            observe(.uploads, report)
            try await expireUploads(policy, &report)
            try await purgeTrash(&report)
            try await removeLinks(policy, &report, observe)
            let rest = try await countBlobs(policy) { observe(.counting, report) }
            report.totalBlobs = report.removedBlobs + rest.blobs
            try await removeBlobs(policy, &report, observe)
        }
        observe(.orphans, report)
        try await removeOrphanObjects(policy, &report)
        try await removeOrphanPartials(policy, &report)
        observe(.finished, report)
        log(report)
        return report
    }

    private func log(_ report: CollectionReport) {
        logger.notice(
            "garbage collection finished",
            metadata: [
                "dry_run": "\(report.isDryRun)", "artifacts": "\(report.removedArtifacts)",
                "uploads": "\(report.expiredUploads)", "trash": "\(report.purgedTrash)",
                "links": "\(report.removedLinks)", "blobs": "\(report.removedBlobs)",
                "freed_bytes": "\(report.freedBytes)", "orphans": "\(report.removedOrphans)",
                "orphan_bytes": "\(report.orphanBytes)", "failures": "\(report.failures)",
            ])
    }

    private func removeUntagged(
        _ policy: CollectionPolicy, _ report: inout CollectionReport, _ observe: CollectionObserver
    ) async throws {
        observe(.untagged, report)
        guard !policy.untagged.isEmpty, let deletion else { return }
        let cutoff = clock.now.advanced(bySeconds: -policy.gracePeriod)
        let run = try await deletion.begin(by: Self.name)
        var cursor: Int64 = 0
        while true {
            try Task.checkCancellation()
            let window = try await deletion.untagged(
                policy.untagged, after: cursor, window: Self.window, pushedBefore: cutoff)
            guard let window else { return }
            for artifacts in Dictionary(grouping: window.found, by: \.repository.id).values {
                for batch in artifacts.chunks(of: Self.batch) {
                    try Task.checkCancellation()
                    report.removedArtifacts += try await deletion.deleteUntagged(
                        batch, of: batch[0].repository, pushedBefore: cutoff, within: run
                    ).count
                    observe(.untagged, report)
                }
            }
            cursor = window.end
        }
    }

    private func expireUploads(_ policy: CollectionPolicy, _ report: inout CollectionReport) async throws {
        while true {
            try Task.checkCancellation()
            let now = clock.now
            let oldest = now.advanced(bySeconds: -policy.uploadLifetime)
            let partials = try await database.write {
                try UploadStore.deleteExpired(before: oldest, now: now, limit: Self.batch, on: $0)
            }
            for partial in partials { try await storage.cancelObject(partial) }
            report.expiredUploads += partials.count
            if partials.count < Self.batch { return }
        }
    }

    private func purgeTrash(_ report: inout CollectionReport) async throws {
        let now = clock.now
        while true {
            try Task.checkCancellation()
            let count = try await database.write { try TrashStore.purgeExpired(now: now, limit: Self.batch, on: $0) }
            report.purgedTrash += count
            if count < Self.batch { return }
        }
    }
}
