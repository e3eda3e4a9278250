package import Access
package import Admission
import Auditing
package import BlobStorage
package import Catalog
package import Content
import Cryptography
import Events
import FilesystemStorage
package import Identity
package import Immutability
import Jobs
import NIOPosix
package import Quotas
import Retention
package import SQL
package import SystemConfiguration
import Webhooks

/// A registry without its surfaces: every service on a fresh database of a kind and a storage in a temporary directory.
package struct RegistryFixture: Sendable {
    /// The migrations of all rooms.
    package static let migrations =
        ChangeSignal.migrations + UserStore.migrations + ProjectStore.migrations + AccessSchema.migrations
        + BlobStore.migrations + ArtifactStore.migrations + SigningKeyStore.migrations
        + ConfigurationStore.migrations + AuditStore.migrations + ProjectDetailsStore.migrations + TrashStore.migrations
        + UserGroupStore.migrations + UserSessionStore.migrations
        + QuotaStore.migrations + ImmutableRuleStore.migrations + JobMigrations.migrations
        + EventStore.migrations + RetentionPolicyStore.migrations + WebhookStore.migrations

    /// How long the trash keeps what is deleted.
    package static let undeleteHours = 168

    package let location: DatabaseLocation
    package let storageDirectory: String
    /// All nodes' clock.
    package let clock: FakeClock
    package let database: any Database
    package let storage: any BlobStorage
    package let hashing: HashingThreads
    package let passwords: PasswordHashing
    package let changes: ChangeSignal
    package let configuration: ConfigurationService
    package let users: UserService
    package let accounts: AccountDirectory
    package let groups: UserGroupService
    package let sessions: UserSessionService
    package let authorization: AuthorizationService
    package let roles: RoleService
    package let members: MemberService
    package let robots: RobotService
    package let robotUses: RobotUseRecorder
    package let signIn: SignInService
    package let quotas: QuotaService
    package let immutability: ImmutabilityService
    package let admission: AdmissionChecks
    package let projects: ProjectService
    package let repositories: RepositoryDirectory
    package let blobs: BlobService
    package let uploads: UploadService
    package let manifests: ManifestService
    package let deletion: DeletionService
    package let trash: TrashService
    package let copies: CopyService
    package let tags: TagService
    package let labelling: ArtifactLabelService
    package let pulls: PullRecorder
    private let maximumBlobSize: Int64

    /// Runs the body with a fresh registry; blobs have at most `maximumBlobSize` bytes.
    package static func with<Result>(
        _ kind: DatabaseKind, maximumBlobSize: Int64 = 1 << 30, _ body: (RegistryFixture) async throws -> Result
    ) async throws -> Result {
        try await TemporaryDatabase.withLocation(kind, migrations: migrations) { location in
            try await TemporaryDirectory.with { directory in
                try await location.withDatabase { database in
                    try await body(
                        RegistryFixture(
                            location: location, storageDirectory: directory, clock: FakeClock(), database: database,
                            maximumBlobSize: maximumBlobSize))
                }
            }
        }
    }

    /// Runs the body with another process of the same registry, such as the one that follows after a restart.
    package func withAnotherNode<Result>(_ body: (RegistryFixture) async throws -> Result) async throws -> Result {
        try await location.withDatabase { database in
            try await body(
                RegistryFixture(
                    location: location, storageDirectory: storageDirectory, clock: clock, database: database,
                    maximumBlobSize: maximumBlobSize))
        }
    }

    private init(
        location: DatabaseLocation, storageDirectory: String, clock: FakeClock, database: any Database,
        maximumBlobSize: Int64
    ) throws {
        self.location = location
        self.storageDirectory = storageDirectory
        self.clock = clock
        self.database = database
        self.maximumBlobSize = maximumBlobSize
        let time = clock.wallClock
        storage = try FilesystemStorage(root: storageDirectory, threads: 4)
        hashing = HashingThreads(threads: .singleton)
        // The cheapest hash there is: what a hash costs is measured elsewhere.
        passwords = PasswordHashing(
            threads: .singleton, cost: try PasswordCost(logarithm: 4, blockSize: 1, parallelization: 1))
        // Nobody reads the news of other nodes here unless a test does.
        changes = ChangeSignal(database: database, clock: time, staleAfter: .seconds(3600))
        configuration = ConfigurationService(
            database: database, changes: changes, clock: time,
            encryptionKey: try EncryptionKey(bytes: [UInt8](repeating: 5, count: EncryptionKey.length)),
            auditEvents: ["pull_artifact", "create_artifact", "login_user"])
        users = UserService(database: database, changes: changes, hashing: passwords, clock: time)
        accounts = AccountDirectory(users: users, changes: changes)
        groups = UserGroupService(
            database: database, changes: changes, clock: time,
            withdraw: { try MemberStore.deleteAll(groupID: $0, on: $1) })
        sessions = UserSessionService(
            database: database, changes: changes, accounts: accounts, clock: time
        ) { [configuration] in try await configuration.values().sessionMinutes }
        authorization = AuthorizationService(database: database, changes: changes)
        roles = RoleService(database: database, changes: changes, clock: time)
        members = MemberService(
            database: database, changes: changes, authorization: authorization, roles: roles, clock: time)
        robots = RobotService(
            database: database, changes: changes, configuration: configuration, authorization: authorization,
            clock: time)
        robotUses = RobotUseRecorder(database: database, clock: time)
        signIn = SignInService(
            authentication: try AuthenticationService(database: database, hashing: passwords, accounts: accounts),
            accounts: accounts,
            robots: RobotDirectory(database: database, changes: changes, configuration: configuration),
            uses: robotUses, clock: time)
        quotas = QuotaService(database: database, changes: changes, clock: time, configuration: configuration)
        immutability = ImmutabilityService(database: database, changes: changes, clock: time)
        admission = AdmissionChecks(tags: [immutability.tagCheck], contents: [quotas.contentCheck])
        projects = ProjectService(
            database: database, changes: changes, clock: time, storage: quotas.projectStorage)
        repositories = RepositoryDirectory(database: database, changes: changes, clock: time)
        blobs = BlobService(database: database, storage: storage, clock: time)
        uploads = try UploadService(
            database: database, storage: storage, hashing: hashing, clock: time, maximumBlobSize: maximumBlobSize)
        manifests = ManifestService(
            database: database, clock: time, cacheBytes: 1 << 20, admission: admission)
        deletion = DeletionService(
            database: database, changes: changes, clock: time, manifests: manifests, admission: admission,
            undeleteHours: { Self.undeleteHours })
        trash = TrashService(database: database, clock: time, manifests: manifests, admission: admission)
        copies = CopyService(database: database, clock: time, manifests: manifests, admission: admission)
        tags = TagService(database: database, clock: time, manifests: manifests)
        labelling = ArtifactLabelService(database: database)
        pulls = PullRecorder(database: database, clock: time, configuration: configuration)
    }
}
