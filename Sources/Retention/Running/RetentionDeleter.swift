import Catalog
import SQL
import Time

/// The second half of a run: deletes what was judged to go, page by page, as far as it is still what was judged.
///
/// What became of a page is written in the transaction that deletes: whoever takes the run over goes on behind it.
struct RetentionDeleter: Sendable {
    /// Who deletes, in the words of the trash and of events.
    static let name = "retention"
    let run: RetentionRun
    let database: any Database
    let clock: WallClock
    let deletion: DeletionService
    let pulls: PullRecorder
    /// Is told after each page how many candidates went.
    let observe: @Sendable (RetentionProgress) -> Void

    /// Deletes all; throws `DatabaseError`, and `CancellationError` between two pages if the Swift task is cancelled.
    func delete(_ progress: inout RetentionProgress) async throws {
        var last: Int64 = 0
        while true {
            let (run, start) = (run, last)
            let tasks = try await database.read {
                try RetentionRunStore.unfinished(of: run.executionID, after: start, limit: 100, on: $0)
            }
            guard let end = tasks.last else { return }
            for task in tasks { try await delete(task, &progress) }
            last = end.id
        }
    }

    private func delete(_ task: RetentionTask, _ progress: inout RetentionProgress) async throws {
        let deletion = try await deletion.begin(by: Self.name)
        let repository = try await database.read {
            try RetentionRepositoryStore.find(task.repositoryID, on: $0)
        }
        var part: Int64 = -1
        // A repository that has gone meanwhile has nothing left to delete.
        while let repository {
            try Task.checkCancellation()
            let last = part
            let page = try await database.read {
                try CandidatePageStore.unfinished(of: task.id, after: last, on: $0)
            }
            guard let page else { break }
            try await pulls.flush()
            progress.counts += try await delete(page, of: task, in: repository, within: deletion)
            observe(progress)
            part = page.part
        }
        let now = clock.now
        try await database.write { try RetentionRunStore.end(task: task.id, now: now, on: $0) }
    }

    /// Deletes what is to go of a page; gives what that adds to the counts.
    private func delete(
        _ page: CandidatePage, of task: RetentionTask, in repository: RepositoryRecord, within deletion: Deletion
    ) async throws -> RetentionCounts {
        let places = page.candidates.indices.filter { page.candidates[$0].decision.outcome == .delete }
        let targets = places.map { page.candidates[$0].target }
        let outcomes = try await self.deletion.delete(targets, of: repository, within: deletion) {
            outcomes, connection in
            var done = page
            for (place, outcome) in zip(places, outcomes) {
                done.candidates[place] = done.candidates[place].after(outcome)
            }
            try CandidatePageStore.finish(done, of: task.id, on: connection)
            try RetentionRunStore.add(Self.counts(of: outcomes), to: task.id, on: connection)
        }
        return Self.counts(of: outcomes)
    }

    private static func counts(of outcomes: [DeletionOutcome]) -> RetentionCounts {
        let deleted = outcomes.count { $0 == .deleted }
        return RetentionCounts(retained: Int64(outcomes.count - deleted), deleted: Int64(deleted))
    }
}
