import BlobStorage
import Catalog
import GarbageCollection
import Immutability
import Logging
import OCI
import RegistryTesting

extension RegistryFixture {
    /// A collector of this node, or of one whose storage behaves differently.
    func collector(storage other: (any BlobStorage)? = nil) -> GarbageCollectionService {
        GarbageCollectionService(
            database: database, storage: other ?? storage, clock: clock.wallClock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Runs the collector; the grace period is in seconds.
    @discardableResult
    func collect(grace: Int64 = 86_400, dryRun: Bool = false) async throws -> CollectionReport {
        try await collector().run(CollectionPolicy(gracePeriod: grace, isDryRun: dryRun))
    }

    /// A collector that may remove artifacts too, which the trash keeps for some hours.
    func collector(undeleteHours: Int) -> GarbageCollectionService {
        let deletion = DeletionService(
            database: database, changes: changes, clock: clock.wallClock, manifests: manifests, admission: admission,
            undeleteHours: { undeleteHours })
        return GarbageCollectionService(
            database: database, storage: storage, clock: clock.wallClock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, deletion: deletion)
    }

    /// Makes a rule that keeps tags of a repository where they are.
    func makeRule(_ tags: String, in repository: RepositoryRecord) async throws {
        _ = try await immutability.create(
            ImmutableRuleContent(
                repositories: .init(pattern: repository.name.path, isExcluding: false),
                tags: .init(pattern: tags, isExcluding: false)),
            projectID: repository.projectID, projectName: repository.name.project)
    }

    /// How many objects the storage has.
    func objectCount() async throws -> Int { try await storage.listObjects(after: nil, limit: 1000).count }
}
