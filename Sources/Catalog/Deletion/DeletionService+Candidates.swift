import Admission
package import SQL

extension DeletionService {
    /// Begins a deletion that goes on over several calls of `delete(_:of:within:)`; throws what reading the window of
    /// the trash throws.
    package func begin(by name: String) async throws -> Deletion { try await deletion(by: name, skipsTrash: false) }

    /// Deletes of some candidates of a repository, each once, those that are still what they were when they were judged,
    /// all in one transaction; gives what became of each. Artifacts go with their accessories, and with the children
    /// that belong to them alone.
    ///
    /// `also` runs in the same transaction, to keep what became of them. Throws `DatabaseError`, and what `also` throws.
    @discardableResult
    package func delete(
        _ candidates: [DeletionCandidate], of repository: RepositoryRecord, within deletion: Deletion,
        also: @escaping @Sendable ([DeletionOutcome], any SQLConnection) throws -> Void = { _, _ in }
    ) async throws -> [DeletionOutcome] {
        try await write(to: repository) { connection in
            let outcomes = try CandidateDeletion(
                service: self, repository: repository, deletion: deletion, connection: connection
            ).run(candidates)
            try also(outcomes, connection)
            return outcomes
        }
    }

    /// Moves tags of artifacts that stay to the trash, each under a deletion of its own.
    func remove(
        tags: [DeletionStore.NamedTag], of repository: RepositoryRecord, deletion: Deletion,
        on connection: any SQLConnection
    ) throws {
        guard !tags.isEmpty else { return }
        for tag in tags {
            if let expiry = deletion.expiresAt {
                try TrashStore.keep(
                    tag: tag, of: repository, deletion: deletion.another, until: expiry, on: connection)
            }
            try connection.execute("DELETE FROM tag WHERE id = \(tag.id)")
        }
        try RepositoryStore.touch(id: repository.id, now: deletion.deletedAt, on: connection)
    }
}

/// One transaction's deletion of candidates.
private struct CandidateDeletion {
    let service: DeletionService
    let repository: RepositoryRecord
    let deletion: Deletion
    let connection: any SQLConnection

    func run(_ candidates: [DeletionCandidate]) throws -> [DeletionOutcome] {
        let current = try CandidateStore.lock(candidates, on: connection)
        var outcomes = candidates.map { current.isUnchanged($0) ? DeletionOutcome.deleted : .changed }
        func chosen() -> [DeletionCandidate] {
            zip(candidates, outcomes).compactMap { $1 == .deleted ? $0 : nil }
        }
        func set(_ outcome: DeletionOutcome, where holds: (DeletionCandidate) -> Bool) {
            for index in candidates.indices where outcomes[index] == .deleted && holds(candidates[index]) {
                outcomes[index] = outcome
            }
        }
        let protected = try protectedTags(of: chosen(), current)
        set(.protected) { candidate in
            if case .tag(let id, _, _) = candidate { protected.contains(id) } else { false }
        }
        // Artifacts go whole that were judged whole, or whose last tags go.
        let whole = current.whole(among: chosen())
        let free = try CandidateStore.unlisted(whole, on: connection)
        let removed = try removeFamilies(of: free.sorted())
        let kept = free.subtracting(removed)
        set(.listed) { candidate in
            if case .artifact(let id, _) = candidate { !free.contains(id) } else { false }
        }
        set(.protected) { kept.contains($0.artifactID) }
        let tags = chosen().compactMap { candidate -> DeletionStore.NamedTag? in
            guard case .tag(let id, let artifact, _) = candidate, !removed.contains(artifact) else { return nil }
            return DeletionStore.NamedTag(id: id, artifactID: artifact)
        }
        try service.remove(tags: tags, of: repository, deletion: deletion, on: connection)
        return outcomes
    }

    private func protectedTags(
        of candidates: [DeletionCandidate], _ current: CandidateStore.Current
    ) throws -> Set<Int64> {
        let names = candidates.compactMap { candidate -> (String, Int64)? in
            guard case .tag(let id, _, _) = candidate, let name = current.tags[id]?.name else { return nil }
            return (name, id)
        }
        let protected = try service.admission.protected(
            names.map(\.0), in: repository.admissionPlace, on: connection)
        return Set(names.compactMap { protected.contains($0.0) ? $0.1 : nil })
    }

    /// Removes artifacts with what belongs to them, together if none of it is protected, else one by one; gives those
    /// of `roots` that have gone.
    private func removeFamilies(of roots: [Int64]) throws -> Set<Int64> {
        guard !roots.isEmpty else { return [] }
        let family = try ArtifactFamily(of: roots, on: connection)
        if try isRemovable(family) {
            _ = try service.remove(family.members, of: repository, deletion: deletion, on: connection)
            return Set(roots)
        }
        guard roots.count > 1 else { return [] }
        // What lists another one of them has to go before it.
        return try CandidateStore.parentsFirst(roots, on: connection).reduce(into: []) { removed, root in
            let isFree = try CandidateStore.unlisted([root], on: connection).contains(root)
            guard isFree else { return }
            try removed.formUnion(removeFamilies(of: [root]))
        }
    }

    private func isRemovable(_ family: ArtifactFamily) throws -> Bool {
        let tags = try DeletionStore.tags(of: family.members, on: connection)
        return try service.admission.protected(tags, in: repository.admissionPlace, on: connection).isEmpty
    }
}
