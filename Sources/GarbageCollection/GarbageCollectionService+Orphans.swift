import BlobStorage
import Content
import SQL
import Time

/// The removal of what the storage has and the database doesn't know.
extension GarbageCollectionService {
    /// Removes objects that neither a blob nor an open upload has, when they are as old as the policy asks.
    func removeOrphanObjects(_ policy: CollectionPolicy, _ report: inout CollectionReport) async throws {
        let oldest = clock.now.advanced(bySeconds: -policy.orphanAge).microseconds
        var cursor: ObjectKey?
        while true {
            try Task.checkCancellation()
            let page = try await storage.listObjects(after: cursor, limit: Self.page)
            for old in page.filter({ $0.modified < oldest }).chunks(of: Self.batch) {
                try Task.checkCancellation()
                let known = try await known(among: old.map(\.key))
                let orphans = old.filter { !known.contains($0.key.description) }
                let failed = policy.isDryRun ? [] : Set(try await delete(orphans.map(\.key)))
                let removed = orphans.filter { !failed.contains($0.key) }
                report.removedOrphans += removed.count
                report.orphanBytes += removed.reduce(0) { $0 + $1.size }
                report.failures += failed.count
            }
            guard page.count == Self.page, let last = page.last else { return }
            cursor = last.key
        }
    }

    /// Those of some objects that the database knows. An upload's session ends in the transaction that gives its object
    /// to a blob; in one state of the database one of them is there, or neither ever will be.
    private func known(among keys: [ObjectKey]) async throws -> Set<String> {
        try await database.snapshot { connection in
            let open = try UploadStore.unfinished(among: keys, on: connection)
            return try CollectionStore.knownKeys(among: keys, on: connection).union(open.map(\.description))
        }
    }

    /// Removes unfinished objects that no upload session has.
    func removeOrphanPartials(_ policy: CollectionPolicy, _ report: inout CollectionReport) async throws {
        let oldest = clock.now.advanced(bySeconds: -policy.orphanAge).microseconds
        var cursor: PartialObject?
        while true {
            try Task.checkCancellation()
            let page = try await storage.listPartialObjects(after: cursor, limit: Self.page)
            for old in page.filter({ $0.modified < oldest }).chunks(of: Self.batch) {
                let known = try await database.read { try UploadStore.known(among: old.map(\.partial), on: $0) }
                for orphan in old where !known.contains(orphan.partial) {
                    report.removedOrphans += 1
                    report.orphanBytes += orphan.size
                    if !policy.isDryRun { try await storage.cancelObject(orphan.partial) }
                }
            }
            guard page.count == Self.page, let last = page.last else { return }
            cursor = last.partial
        }
    }
}
