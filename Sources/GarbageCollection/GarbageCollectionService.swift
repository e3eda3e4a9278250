package import BlobStorage
import Catalog
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
    private let database: any Database
    private let storage: any BlobStorage
    private let clock: WallClock
    private let logger: Logger

    package init(database: any Database, storage: any BlobStorage, clock: WallClock, logger: Logger) {
        self.database = database
        self.storage = storage
        self.clock = clock
        self.logger = logger
    }

    /// Runs once from beginning to end; throws `DatabaseError`, `StorageError`.
    package func run(_ policy: CollectionPolicy) async throws -> CollectionReport {
        var report = CollectionReport()
        report.isDryRun = policy.isDryRun
        if policy.isDryRun {
            report = try await count(policy)
        } else {
            try await expireUploads(policy, &report)
            try await purgeTrash(&report)
            try await removeLinks(policy, &report)
            try await removeBlobs(&report)
        }
        try await removeOrphanObjects(policy, &report)
        try await removeOrphanPartials(policy, &report)
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

    private func removeLinks(_ policy: CollectionPolicy, _ report: inout CollectionReport) async throws {
        let cutoff = clock.now.advanced(bySeconds: -policy.gracePeriod)
        var cursor = CollectionStore.LinkCursor()
        while true {
            let start = cursor
            let links = try await database.read {
                try CollectionStore.unusedLinks(after: start, cutoff: cutoff, limit: Self.batch, on: $0)
            }
            guard let last = links.last else { return }
            report.removedLinks += try await database.write {
                try CollectionStore.removeLinks(links, cutoff: cutoff, on: $0)
            }
            cursor = last
        }
    }

    private func removeBlobs(_ report: inout CollectionReport) async throws {
        var cursor: Int64 = 0
        while true {
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
            cursor = last
        }
    }

    private func removeOrphanObjects(_ policy: CollectionPolicy, _ report: inout CollectionReport) async throws {
        let oldest = clock.now.advanced(bySeconds: -policy.orphanAge).microseconds
        var cursor: ObjectKey?
        while true {
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
