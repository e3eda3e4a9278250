import Access
import Admission
import Auditing
import BlobStorage
import Catalog
import Content
import Cryptography
import Events
import FilesystemStorage
import GarbageCollection
import HTTPServing
import Identity
import Immutability
import Jobs
import Logging
import NIOCore
import NIOPosix
import OCI
import OutboundHTTP
import PostgreSQL
import Prometheus
import Quotas
import Retention
import SQL
import SQLite
import StructuredLogging
import SystemConfiguration
import Time
import Verification
import Webhooks

/// Everything that a registry does, put together from its settings; what listens to the network comes on top.
struct RegistryServices: Sendable {
    let settings: Settings
    let logger: Logger
    let metrics: MetricsRegistry
    let database: any Database
    let storage: any BlobStorage
    let changes: ChangeSignal
    let sharedClock: SharedClock
    /// What `sharedClock` shows.
    let clock: WallClock
    let fileThreads: NIOThreadPool
    let hashing: HashingThreads
    let configuration: ConfigurationService
    let audit: AuditRecorder
    let forwarding: AuditForwarding
    let users: UserService
    let accounts: AccountDirectory
    let groups: UserGroupService
    let sessions: UserSessionService
    let keys: SharedKeys
    let authentication: AuthenticationService
    let signIn: SignInService
    let authorization: AuthorizationService
    let roles: RoleService
    let robots: RobotService
    let robotUses: RobotUseRecorder
    let members: MemberService
    let tokens: TokenAuthority
    let projects: ProjectService
    let projectLists: ProjectListService
    let projectDeletion: ProjectDeletionService
    let renames: RenameService
    let labels: LabelService
    let allowlists: CVEAllowlistService
    let statistics: StatisticService
    let search: SearchService
    let repositories: RepositoryDirectory
    let quotas: QuotaService
    let immutability: ImmutabilityService
    let admission: AdmissionChecks
    let blobs: BlobService
    let uploads: UploadService
    let manifests: ManifestService
    let deletion: DeletionService
    let trash: TrashService
    let copies: CopyService
    let tags: TagService
    let labelling: ArtifactLabelService
    let pulls: PullRecorder
    let jobs: JobService
    let queues: QueueService
    let schedules: ScheduleService
    let outbound: OutboundHTTPClient
    let webhooks: WebhookService
    let webhookDeliveries: WebhookDeliveryService

    /// All migrations of all rooms.
    static let migrations =
        ChangeSignal.migrations + UserStore.migrations + ProjectStore.migrations + AccessSchema.migrations
        + BlobStore.migrations + ArtifactStore.migrations + SigningKeyStore.migrations
        + ConfigurationStore.migrations + AuditStore.migrations + ProjectDetailsStore.migrations + TrashStore.migrations
        + UserGroupStore.migrations + UserSessionStore.migrations
        + QuotaStore.migrations + ImmutableRuleStore.migrations + JobMigrations.migrations
        + EventStore.migrations + WebhookStore.migrations + RetentionPolicyStore.migrations

