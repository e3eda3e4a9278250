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
    private static let batch = 500
    /// Who deletes, in the trash's words.
    private static let name = "garbage collection"
    private let database: any Database
    private let storage: any BlobStorage
    private let clock: WallClock
    private let logger: Logger
    private let deletion: DeletionService?

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

    /// Runs once from beginning to end; throws `DatabaseError`, `StorageError`, and `CancellationError` between two
    /// batches if the Swift task is cancelled. `observe` learns after each batch what was done so far.
    package func run(
        _ policy: CollectionPolicy, observe: @escaping CollectionObserver = { _, _ in }
    ) async throws -> CollectionReport {
        var report = CollectionReport()
        report.isDryRun = policy.isDryRun
        if policy.isDryRun {
            observe(.counting, report)
            report = try await count(policy)
            if policy.removesUntagged, let deletion {
                let cutoff = clock.now.advanced(bySeconds: -policy.gracePeriod)
                report.removedArtifacts = try await deletion.countUntagged(pushedBefore: cutoff)
            }
        } else {
            observe(.untagged, report)
            try await removeUntagged(policy, &report) { observe(.untagged, $0) }
            observe(.uploads, report)
            try await expireUploads(policy, &report)
            try await purgeTrash(&report)
            observe(.links, report)
            try await removeLinks(policy, &report) { observe(.links, $0) }
            observe(.blobs, report)
            try await removeBlobs(&report) { observe(.blobs, $0) }
        }
        observe(.orphans, report)
        try await removeOrphanObjects(policy, &report)
        try await removeOrphanPartials(policy, &report)
        observe(.finished, report)
        logger.notice(
            "garbage collection finished",
            metadata: [
                "dry_run": "\(policy.isDryRun)", "uploads": "\(report.expiredUploads)",
                "trash": "\(report.purgedTrash)", "links": "\(report.removedLinks)", "blobs": "\(report.removedBlobs)",
                "freed_bytes": "\(report.freedBytes)", "orphans": "\(report.removedOrphans)",
                "orphan_bytes": "\(report.orphanBytes)", "failures": "\(report.failures)",
            ])
        return report
    }

    private func count(_ policy: CollectionPolicy) async throws -> CollectionReport {
        let cutoff = clock.now.advanced(bySeconds: -policy.gracePeriod)
        let oldest = clock.now.advanced(bySeconds: -policy.uploadLifetime)
        let now = clock.now
        return try await database.snapshot { connection in
            var report = CollectionReport()
            report.isDryRun = true
            report.expiredUploads = try UploadStore.countExpired(before: oldest, on: connection)
            report.removedLinks = try CollectionStore.countUnusedLinks(cutoff: cutoff, on: connection)
            (report.removedBlobs, report.freedBytes) = try CollectionStore.countRemovable(
                cutoff: cutoff, now: now, on: connection)
            report.purgedTrash = try TrashStore.countExpired(now: now, on: connection)
            return report
        }
    }

    private func removeUntagged(
        _ policy: CollectionPolicy, _ report: inout CollectionReport, observe: (CollectionReport) -> Void
    ) async throws {
        guard policy.removesUntagged, let deletion else { return }
        let cutoff = clock.now.advanced(bySeconds: -policy.gracePeriod)
        var cursor: Int64 = 0
        while true {
            try Task.checkCancellation()
            let found = try await deletion.untagged(after: cursor, pushedBefore: cutoff, limit: Self.batch)
            guard let last = found.last else { return }
            for artifact in found {
                try Task.checkCancellation()
                report.removedArtifacts += try await deletion.deleteUntagged(
                    artifact, pushedBefore: cutoff, by: Self.name
                ).count
            }
            observe(report)
            cursor = last.id
        }
    }

    private func expireUploads(_ policy: CollectionPolicy, _ report: inout CollectionReport) async throws {
        let oldest = clock.now.advanced(bySeconds: -policy.uploadLifetime)
        while true {
            let partials = try await database.write {
                try UploadStore.deleteExpired(before: oldest, limit: Self.batch, on: $0)
            }
            for partial in partials { try await storage.cancelObject(partial) }
            report.expiredUploads += partials.count
            if partials.count < Self.batch { return }
        }
    }

    private func purgeTrash(_ report: inout CollectionReport) async throws {
        let now = clock.now
        while true {
            let count = try await database.write { try TrashStore.purgeExpired(now: now, limit: Self.batch, on: $0) }
            report.purgedTrash += count
            if count < Self.batch { return }
        }
    }

    private func removeLinks(
        _ policy: CollectionPolicy, _ report: inout CollectionReport, observe: (CollectionReport) -> Void
    ) async throws {
        let cutoff = clock.now.advanced(bySeconds: -policy.gracePeriod)
        var cursor = CollectionStore.LinkCursor()
        while true {
            try Task.checkCancellation()
            let start = cursor
            let links = try await database.read {
                try CollectionStore.unusedLinks(after: start, cutoff: cutoff, limit: Self.batch, on: $0)
            }
            guard let last = links.last else { return }
            report.removedLinks += try await database.write {
                try CollectionStore.removeLinks(links, cutoff: cutoff, on: $0)
            }
            observe(report)
            cursor = last
        }
    }

    private func removeBlobs(
        _ report: inout CollectionReport, observe: (CollectionReport) -> Void
    ) async throws {
        var cursor: Int64 = 0
        while true {
            try Task.checkCancellation()
            let start = cursor
            let candidates = try await database.read {
                try CollectionStore.unlinkedBlobs(after: start, limit: Self.batch, on: $0)
            }
            guard let last = candidates.last else { return }
            let marked = try await database.write { try CollectionStore.mark(candidates, on: $0) }
            let failed = Set(try await delete(marked.map(\.key), &report))
            let deleted = marked.filter { !failed.contains($0.key) }
            let dropped = try await database.write { try CollectionStore.drop(deleted, on: $0) }
            report.removedBlobs += dropped.count
            report.freedBytes += dropped.reduce(0) { $0 + $1.size }
            observe(report)
            cursor = last
        }
    }

    private func removeOrphanObjects(_ policy: CollectionPolicy, _ report: inout CollectionReport) async throws {
        let oldest = clock.now.advanced(bySeconds: -policy.orphanAge).microseconds
        var cursor: ObjectKey?
        while true {
            try Task.checkCancellation()
            let page = try await storage.listObjects(after: cursor, limit: Self.batch)
            let old = page.filter { $0.modified < oldest }
            if !old.isEmpty {
                let known = try await database.read { try CollectionStore.knownKeys(among: old.map(\.key), on: $0) }
                let orphans = old.filter { !known.contains($0.key.description) }
                report.removedOrphans += orphans.count
                report.orphanBytes += orphans.reduce(0) { $0 + $1.size }
                if !policy.isDryRun { _ = try await delete(orphans.map(\.key), &report) }
            }
            guard page.count == Self.batch, let last = page.last else { return }
            cursor = last.key
        }
    }

    private func removeOrphanPartials(_ policy: CollectionPolicy, _ report: inout CollectionReport) async throws {
        let oldest = clock.now.advanced(bySeconds: -policy.orphanAge).microseconds
        var cursor: PartialObject?
        while true {
            try Task.checkCancellation()
            let page = try await storage.listPartialObjects(after: cursor, limit: Self.batch)
            let old = page.filter { $0.modified < oldest }
            if !old.isEmpty {
                let known = try await database.read { try UploadStore.known(among: old.map(\.partial), on: $0) }
                for orphan in old where !known.contains(orphan.partial) {
                    report.removedOrphans += 1
                    report.orphanBytes += orphan.size
                    if !policy.isDryRun { try await storage.cancelObject(orphan.partial) }
                }
            }
            guard page.count == Self.batch, let last = page.last else { return }
            cursor = last.partial
        }
    }

    private func delete(_ keys: [ObjectKey], _ report: inout CollectionReport) async throws -> [ObjectKey] {
        guard !keys.isEmpty else { return [] }
        let failures = try await storage.deleteObjects(keys)
        for failure in failures {
            logger.error("object not deleted", metadata: ["key": "\(failure.key)", "error": "\(failure.error)"])
        }
        report.failures += failures.count
        return failures.map(\.key)
    }
}
