package import Admission
package import Catalog
import Jobs
import OCI
package import SQL
package import Time

/// Executes policies.
///
/// Everything is judged before anything is deleted, and what was decided is in the database: an attempt goes on where
/// the last one ended, with the policy and the moment that the first one began with.
package struct RetentionExecutor: Sendable {
    /// How many executions of a policy keep what was decided for each candidate.
    private static let keptResults = 5
    private static let removedAtOnce = 200
    private let database: any Database
    private let clock: WallClock
    private let deletion: DeletionService
    private let admission: AdmissionChecks
    private let pulls: PullRecorder
    private let isAlone: @Sendable () async throws -> Bool

    /// Makes the executor; `isAlone` tells whether no other process serves pulls from the same database.
    package init(
        database: any Database, clock: WallClock, deletion: DeletionService, admission: AdmissionChecks,
        pulls: PullRecorder, isAlone: @escaping @Sendable () async throws -> Bool
    ) {
        self.database = database
        self.clock = clock
        self.deletion = deletion
        self.admission = admission
        self.pulls = pulls
        self.isAlone = isAlone
    }

    /// Works an execution off, or what an earlier attempt left of it; `observe` learns what it has come to. Throws
    /// `JobFailure` if the policy has gone, `DatabaseError`, and `CancellationError` between two steps, each of which
    /// takes a part of a second.
    package func run(
        _ executionID: Int64, policyID: Int64, isDryRun: Bool, trigger: String = ExecutionTrigger.manual.rawValue,
        observe: @escaping @Sendable (RetentionProgress) -> Void = { _ in }
    ) async throws -> RetentionProgress {
        try await pulls.flush()
        let run = try await begin(executionID, policyID: policyID, isDryRun: isDryRun)
        var progress = try await progress(of: run)
        let planner = RetentionPlanner(
            run: run,
            evaluator: RepositoryEvaluator(
                database: database, admission: admission, policy: run.policy, now: run.beganAt),
            database: database, clock: clock, observe: observe)
        try await planner.plan(&progress)
        if !run.isDryRun {
            try await waitForOtherNodes()
            try await RetentionDeleter(
                run: run, database: database, clock: clock, deletion: deletion, pulls: pulls, observe: observe
            ).delete(&progress)
        }
        try await end(run, trigger: trigger)
        return try await self.progress(of: run)
    }

    /// The run as it was begun, by this attempt or an earlier one.
    private func begin(_ executionID: Int64, policyID: Int64, isDryRun: Bool) async throws -> RetentionRun {
        let now = clock.now
        let run = try await database.write { connection -> RetentionRun? in
            guard let stored = try RetentionPolicyStore.find(policyID, on: connection) else { return nil }
            if let known = try RetentionRunStore.find(executionID, on: connection) { return known }
            let run = RetentionRun(
                executionID: executionID, policyID: policyID, policy: stored.policy, isDryRun: isDryRun, beganAt: now)
            try RetentionRunStore.insert(run, on: connection)
            return run
        }
        guard let run else { throw JobFailure("the retention policy was deleted") }
        return run
    }

    private func progress(of run: RetentionRun) async throws -> RetentionProgress {
        let counts = try await database.read {
            try RetentionRunStore.counts(ofExecutions: [run.executionID], on: $0)
        }
        let known = counts[run.executionID]
        return RetentionProgress(repositories: known?.repositories ?? 0, counts: known?.counts ?? RetentionCounts())
    }

    /// Other processes write the pulls that they have counted after a while; those from before the judgement have to be
    /// there before anything is compared with it.
    private func waitForOtherNodes() async throws {
        guard try await !isAlone() else { return }
        try await Task.sleep(for: PullRecorder.interval + .seconds(5))
    }

    /// Ends the run, tells of it once, and forgets what was decided in runs long ago.
    private func end(_ run: RetentionRun, trigger: String) async throws {
        let now = clock.now
        try await database.write { connection in
            guard try RetentionRunStore.end(run.executionID, now: now, on: connection), !run.isDryRun else { return }
            let known = try RetentionRunStore.counts(ofExecutions: [run.executionID], on: connection)[run.executionID]
            try RetentionEvent.write(
                run, counts: known?.counts ?? RetentionCounts(), trigger: trigger, now: now, on: connection)
        }
        var removed = Self.removedAtOnce
        while removed == Self.removedAtOnce {
            removed = try await database.write { connection in
                try CandidatePageStore.removeOld(
                    policyID: run.policyID, kept: Self.keptResults, limit: Self.removedAtOnce, on: connection)
            }
        }
    }
}
