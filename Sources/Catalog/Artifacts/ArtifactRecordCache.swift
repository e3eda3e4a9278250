import OCI
import Synchronization

/// Which artifact a tag or digest of a repository names, remembered while this process is the database's only writer.
///
/// Every write to a repository forgets what was remembered of it; what was read beside a write isn't remembered.
final class ArtifactRecordCache: Sendable {
    private struct State {
        var records: [Int64: [Reference: ArtifactRecord]] = [:]
        var count = 0
        var epoch = 0
    }

    private let capacity: Int
    private let state = Mutex(State())

    /// Makes a cache of at most `capacity` records; with 0 nothing is remembered.
    init(capacity: Int) { self.capacity = capacity }

    func record(
        for reference: Reference, repositoryID: Int64, read: () async throws -> ArtifactRecord?
    ) async throws -> ArtifactRecord? {
        guard capacity > 0 else { return try await read() }
        let (known, epoch) = state.withLock { ($0.records[repositoryID]?[reference], $0.epoch) }
        if let known { return known }
        guard let record = try await read() else { return nil }
        state.withLock { state in
            guard state.epoch == epoch else { return }
            if state.count >= capacity {
                state.records.removeAll(keepingCapacity: true)
                state.count = 0
            }
            if state.records[repositoryID, default: [:]].updateValue(record, forKey: reference) == nil {
                state.count += 1
            }
        }
        return record
    }

    func forget(repositoryID: Int64) {
        state.withLock { state in
            state.epoch += 1
            state.count -= state.records.removeValue(forKey: repositoryID)?.count ?? 0
        }
    }
}
