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
    private static let listed = 500
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
        var limits = EvaluationLimits(
            mostEntries: Self.mostEntries, deadline: ContinuousClock.now + Self.patience)
        var last: Int64 = 0
        do {
            while true {
                let found = try await repositories(of: policy, named: repository, after: last)
                let selected = try await policy.selected(among: found, limits: limits)
                try await add(selected, judgedBy: policy, &limits, to: &preview)
                guard repository == nil, found.count == Self.listed, let end = found.last else { return preview }
                last = end.id
            }
        } catch is EvaluationLimits.Exceeded { preview.isComplete = false }
        return preview
    }

    /// The next repositories of the policy's project, or the one called `path`.
    private func repositories(
        of policy: RetentionPolicy, named path: String?, after id: Int64
    ) async throws -> [RepositoryRecord] {
        try await database.read { connection in
            guard let path else {
                return try RetentionRepositoryStore.page(
                    projectID: policy.projectID, after: id, limit: Self.listed, on: connection)
            }
            let one = try RetentionRepositoryStore.find(path, projectID: policy.projectID, on: connection)
            return one.map { [$0] } ?? []
        }
    }

    /// Judges repositories; throws `EvaluationLimits.Exceeded` where there is no more to be looked at, a repository that
    /// is too large is left out.
    private func add(
        _ repositories: [RepositoryRecord], judgedBy policy: RetentionPolicy, _ limits: inout EvaluationLimits,
        to preview: inout Preview
    ) async throws {
        for repository in repositories {
            guard preview.repositories.count < Self.mostRepositories, limits.mostEntries > 0 else {
                throw EvaluationLimits.Exceeded()
            }
            try limits.check(entries: 0)
            let evaluator = RepositoryEvaluator(
                database: database, admission: admission, policy: policy, now: clock.now, limits: limits)
            do {
                let judgement = try await evaluator.judge(repository)
                limits.mostEntries -= judgement.candidates.count
                try await add(judgement, of: repository.name.path, to: &preview)
            } catch is EvaluationLimits.Exceeded { preview.isComplete = false }
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
