package import Jobs
package import Listing
package import SQL

/// Shows the executions of policies, how they went in each repository, and what was decided of each candidate.
package struct RetentionResultService: Sendable {
    /// An execution with what it has come to so far.
    package struct Result: Sendable {
        package let execution: Execution
        package let repositories: Int64
        package let counts: RetentionCounts
    }

    private let database: any Database
    private let jobs: JobService

    package init(database: any Database, jobs: JobService) {
        self.database = database
        self.jobs = jobs
    }

    /// A page of the executions of a policy, the newest first.
    package func executions(_ page: Page, policyID: Int64) async throws -> Listed<Result> {
        let found = try await jobs.executions(
            ListRequest(filters: [], sort: [], page: page), vendorType: RetentionJob.name, vendorID: policyID)
        let numbers = found.elements.map(\.id)
        let counts = try await database.read { try RetentionRunStore.counts(ofExecutions: numbers, on: $0) }
        let results = found.elements.map { execution in
            let known = counts[execution.id]
            return Result(
                execution: execution, repositories: known?.repositories ?? 0,
                counts: known?.counts ?? RetentionCounts())
        }
        return Listed(elements: results, total: found.total)
    }

    /// An execution of a policy; nil if there is none of this number.
    package func execution(_ id: Int64, policyID: Int64) async throws -> Execution? {
        let found = try await jobs.execution(id, vendorType: RetentionJob.name)
        return found?.vendorID == policyID ? found : nil
    }

    /// The policy as an execution has it; nil before it has begun.
    package func run(_ executionID: Int64) async throws -> RetentionRun? {
        try await database.read { try RetentionRunStore.find(executionID, on: $0) }
    }

    /// A page of the repositories of an execution, in the order in which they are worked on.
    package func tasks(_ page: Page, executionID: Int64) async throws -> Listed<RetentionTask> {
        try await database.snapshot { connection in
            Listed(
                elements: try RetentionRunStore.tasks(
                    of: executionID, limit: page.limit, offset: page.offset, on: connection),
                total: try RetentionRunStore.taskCount(of: executionID, on: connection))
        }
    }

    /// A task of an execution; nil if there is none of this number.
    package func task(_ id: Int64, executionID: Int64) async throws -> RetentionTask? {
        try await database.read { try RetentionRunStore.task(id, executionID: executionID, on: $0) }
    }

    /// A page of the candidates of a task, of those with an outcome if one is given.
    package func candidates(
        _ page: Page, task: Int64, outcome: RetentionDecision.Outcome?
    ) async throws -> Listed<RetentionCandidate> {
        try await database.snapshot { connection in
            var (found, total): ([RetentionCandidate], Int64) = ([], 0)
            for (part, count) in try CandidatePageStore.counts(of: task, outcome, on: connection) {
                defer { total += count }
                let isWanted = total + count > Int64(page.offset) && found.count < page.limit
                guard isWanted, let stored = try CandidatePageStore.page(part, of: task, on: connection) else {
                    continue
                }
                let matching = stored.candidates.filter { outcome == nil || $0.decision.outcome == outcome }
                found += matching.dropFirst(max(0, page.offset - Int(total))).prefix(page.limit - found.count)
            }
            return Listed(elements: found, total: total)
        }
    }

    /// A part of a task's candidates behind part `part`, -1 for the beginning, and which it is; nil at the end.
    package func candidates(
        ofTask task: Int64, after part: Int64
    ) async throws -> (candidates: [RetentionCandidate], part: Int64)? {
        let page = try await database.read { try CandidatePageStore.next(after: part, of: task, on: $0) }
        return page.map { ($0.candidates, $0.part) }
    }
}
