import Admission
import Catalog
import OCI
import SQL
import Time

/// Judges repositories by a policy.
struct RepositoryEvaluator: Sendable {
    let database: any Database
    let admission: AdmissionChecks
    let policy: RetentionPolicy
    /// The moment from which days are counted.
    let now: Timestamp
    var limits = EvaluationLimits()

    /// Judges a repository that a rule selects; throws `EvaluationLimits.Exceeded`, `DatabaseError`,
    /// `CancellationError`.
    func judge(_ repository: RepositoryRecord) async throws -> RepositoryJudgement {
        let places = policy.rules.indices.filter { policy.rules[$0].selects(repository: repository.name.path) }
        let rules = places.map { policy.rules[$0] }
        let selection = TagSelection(rules: rules)
        let reader = ContentReader(
            database: database, admission: admission, selection: selection, keepsTags: policy.level == .tag,
            limits: limits)
        var judgement = RepositoryJudgement(
            try await reader.read(repository), level: policy.level, rules: rules, called: places,
            selection: selection, now: now.microseconds)
        let listed = judgement.listed
        if !listed.isEmpty { judgement.hold(try await parents(of: listed, in: judgement.contents)) }
        return judgement
    }

    /// The indexes that list some artifacts, all by their places.
    private func parents(
        of listed: [Int], in contents: RepositoryContents
    ) async throws -> [Int: [RepositoryJudgement.Place?]] {
        var parents: [Int: [RepositoryJudgement.Place?]] = [:]
        for places in listed.chunks() {
            try limits.check(entries: 0)
            let children = places.map { contents.artifacts[$0].id }
            let pairs = try await database.read { connection in
                try connection.query(
                    "SELECT child_id, parent_id FROM artifact_child WHERE child_id IN \(list: children)"
                ).map { (child: try $0.int64(0), parent: try $0.int64(1)) }
            }
            for pair in pairs {
                guard let child = contents.place(of: pair.child) else { continue }
                parents[Int(child), default: []].append(contents.place(of: pair.parent))
            }
        }
        return parents
    }
}
