import Auditing
import BlobStorage
import Catalog
import GarbageCollection
import HTTPServing
import Immutability
import ManagementAPI
import Quotas
import Retention
import SQL
import SystemConfiguration

/// All routes of the management API, made of the registry's services.
struct ManagementRouteList {
    let services: RegistryServices

    /// The routes, room by room.
    var routes: [ManagementRoute] {
        health + OpenAPIRoutes().routes + peopleInProjects
            + system
            + reading
            + projects
            + limits
            + changingArtifacts
            + overview
            + background
            + webhooks
            + people
    }

    /// The registry's configuration and the audit log.
    private var system: [ManagementRoute] {
        let log = AuditLogService(database: services.database)
        return ConfigurationRoutes(configuration: services.configuration).routes
            + AuditLogRoutes(log: log, authorization: services.authorization).routes
            + AuditExportRoutes(
                log: log, authorization: services.authorization, sender: StreamSender(limits: services.settings.limits),
                clock: services.clock
            ).routes + LaterFeatureRoutes().routes
    }

    /// Repositories and artifacts as they are shown.
    private var reading: [ManagementRoute] {
        let (lists, repositories) = (services.artifactLists, services.repositoryLists)
        let additions = ArtifactAdditionService(
            manifests: services.manifests, blobs: services.blobs, hashing: services.hashing)
        let immutableTags = services.immutability.immutableTags(projectID:repositoryPath:tags:)
        return RepositoryRoutes(lists: repositories, authorization: services.authorization, clock: services.clock)
            .routes
            + RepositoryTagRoutes(lists: lists, immutableTags: immutableTags).routes
            + ArtifactRoutes(
                lists: lists, repositories: repositories, authorization: services.authorization,
                immutableTags: immutableTags
            ).routes + ArtifactAdditionRoutes(lists: lists, additions: additions).routes
            + ArtifactManifestRoutes(manifests: services.manifests).routes + IconRoutes().routes
    }

    /// Deletion and the trash, copies, tags and labels of artifacts.
    private var changingArtifacts: [ManagementRoute] {
        let (manifests, projects) = (services.manifests, services.projects)
        return ArtifactDeletionRoutes(deletion: services.deletion, manifests: manifests).routes
            + ArtifactTaggingRoutes(tags: services.tags, labels: services.labelling, manifests: manifests).routes
            + ArtifactCopyRoutes(
                copies: services.copies, authorization: services.authorization, projects: projects,
                repositories: services.repositories
            ).routes
            + TrashRoutes(trash: services.trash, authorization: services.authorization, projects: projects).routes
    }

    /// Members, roles, robots and permissions.
    private var peopleInProjects: [ManagementRoute] {
        MemberRoutes(members: services.members).routes + RoleRoutes(roles: services.roles).routes
            + RobotRoutes(
                robots: services.robots, authorization: services.authorization, projects: services.projects,
                clock: services.clock
            ).routes
            + PermissionRoutes(authorization: services.authorization, projects: services.projects).routes
    }

    /// Projects, their settings and names, and labels.
    private var projects: [ManagementRoute] {
        let configuration = services.configuration
        return ProjectRoutes(
            projects: services.projects, lists: services.projectLists, deletion: services.projectDeletion,
            authorization: services.authorization,
            isCreationRestricted: {
                try await configuration.values().projectCreationRestriction == .administratorsOnly
            }
        ).routes
            + RenameRoutes(renames: services.renames, authorization: services.authorization).routes
            + ProjectMetadataRoutes(projects: services.projects).routes
            + LabelRoutes(
                labels: services.labels, projects: services.projects, authorization: services.authorization
            ).routes
            + CVEAllowlistRoutes(allowlists: services.allowlists).routes
    }

    /// What projects may hold, and which of their tags stay as they are.
    private var limits: [ManagementRoute] {
        QuotaRoutes(service: services.quotas).routes + ImmutabilityRoutes(service: services.immutability).routes
            + retention
    }

    /// What projects keep of what is pushed to them.
    private var retention: [ManagementRoute] {
        let (database, jobs) = (services.database, services.jobs)
        let access = RetentionAccess(
            retention: services.retention, projects: services.projects, authorization: services.authorization)
        return RetentionRoutes(
            access: access,
            previews: RetentionPreviewService(
                database: database, clock: services.clock, admission: services.admission)
        ).routes
            + RetentionExecutionRoutes(
                access: access, results: RetentionResultService(database: database, jobs: jobs), jobs: jobs
            ).routes
    }

    /// What clients ask about the registry as a whole, and search.
    private var overview: [ManagementRoute] {
        SystemInformationRoutes(
            configuration: services.configuration, storage: services.storage, storageName: "filesystem",
            clock: services.clock
        ).routes
            + StatisticRoutes(statistics: services.statistics).routes
            + SearchRoutes(search: services.search, lists: services.projectLists).routes
    }

    /// Webhook policies and their deliveries.
    private var webhooks: [ManagementRoute] {
        WebhookPolicyRoutes(
            service: services.webhooks, deliveries: services.webhookDeliveries, authorization: services.authorization
        ).routes
            + WebhookDeliveryRoutes(
                service: services.webhooks, deliveries: services.webhookDeliveries, jobs: services.jobs,
                authorization: services.authorization
            ).routes
            + WebhookPreviewRoutes(deliveries: services.webhookDeliveries).routes
    }

    /// Jobs, their queues and schedules.
    private var background: [ManagementRoute] {
        let (jobs, schedules) = (services.jobs, services.schedules)
        let collection = SystemJob.garbageCollection(type: GarbageCollectionJob.name)
        let purge = SystemJob.auditPurge(type: AuditPurgeJob.name, eventTypes: AuditEventType.all)
        let recalculation = SystemJob.quotaRecalculation(type: QuotaRecalculationJob.name)
        return JobServiceRoutes(jobs: jobs, queues: services.queues, schedules: schedules, clock: services.clock)
            .routes
            + SystemJobRoutes(collection, jobs: jobs, schedules: schedules).routes
            + SystemJobRoutes(purge, jobs: jobs, schedules: schedules).routes
            + SystemJobRoutes(recalculation, jobs: jobs, schedules: schedules).routes
    }

    /// What every route is guarded by.
    var access: ManagementAccess {
        let configuration = services.configuration
        return ManagementAccess(
            signIn: ManagementSignIn(signIn: services.signIn, sessions: services.sessions, keys: services.keys),
            authorization: services.authorization, projects: services.projects, repositories: services.repositories,
            isReadOnly: { try await configuration.values().isReadOnly },
            auditing: { [audit = services.audit] in audit.note(AuditEntry($0)) },
            translate: DatabaseFailure.httpFailure)
    }

    private var health: [ManagementRoute] {
        let (database, storage) = (services.database, services.storage)
        let checks = [
            HealthCheck(name: "core") {},
            HealthCheck(name: "database") { _ = try await database.read { try $0.query("SELECT 1 AS one") } },
            HealthCheck(name: "registry") { try await storage.health() },
        ]
        return HealthRoutes(checks: checks, logger: services.logger).routes
    }
}

extension AuditEntry {
    /// What the management API tells of a request.
    init(_ request: AuditedRequest) {
        self.init(
            operator: request.operator, operation: request.action.operation,
            resourceType: request.action.resourceType, resource: request.resource,
            description: request.details ?? "", isSuccess: request.isSuccess, projectID: request.projectID)
    }
}
