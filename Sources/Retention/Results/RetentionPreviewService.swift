package import Admission
import Catalog
import OCI
package import SQL
package import Time

/// Shows at once what a policy would do, whether it is stored or not; nothing is changed.
package struct RetentionPreviewService: Sendable {
    /// What a policy would do, as far as was looked.
    package struct Preview: Sendable {
        package struct Repository: Sendable {
            /// The repository without its project.
            package let name: String
            package let counts: RetentionCounts
        }

        package var repositories: [Repository] = []
        package var candidates: [(repository: String, candidate: RetentionCandidate)] = []
        /// Whether all repositories that a rule is about were looked at, and everything in them is listed.
        package var isComplete = true
    }

    private static let mostRepositories = 200
    private static let mostEntries = 50_000
    private static let mostCandidates = 1000
    private static let patience = Duration.seconds(5)
    private let database: any Database
    private let clock: WallClock
    private let admission: AdmissionChecks

    package init(database: any Database, clock: WallClock, admission: AdmissionChecks) {
        self.database = database
        self.clock = clock
        self.admission = admission
    }

    /// Judges the repositories of the policy's project, or the one called `repository` (without the project) alone, for
    /// at most five seconds.
    package func preview(_ policy: RetentionPolicy, repository: String? = nil) async throws -> Preview {
        var preview = Preview()
        var rest = Self.mostEntries
        let deadline = ContinuousClock.now + Self.patience
        for repository in try await repositories(of: policy, named: repository) {
            guard preview.repositories.count < Self.mostRepositories, rest > 0, ContinuousClock.now < deadline else {
                preview.isComplete = false
                break
            }
            let evaluator = RepositoryEvaluator(
                database: database, admission: admission, policy: policy, now: clock.now,
                limits: EvaluationLimits(mostEntries: rest, deadline: deadline))
            do {
                let judgement = try await evaluator.judge(repository)
                rest -= judgement.candidates.count
                try await add(judgement, of: repository.name.path, to: &preview)
            } catch is EvaluationLimits.Exceeded { preview.isComplete = false }
        }
        return preview
    }

    private func repositories(of policy: RetentionPolicy, named path: String?) async throws -> [RepositoryRecord] {
        let found = try await database.read { connection in
            if let path {
                let one = try RetentionRepositoryStore.find(path, projectID: policy.projectID, on: connection)
                return one.map { [$0] } ?? []
            }
            return try RetentionRepositoryStore.page(
                projectID: policy.projectID, after: 0, limit: 100_000, on: connection)
        }
        return found.filter { repository in
            policy.rules.contains { $0.selects(repository: repository.name.path) }
        }
    }

    private func add(_ judgement: RepositoryJudgement, of name: String, to preview: inout Preview) async throws {
        var counts = RetentionCounts(total: Int64(judgement.candidates.count))
        for place in judgement.candidates {
            if judgement.decision(at: place).outcome == .delete { counts.deleted += 1 } else { counts.retained += 1 }
        }
        preview.repositories.append(Preview.Repository(name: name, counts: counts))
        let listed = min(judgement.candidates.count, Self.mostCandidates - preview.candidates.count)
        if listed < judgement.candidates.count { preview.isComplete = false }
        guard listed > 0 else { return }
        let reader = CandidateReader(database: database)
        for candidate in try await reader.candidates(0..<listed, of: judgement) {
            preview.candidates.append((name, candidate))
        }
    }
}
