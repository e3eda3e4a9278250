import Catalog
import Immutability
import Jobs
import Listing
import OCI
import RegistryTesting
import Retention
import SQL

/// A registry with retention, and the shortest ways to fill it and to run a policy.
struct RetentionFixture: Sendable {
    let registry: RegistryFixture
    let jobs: JobService
    let schedules: ScheduleService
    let retention: RetentionService
    let results: RetentionResultService
    let repository: RepositoryRecord

    /// Runs the body with a fresh registry and the repository team/app.
    static func with(_ kind: DatabaseKind, _ body: (RetentionFixture) async throws -> Void) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            try await body(RetentionFixture(registry, repository))
        }
    }

    init(_ registry: RegistryFixture, _ repository: RepositoryRecord) {
        let (database, changes, clock) = (registry.database, registry.changes, registry.clock.wallClock)
        self.registry = registry
        self.repository = repository
        jobs = JobService(database: database, changes: changes, clock: clock)
        schedules = ScheduleService(database: database, changes: changes, clock: clock)
        retention = RetentionService(
            database: database, changes: changes, clock: clock, jobs: jobs, schedules: schedules)
        results = RetentionResultService(database: database, jobs: jobs)
    }

    var executor: RetentionExecutor { executor(afterJudging: {}) }

    /// An executor that lets something happen once it has judged, before it deletes.
    func executor(afterJudging happens: @escaping @Sendable () async throws -> Void) -> RetentionExecutor {
        RetentionExecutor(
            database: registry.database, clock: registry.clock.wallClock, deletion: registry.deletion,
            admission: registry.admission, pulls: registry.pulls,
            isAlone: {
                try await happens()
                return true
            })
    }

    var previews: RetentionPreviewService {
        RetentionPreviewService(
            database: registry.database, clock: registry.clock.wallClock, admission: registry.admission)
    }

    /// A rule about some tags and repositories.
    static func rule(
        _ conditions: RetentionCondition..., tags: String = "**", untagged: Bool = true, repositories: String = "**"
    ) throws -> RetentionRule {
        RetentionRule(
            conditions, combination: .any, repositories: [RetentionSelector(.glob(try Glob(repositories)))],
            tags: [RetentionSelector(.glob(try Glob(tags)), includesUntagged: untagged)])
    }

    /// Makes the policy of the project team.
    func makePolicy(_ level: RetentionPolicy.Level, _ rules: RetentionRule...) async throws -> Int64 {
        try await retention.create(
            RetentionPolicy(projectID: repository.projectID, level: level, rules: rules), projectName: "team")
    }

    /// Runs a policy to its end and gives the execution's number with what came of it.
    @discardableResult
    func run(_ policy: Int64, isDryRun: Bool = false) async throws -> (execution: Int64, progress: RetentionProgress) {
        let execution = try await begin(policy, isDryRun: isDryRun)
        return (execution, try await executor.run(execution, policyID: policy, isDryRun: isDryRun))
    }

    /// Makes an execution, for the test to work off.
    func begin(_ policy: Int64, isDryRun: Bool = false) async throws -> Int64 {
        try await jobs.submit(RetentionJob.execution(ofPolicy: policy, trigger: .manual, isDryRun: isDryRun))
    }

    /// Pushes images one after the other, each an hour younger than the one before, with a tag each.
    @discardableResult
    func push(_ tags: String..., to other: RepositoryRecord? = nil) async throws -> [Manifest] {
        var pushed: [Manifest] = []
        for tag in tags {
            let seed = tag.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xffff }
            registry.clock.advance(bySeconds: 3600)
            pushed.append(try await registry.pushImage(seed, to: other ?? repository, tags: [tag]))
        }
        return pushed
    }

    /// The tags that the repository has, in byte order.
    func tags(of other: RepositoryRecord? = nil) async throws -> [String] {
        try await registry.manifests.tags(repositoryID: (other ?? repository).id, after: nil, limit: 1000)
    }

    /// How many artifacts the repository has.
    func artifacts() async throws -> Int {
        try await registry.number("SELECT count(*) FROM artifact WHERE repository_id = \(repository.id)")
    }

    /// What an execution decided of the repository's candidates: the tags, the outcome and the reason of each.
    func decisions(
        _ execution: Int64, outcome: RetentionDecision.Outcome? = nil
    ) async throws -> [String] {
        let tasks = try await results.tasks(.everything, executionID: execution).elements
        guard let task = tasks.first(where: { $0.repositoryID == repository.id }) else { return [] }
        return try await results.candidates(.everything, task: task.id, outcome: outcome).elements.map {
            "\($0.tags.sorted().joined(separator: ",")) \($0.decision.outcome.rawValue) \($0.decision.code)"
        }
    }

    /// Keeps some tags of the repository as they are.
    func makeImmutable(_ tags: String) async throws {
        _ = try await registry.immutability.create(
            ImmutableRuleContent(
                repositories: .init(pattern: "**", isExcluding: false), tags: .init(pattern: tags, isExcluding: false)),
            projectID: repository.projectID, projectName: "team")
    }
}