    /// Opens the database and the storage, brings the schema up to date and makes the services.
    init(settings: Settings, directory: DataDirectory, logger: Logger) async throws {
        self.settings = settings
        self.logger = logger
        metrics = MetricsRegistry()
        metrics.addProcessMetrics()
        database = try await Self.openDatabase(settings, directory: directory, metrics: metrics)
        let applied = try await Migrator(Self.migrations).migrate(database)
        if !applied.isEmpty {
            logger.info("schema updated", metadata: ["migrations": "\(applied.joined(separator: " "))"])
        }
        sharedClock = try await SharedClock(database: database)
        clock = sharedClock.wallClock
        storage = try Self.openStorage(directory, metrics: metrics)
        fileThreads = Self.pool(threads: 8)
        hashing = HashingThreads(threads: Self.pool(threads: max(2, System.coreCount)))
        changes = ChangeSignal(database: database, clock: clock)
        let encryptionKey = try EncryptionKeyFile.key(setting: settings.encryptionKeyFile, directory: directory)
        configuration = ConfigurationService(
            database: database, changes: changes, clock: clock, overrides: settings.configurationOverrides,
            encryptionKey: encryptionKey,
            auditEvents: Set(AuditEventType.all))
        forwarding = AuditForwarding(
            database: database, configuration: configuration, group: MultiThreadedEventLoopGroup.singleton,
            authorities: settings.syslogAuthoritiesFile, metrics: metrics)
        audit = AuditRecorder(
            database: database, clock: clock, configuration: configuration, metrics: metrics,
            forwarding: forwarding)
        let passwords = PasswordHashing(threads: Self.pool(threads: max(1, System.coreCount / 2)))
        users = UserService(database: database, changes: changes, hashing: passwords, clock: clock)
        accounts = AccountDirectory(users: users, changes: changes)
        keys = SharedKeys(database: database)
        groups = UserGroupService(
            database: database, changes: changes, clock: clock,
            withdraw: { try MemberStore.deleteAll(groupID: $0, on: $1) })
        sessions = UserSessionService(
            database: database, changes: changes, accounts: accounts, clock: clock
        ) { [configuration] in try await configuration.values().sessionMinutes }
        authentication = try AuthenticationService(database: database, hashing: passwords, accounts: accounts)
        robotUses = RobotUseRecorder(database: database, clock: clock)
        signIn = SignInService(
            authentication: authentication, accounts: accounts,
            robots: RobotDirectory(database: database, changes: changes, configuration: configuration),
            uses: robotUses, clock: clock)
        authorization = AuthorizationService(database: database, changes: changes)
        roles = RoleService(database: database, changes: changes, clock: clock)
        robots = RobotService(
            database: database, changes: changes, configuration: configuration, authorization: authorization,
            clock: clock)
        members = MemberService(
            database: database, changes: changes, authorization: authorization, roles: roles, clock: clock)
        tokens = try await TokenAuthority(database: database, clock: clock)
        quotas = QuotaService(database: database, changes: changes, clock: clock, configuration: configuration)
        immutability = ImmutabilityService(database: database, changes: changes, clock: clock)
        admission = AdmissionChecks(tags: [immutability.tagCheck], contents: [quotas.contentCheck])
        projects = ProjectService(
            database: database, changes: changes, clock: clock, storage: quotas.projectStorage)
        projectLists = ProjectListService(
            database: database, changes: changes, authorization: authorization,
            storage: quotas.projectStorage)
        projectDeletion = ProjectDeletionService(database: database, changes: changes) {
            try RetentionService.remove(projectID: $0, on: $1)
        }
        renames = RenameService(database: database, changes: changes, clock: clock, admission: admission)
        labels = LabelService(database: database, clock: clock)
        allowlists = CVEAllowlistService(database: database, clock: clock)
        statistics = StatisticService(database: database, authorization: authorization)
        search = SearchService(database: database, authorization: authorization)
        repositories = RepositoryDirectory(database: database, changes: changes, clock: clock)
        blobs = BlobService(database: database, storage: storage, clock: clock)
        uploads = try UploadService(
            database: database, storage: storage, hashing: hashing, clock: clock,
            maximumBlobSize: settings.maximumBlobSize)
        manifests = ManifestService(
            database: database, clock: clock, cacheBytes: settings.manifestCacheBytes, admission: admission)
        deletion = DeletionService(
            database: database, changes: changes, clock: clock, manifests: manifests, admission: admission,
            undeleteHours: { [configuration] in Int(try await configuration.values().undeleteHours) })
        trash = TrashService(database: database, clock: clock, manifests: manifests, admission: admission)
        copies = CopyService(database: database, clock: clock, manifests: manifests, admission: admission)
        tags = TagService(database: database, clock: clock, manifests: manifests)
        labelling = ArtifactLabelService(database: database)
        pulls = PullRecorder(database: database, clock: clock, configuration: configuration)
        jobs = JobService(database: database, changes: changes, clock: clock)
        queues = QueueService(database: database, changes: changes, clock: clock)
        schedules = ScheduleService(database: database, changes: changes, clock: clock)
        let group = MultiThreadedEventLoopGroup.singleton
        outbound = OutboundHTTPClient(
            addressGuard: settings.addressGuard,
            lookup: .system(
                threads: LookupThreads(forKnownHosts: Self.pool(threads: 8), forOthers: Self.pool(threads: 8)),
                eventLoopGroup: group), eventLoopGroup: group)
        webhooks = WebhookService(
            database: database, changes: changes, clock: clock, encryptionKey: encryptionKey,
            addressGuard: settings.addressGuard)
        webhookDeliveries = WebhookDeliveryService(
            database: database, jobs: jobs, clock: clock, encryptionKey: encryptionKey,
            externalURL: settings.forwarding.externalURL)
    }

