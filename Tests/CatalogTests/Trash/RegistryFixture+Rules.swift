import Catalog
import Immutability
import OCI
import Quotas
import RegistryTesting
import SQL

extension RegistryFixture {
    /// Makes a rule that keeps tags of a repository where they are.
    func makeRule(_ tag: String, in repository: RepositoryRecord) async throws {
        _ = try await immutability.create(
            ImmutableRuleContent(
                repositories: .init(pattern: repository.name.path, isExcluding: false),
                tags: .init(pattern: tag, isExcluding: false)),
            projectID: repository.projectID, projectName: repository.name.project)
    }

    /// Whether the usage of a repository's project is what its artifacts are made of, counted anew.
    func isCounted(_ repository: RepositoryRecord) async throws -> Bool {
        let projectID = repository.projectID
        let counted = try await database.read { connection in
            try connection.query(
                """
                SELECT DISTINCT b.digest, b.size FROM artifact_blob u JOIN blob b ON b.id = u.blob_id
                JOIN artifact a ON a.id = u.artifact_id JOIN repository r ON r.id = a.repository_id
                WHERE r.project_id = \(projectID)
                UNION
                SELECT a.digest, a.manifest_size AS size FROM artifact a JOIN repository r ON r.id = a.repository_id
                WHERE r.project_id = \(projectID)
                """
            ).reduce(0) { try $0 + $1.int64("size") }
        }
        return try await quotas.quota(projectID: projectID)?.used == counted
    }
}
