package import OCI
package import SQL
package import Time

/// Adds tags to artifacts that are there already.
package struct TagService: Sendable {
    /// Why a tag was not made.
    package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// There is no such artifact.
        case artifactUnknown
        /// The repository has a tag of this name, on this artifact or on another.
        case nameTaken(String)

        /// What is wrong and what to do, for people.
        package var description: String {
            switch self {
            case .artifactUnknown: "the artifact is not there: check its tag or digest"
            case .nameTaken(let name):
                "tag \(name) already exists in the repository: choose another name or delete that tag first"
            }
        }
    }

    private let database: any Database
    private let clock: WallClock
    private let manifests: ManifestService

    package init(database: any Database, clock: WallClock, manifests: ManifestService) {
        self.database = database
        self.clock = clock
        self.manifests = manifests
    }

    /// Adds a tag to an artifact; throws `Failure`. A tag that exists is never moved.
    package func create(_ tag: Tag, on reference: Reference, in repository: RepositoryRecord) async throws {
        let now = clock.now
        defer { manifests.forget(repositoryID: repository.id) }
        try await database.write { connection in
            guard let artifact = try DeletionStore.lock(reference, repositoryID: repository.id, on: connection) else {
                throw Failure.artifactUnknown
            }
            let made = try connection.execute(
                """
                INSERT INTO tag (repository_id, name, artifact_id, pushed_at)
                VALUES (\(repository.id), \(tag.description), \(artifact), \(now))
                ON CONFLICT (repository_id, name) DO NOTHING
                """)
            guard made > 0 else { throw Failure.nameTaken(tag.description) }
            try RepositoryStore.touch(id: repository.id, now: now, on: connection)
        }
    }
}