    var collector: GarbageCollectionService {
        GarbageCollectionService(
            database: database, storage: storage, clock: clock, logger: logger, deletion: deletion)
    }

    var retention: RetentionService {
        RetentionService(database: database, changes: changes, clock: clock, jobs: jobs, schedules: schedules)
    }

    var retentionExecutor: RetentionExecutor {
        RetentionExecutor(
            database: database, clock: clock, deletion: deletion, admission: admission, pulls: pulls,
            isAlone: { [queues] in try await queues.nodes().count <= 1 })
    }

    var webhookDispatch: WebhookDispatch {
        WebhookDispatch(configuration: configuration, clock: clock, externalURL: settings.forwarding.externalURL)
    }

    var artifactDetails: ArtifactDetailsService {
        ArtifactDetailsService(database: database, blobs: blobs, hashing: hashing)
    }

    var artifactLists: ArtifactListService { ArtifactListService(database: database, details: artifactDetails) }

    var repositoryLists: RepositoryListService { RepositoryListService(database: database) }

    var verifier: VerificationService {
        VerificationService(database: database, storage: storage, hashing: hashing)
    }

    /// Forgets what has been in the trash long enough, again and again until the task is cancelled.
    func emptyTrash() async {
        await trash.run { logger.error("expired trash not purged", metadata: ["error": "\($0)"]) }
    }

    /// Sends the audit log to the syslog server until the task is cancelled.
    func forwardAuditLog() async {
        await forwarding.run { report in
            switch report {
            case .interrupted(let server, let error):
                logger.warning(
                    "syslog server can't be reached",
                    metadata: ["server": "\(server.host):\(server.port)", "error": "\(error)"])
            case .resumed(let server):
                logger.notice(
                    "syslog server takes records again", metadata: ["server": "\(server.host):\(server.port)"])
            }
        }
    }

    /// Writes what is still in memory and closes the database.
    func close() async {
        do {
            try await pulls.flush()
        } catch { logger.error("pull counts not written", metadata: ["error": "\(error)"]) }
        do {
            try await robotUses.flush()
        } catch { logger.error("times of robots' use not written", metadata: ["error": "\(error)"]) }
        do {
            try await audit.flush()
        } catch { logger.error("audit log not written", metadata: ["error": "\(error)"]) }
        await forwarding.sendRest()
        await database.close()
    }

    private static func pool(threads: Int) -> NIOThreadPool {
        let pool = NIOThreadPool(numberOfThreads: threads)
        pool.start()
        return pool
    }

    private static func openDatabase(
        _ settings: Settings, directory: DataDirectory, metrics: MetricsRegistry
    ) async throws -> any Database {
        let durations = metrics.histogram(
            "haven_database_duration_seconds", help: "Time of units of work, waiting included.", labels: ["operation"])
        let observer: DatabaseObserver = { durations.labelled($0).observe($1) }
        let url = settings.databaseURL
        if url.hasPrefix("postgresql://") || url.hasPrefix("postgres://") {
            return try await PostgreSQLDatabase(
                connectionString: url, maximumConnections: settings.databaseConnections, observer: observer)
        }
        guard url.isEmpty || url.hasPrefix("sqlite:") else {
            throw Settings.invalid(.databaseURL, "it begins with sqlite: or postgresql://")
        }
        let path = url.isEmpty ? directory.databaseFile : String(url.dropFirst("sqlite:".count))
        return try SQLiteDatabase(path: path, observer: observer)
    }

    private static func openStorage(_ directory: DataDirectory, metrics: MetricsRegistry) throws -> any BlobStorage {
        let durations = metrics.histogram(
            "haven_storage_duration_seconds", help: "Time of storage operations.", labels: ["operation"])
        return try FilesystemStorage(root: directory.storageDirectory) { durations.labelled($0).observe($1) }
    }
}
