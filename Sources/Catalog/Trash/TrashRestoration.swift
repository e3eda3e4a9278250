import Admission
import OCI
import SQL
import Time

/// Moves some entries of the trash back into their repository, within one unit of work.
struct TrashRestoration {
    let entries: [TrashStore.LockedEntry]
    let repository: RepositoryRecord
    let allowsSparseIndex: Bool
    let skipsTakenTags: Bool
    let now: Timestamp

    /// Restores the entries, whose rows are locked; throws `TrashError`, `AdmissionError`.
    func run(admission: AdmissionChecks, on connection: any SQLConnection) throws -> RestoredContent {
        let identifiers = entries.map(\.id)
        let digests = Set(entries.map(\.digest))
        try TrashStore.linkBlobs(of: identifiers, repositoryID: repository.id, now: now, on: connection)
        let artifacts = try writeArtifacts(identifiers, digests: digests, on: connection)
        try requireChildren(of: identifiers, on: connection)
        try TrashStore.insertParts(of: identifiers, repositoryID: repository.id, on: connection)
        var restored = RestoredContent()
        restored.repository = repository.name.description
        restored.digests = entries.filter { $0.kind == .artifact }.map(\.digest)
        restored.tags = try TrashStore.insertTags(of: identifiers, repositoryID: repository.id, on: connection)
        restored.skippedTags = try TrashStore.takenTags(
            of: identifiers, repositoryID: repository.id, on: connection)
        guard restored.skippedTags.isEmpty || skipsTakenTags else { throw TrashError.tagsTaken(restored.skippedTags) }
        try TrashStore.remove(identifiers, on: connection)
        try RepositoryStore.touch(id: repository.id, now: now, on: connection)
        try admission.added(
            artifactIDs: artifacts.values.sorted(), to: repository.admissionPlace, on: connection)
        return restored
    }

    /// Writes the artifacts and locks them, the ones that tags need as well.
    private func writeArtifacts(
        _ identifiers: [Int64], digests: Set<String>, on connection: any SQLConnection
    ) throws -> [String: Int64] {
        var found: [String: Int64] = [:]
        // One that is there while it is written may be deleted before it is locked.
        for _ in 0..<3 {
            try TrashStore.insertArtifacts(of: identifiers, repositoryID: repository.id, on: connection)
            found = try TrashStore.lockArtifacts(
                digests: Array(digests), repositoryID: repository.id, on: connection)
            if found.count == digests.count { return found }
            if let tag = entries.first(where: { $0.kind == .tag && found[$0.digest] == nil }) {
                throw TrashError.artifactMissing(digest: tag.digest)
            }
        }
        throw TrashError.contended
    }

    private func requireChildren(of identifiers: [Int64], on connection: any SQLConnection) throws {
        let wanted = try TrashStore.children(of: identifiers, on: connection)
        guard !wanted.isEmpty else { return }
        let found = try TrashStore.lockArtifacts(digests: wanted, repositoryID: repository.id, on: connection)
        let missing = wanted.filter { found[$0] == nil }.sorted()
        guard missing.isEmpty || allowsSparseIndex else { throw TrashError.childrenMissing(missing) }
    }
}

/// What came back from the trash.
package struct RestoredContent: Sendable, Equatable {
    /// The name of the repository that it came back to.
    package var repository = ""
    package var digests: [String] = []
    package var tags: [String] = []
    /// Tags that name something else now and were left out.
    package var skippedTags: [String] = []

    package init() {}

    /// Adds what a later part of the same restoration brought back.
    mutating func add(_ other: RestoredContent) {
        repository = other.repository
        digests += other.digests
        tags += other.tags
        skippedTags += other.skippedTags
    }
}
