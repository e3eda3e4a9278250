import BlobStorage
import Logging
import SQL
import Time

/// The removal of links and blobs.
extension GarbageCollectionService {
    /// What became of a batch of blobs.
    private struct Batch: Sendable {
        var removed = 0
        var bytes: Int64 = 0
        var failures = 0
    }

    /// Removes links to blobs that no artifact of their repository uses, when their grace period is over.
    func removeLinks(
        _ policy: CollectionPolicy, _ report: inout CollectionReport, _ observe: CollectionObserver
    ) async throws {
        observe(.links, report)
        let cutoff = clock.now.advanced(bySeconds: -policy.gracePeriod)
        var cursor = CollectionStore.BlobLink()
        while true {
            try Task.checkCancellation()
            let start = cursor
            let window = try await database.snapshot {
                try CollectionStore.unusedLinks(after: start, window: Self.window, cutoff: cutoff, on: $0)
            }
            guard let window else { return }
            for batch in window.found.chunks(of: Self.batch) {
                try Task.checkCancellation()
                report.removedLinks += try await database.write {
                    try CollectionStore.removeLinks(batch, cutoff: cutoff, on: $0)
                }
                observe(.links, report)
            }
            cursor = window.end
        }
    }

    /// Removes blobs that nothing refers to, as many batches at a time as the policy has workers.
    func removeBlobs(
        _ policy: CollectionPolicy, _ report: inout CollectionReport, _ observe: CollectionObserver
    ) async throws {
        observe(.blobs, report)
        var cursor: Int64 = 0
        while true {
            try Task.checkCancellation()
            let start = cursor
            let window = try await database.snapshot {
                try CollectionStore.unlinkedBlobs(after: start, window: Self.window, on: $0)
            }
            guard let window else { return }
            try await remove(window.found, workers: policy.workers, &report, observe)
            cursor = window.end
        }
    }

    private func remove(
        _ blobs: [Int64], workers: Int, _ report: inout CollectionReport, _ observe: CollectionObserver
    ) async throws {
        // What there is to do is shared evenly where it isn't enough for whole batches.
        let size = min(Self.batch, max(1, (blobs.count + workers - 1) / workers))
        try await withThrowingTaskGroup(of: Batch.self) { group in
            for (number, batch) in blobs.chunks(of: size).enumerated() {
                if number >= workers, let done = try await group.next() {
                    report.add(done.removed, bytes: done.bytes, failures: done.failures)
                    observe(.blobs, report)
                }
                try Task.checkCancellation()
                group.addTask { try await remove(batch) }
            }
            for try await done in group {
                report.add(done.removed, bytes: done.bytes, failures: done.failures)
                observe(.blobs, report)
            }
        }
    }

    private func remove(_ blobs: [Int64]) async throws -> Batch {
        let marked = try await database.write { try CollectionStore.mark(blobs, on: $0) }
        let failed = Set(try await delete(marked.map(\.key)))
        let deleted = marked.filter { !failed.contains($0.key) }
        let dropped = try await database.write { try CollectionStore.drop(deleted, on: $0) }
        let bytes = deleted.reduce(0) { dropped.contains($1.id) ? $0 + $1.size : $0 }
        return Batch(removed: dropped.count, bytes: bytes, failures: failed.count)
    }

    /// Deletes objects and returns those that could not be deleted.
    func delete(_ keys: [ObjectKey]) async throws -> [ObjectKey] {
        guard !keys.isEmpty else { return [] }
        let failures = try await storage.deleteObjects(keys)
        for failure in failures {
            logger.error("object not deleted", metadata: ["key": "\(failure.key)", "error": "\(failure.error)"])
        }
        return failures.map(\.key)
    }
}

extension CollectionReport {
    fileprivate mutating func add(_ blobs: Int, bytes: Int64, failures: Int) {
        removedBlobs += blobs
        freedBytes += bytes
        self.failures += failures
    }
}
