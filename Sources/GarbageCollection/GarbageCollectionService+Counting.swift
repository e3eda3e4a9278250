import Catalog
import Content
import SQL
import Time

/// What a collection would remove.
extension GarbageCollectionService {
    /// Counts what a run would remove from the database, and changes nothing. If nothing else is changed either, a run
    /// right after it removes exactly that.
    func foretell(
        _ policy: CollectionPolicy, _ report: inout CollectionReport, _ observe: CollectionObserver
    ) async throws {
        let now = clock.now
        let cutoff = now.advanced(bySeconds: -policy.gracePeriod)
        let oldest = now.advanced(bySeconds: -policy.uploadLifetime)
        report.expiredUploads = try await database.read {
            try UploadStore.countExpired(before: oldest, now: now, on: $0)
        }
        report.purgedTrash = try await database.read { try TrashStore.countExpired(now: now, on: $0) }
        observe(.links, report)
        report.removedLinks = try await countLinks(cutoff: cutoff)
        let counting = report
        let blobs = try await countBlobs(policy) { observe(.counting, counting) }
        (report.removedBlobs, report.freedBytes) = (blobs.blobs, blobs.bytes)
        if let deletion, !policy.untagged.isEmpty {
            observe(.untagged, report)
            try await addUntagged(policy.untagged, cutoff: cutoff, now: now, deletion, &report)
        }
        report.totalBlobs = report.removedBlobs
    }

    /// Counts the blobs that nothing but old links and expired trash refers to.
    func countBlobs(_ policy: CollectionPolicy, _ observe: () -> Void) async throws -> CollectionStore.BlobCount {
        let now = clock.now
        let cutoff = now.advanced(bySeconds: -policy.gracePeriod)
        var count = CollectionStore.BlobCount()
        var cursor: Int64 = 0
        observe()
        while true {
            try Task.checkCancellation()
            let start = cursor
            let window = try await database.read {
                try CollectionStore.removableBlobs(after: start, window: Self.window, cutoff: cutoff, now: now, on: $0)
            }
            guard let window else { return count }
            count.blobs += window.found.blobs
            count.bytes += window.found.bytes
            cursor = window.end
        }
    }

    private func countLinks(cutoff: Timestamp) async throws -> Int {
        var count = 0
        var cursor = CollectionStore.BlobLink()
        while true {
            try Task.checkCancellation()
            let start = cursor
            let window = try await database.snapshot {
                try CollectionStore.unusedLinks(after: start, window: Self.window, cutoff: cutoff, on: $0)
            }
            guard let window else { return count }
            count += window.found.count
            cursor = window.end
        }
    }

    /// Adds what goes because artifacts that nothing names go: their links, and, unless the trash keeps them, the blobs
    /// that no other artifact uses. Of each artifact that goes, and of each link that it uses, a number is in memory.
    private func addUntagged(
        _ kinds: UntaggedKinds, cutoff: Timestamp, now: Timestamp, _ deletion: DeletionService,
        _ report: inout CollectionReport
    ) async throws {
        let areKept = try await deletion.isKeptInTrash()
        var gone: Set<Int64> = []
        var doomed: [CollectionStore.BlobLink: Int] = [:]
        var cursor: Int64 = 0
        while let window = try await deletion.untagged(
            kinds, after: cursor, window: Self.window, pushedBefore: cutoff)
        {
            for batch in window.found.chunks(of: Self.batch) {
                try Task.checkCancellation()
                let artifacts = try await deletion.foretell(batch, after: gone)
                gone.formUnion(artifacts)
                for part in artifacts.chunks(of: Self.batch) {
                    let uses = try await database.read { try CollectionStore.uses(by: part, on: $0) }
                    doomed.merge(uses, uniquingKeysWith: +)
                }
            }
            try Task.checkCancellation()
            cursor = window.end
        }
        report.removedArtifacts = gone.count
        for batch in Set(doomed.keys.map(\.blobID)).sorted().chunks(of: Self.batch) {
            try Task.checkCancellation()
            let uses = try await database.read { try CollectionStore.uses(of: batch, on: $0) }
            // Links of which every use goes.
            let freed = Set(uses.filter { doomed[$0.key] == $0.value }.keys)
            let old = try await database.read { try CollectionStore.oldLinks(of: batch, cutoff: cutoff, on: $0) }
            report.removedLinks += old.intersection(freed).count
            if areKept { continue }
            let used = Set(uses.keys.filter { !freed.contains($0) }.map(\.blobID))
            let unused = batch.filter { !used.contains($0) }
            let count = try await database.read {
                try CollectionStore.forgotten(among: unused, cutoff: cutoff, now: now, on: $0)
            }
            report.removedBlobs += count.blobs
            report.freedBytes += count.bytes
        }
    }
}
