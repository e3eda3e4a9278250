import Catalog
import OCI
import SQL

extension RetentionPolicy {
    /// Those of some repositories that a rule is about; throws `EvaluationLimits.Exceeded`, `CancellationError`.
    func selected(
        among repositories: [RepositoryRecord], limits: EvaluationLimits = EvaluationLimits()
    ) async throws -> [RepositoryRecord] {
        let atOnce = EvaluationLimits.names(matchedBy: rules.reduce(0) { $0 + $1.repositories.count })
        var selected: [RepositoryRecord] = []
        for part in repositories.chunks(of: atOnce) {
            try limits.check(entries: 0)
            for repository in part where rules.contains(where: { $0.selects(repository: repository.name.path) }) {
                selected.append(repository)
            }
            await Task.yield()
        }
        return selected
    }
}
