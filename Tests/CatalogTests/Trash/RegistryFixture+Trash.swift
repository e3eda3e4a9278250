import Catalog
import Listing
import OCI
import RegistryTesting
import SQL
import Time
import Verification

extension RegistryFixture {
    /// A project's trash, the newest first.
    func trashed(_ repository: RepositoryRecord, _ query: String = "") async throws -> [TrashEntry] {
        try await trash.list(
            ListRequest(filters: QueryGrammar.parse(query), page: Page(number: 1, size: 100)),
            projectID: repository.projectID
        ).elements
    }

    /// The tags of a repository.
    func tags(of repository: RepositoryRecord) async throws -> [String] {
        try await manifests.tags(repositoryID: repository.id, after: nil, limit: 1000)
    }

    /// Whether a repository has an artifact.
    func has(_ manifest: Manifest, in repository: RepositoryRecord) async throws -> Bool {
        try await manifests.find(.digest(manifest.digest()), repositoryID: repository.id) != nil
    }

    /// What a verification of everything finds.
    func problems() async throws -> [VerificationReport.Problem] {
        try await VerificationService(database: database, storage: storage, hashing: hashing).run().problems
    }

    /// Makes a global label and puts it on an artifact.
    func addLabel(_ name: String, to artifact: ArtifactRecord) async throws {
        let now = clock.now
        try await database.write { connection in
            let row = try connection.query(
                """
                INSERT INTO label (name, description, color, created_at, updated_at)
                VALUES (\(name), '', '', \(now), \(now)) RETURNING id
                """)[0]
            _ = try connection.execute(
                "INSERT INTO artifact_label (artifact_id, label_id) VALUES (\(artifact.id), \(row.int64("id")))")
        }
    }

    /// All that the row of an artifact says, but for its number.
    func details(of digest: Digest) async throws -> [SQLValue] {
        try await database.read { connection in
            let row = try connection.query("SELECT * FROM artifact WHERE digest = \(digest.description)")[0]
            return zip(row.columns.names, row.values).filter { $0.0 != "id" }.map(\.1)
        }
    }
}
