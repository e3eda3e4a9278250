import Catalog
import OCI
import SQL
import Time

/// The first half of a run: judges every repository that a rule selects, and writes what is to become of everything.
///
/// Small repositories are written many at a time. A repository that an earlier attempt has written isn't judged again.
struct RetentionPlanner: Sendable {
    /// A repository whose candidates wait to be written.
    private struct Judged: Sendable {
        let repository: RepositoryRecord
        let pages: [CandidatePage]
    }

    private static let listed = 500
    private static let mostWaiting = 100
    private static let pagesAtOnce = 8
    let run: RetentionRun
    let evaluator: RepositoryEvaluator
    let database: any Database
    let clock: WallClock
    /// Is told after each repository what the run has come to.
    let observe: @Sendable (RetentionProgress) -> Void

    /// Judges all; throws `DatabaseError`, and `CancellationError` between two pages if the Swift task is cancelled.
    func plan(_ progress: inout RetentionProgress) async throws {
        var last: Int64 = 0
        var waiting: [Judged] = []
        while true {
            let found = try await repositories(after: last)
            for repository in found.wanted {
                try Task.checkCancellation()
                if let judged = try await judge(repository, &progress) { waiting.append(judged) }
                observe(progress)
                let candidates = waiting.reduce(0) { $0 + $1.pages.reduce(0) { $0 + $1.candidates.count } }
                guard waiting.count == Self.mostWaiting || candidates >= Self.pagesAtOnce * CandidatePage.size else {
                    continue
                }
                try await write(waiting)
                waiting = []
            }
            guard let end = found.last else { break }
            last = end
        }
        try await write(waiting)
    }

    /// Some repositories of the project that a rule selects and that aren't judged yet, and how far this has looked; nil
    /// at the end.
    private func repositories(after id: Int64) async throws -> (wanted: [RepositoryRecord], last: Int64?) {
        let (projectID, run) = (run.policy.projectID, run)
        let (open, last) = try await database.snapshot { connection in
            let found = try RetentionRepositoryStore.page(
                projectID: projectID, after: id, limit: Self.listed, on: connection)
            let judged = try RetentionRunStore.judged(
                among: found.map(\.id), of: run.executionID, on: connection)
            return (found.filter { !judged.contains($0.id) }, found.last?.id)
        }
        return (try await run.policy.selected(among: open), last)
    }

    /// Judges a repository; gives what is to be written, nil for a large one that is written already.
    private func judge(_ repository: RepositoryRecord, _ progress: inout RetentionProgress) async throws -> Judged? {
        let judgement = try await evaluator.judge(repository)
        let reader = CandidateReader(database: database)
        let starts = Array(stride(from: 0, to: judgement.candidates.count, by: CandidatePage.size))
        guard starts.count > Self.pagesAtOnce else {
            let pages = try await pages(starts[...], of: judgement, reader)
            progress.add(counts(of: pages))
            return Judged(repository: repository, pages: pages)
        }
        let task = try await begin(repository)
        var counts = RetentionCounts()
        for first in stride(from: 0, to: starts.count, by: Self.pagesAtOnce) {
            try Task.checkCancellation()
            let part = starts[first..<min(first + Self.pagesAtOnce, starts.count)]
            let pages = try await pages(part, of: judgement, reader)
            try await database.write { try CandidatePageStore.insert(pages, of: task, on: $0) }
            counts += self.counts(of: pages)
        }
        progress.add(counts)
        let (final, endedAt) = (counts, endedAt(counts))
        try await database.write { try RetentionRunStore.judged(task, counts: final, endedAt: endedAt, on: $0) }
        return nil
    }

    private func pages(
        _ starts: ArraySlice<Int>, of judgement: RepositoryJudgement, _ reader: CandidateReader
    ) async throws -> [CandidatePage] {
        var pages: [CandidatePage] = []
        for start in starts {
            let range = start..<min(start + CandidatePage.size, judgement.candidates.count)
            pages.append(
                CandidatePage(
                    part: Int64(start / CandidatePage.size),
                    candidates: try await reader.candidates(range, of: judgement)))
        }
        return pages
    }

    private func begin(_ repository: RepositoryRecord) async throws -> Int64 {
        let (run, now) = (run, clock.now)
        return try await database.write { connection in
            try RetentionRunStore.begin(
                repositoryID: repository.id, path: repository.name.path, executionID: run.executionID, now: now,
                on: connection)
        }
    }

    private func write(_ judged: [Judged]) async throws {
        guard !judged.isEmpty else { return }
        let (run, now) = (run, clock.now)
        try await database.write { connection in
            for one in judged {
                let task = try RetentionRunStore.begin(
                    repositoryID: one.repository.id, path: one.repository.name.path, executionID: run.executionID,
                    now: now, on: connection)
                try CandidatePageStore.insert(one.pages, of: task, on: connection)
                let counts = counts(of: one.pages)
                try RetentionRunStore.judged(task, counts: counts, endedAt: endedAt(counts), on: connection)
            }
        }
    }

    private func counts(of pages: [CandidatePage]) -> RetentionCounts {
        pages.reduce(into: RetentionCounts()) { counts, page in
            counts += page.counts
            if run.isDryRun { counts.deleted += page.count(.delete) }
        }
    }

    private func endedAt(_ counts: RetentionCounts) -> Timestamp? {
        run.isDryRun || counts.retained == counts.total ? clock.now : nil
    }
}
