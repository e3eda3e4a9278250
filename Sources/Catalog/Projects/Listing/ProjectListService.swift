package import Access
package import Listing
package import SQL

/// Shows projects to whoever asks, with what Harbor's API shows of them.
package struct ProjectListService: Sendable {
    private let database: any Database
    private let authorization: AuthorizationService
    private let storage: ProjectStorage
    private let extras: ChangeAwareCache<ProjectFacts, ProjectExtras>

    package init(
        database: any Database, changes: ChangeSignal, authorization: AuthorizationService,
        storage: ProjectStorage = .unlimited
    ) {
        self.database = database
        self.authorization = authorization
        self.storage = storage
        extras = ChangeAwareCache(capacity: 10_000, changes: changes) { topic in
            switch topic {
            case .project(let name): .keys { $0.name == name }
            // The owner may have another name now.
            case .account, .everything: .all
            default: .none
            }
        }
    }

    /// A page of the projects that `principal` may see: public ones and those with a right in them, for
    /// administrators all. Throws `ListingError`.
    ///
    /// `isMember`: only those in which `principal` has a role, alone or in a group; for false only the others.
    package func list(
        _ request: ListRequest, for principal: Principal, isMember: Bool? = nil
    ) async throws -> Listed<ProjectDetails> {
        let reach = try await authorization.reach(of: principal, permission: nil)
        let filters = try ProjectListingStore.columns.conditions(for: request.filters, dialect: database.dialect)
        let conditions =
            ["NOT p.is_deleting"] + (reach.projectCondition.map { [$0] } ?? [])
            + (isMember.map { [reach.membershipCondition($0)] } ?? []) + filters
        return try await database.snapshot { connection in
            let rows = try ProjectListingStore.page(request, conditions: conditions, on: connection)
            let total = try ProjectListingStore.count(conditions: conditions, on: connection)
            let identifiers = rows.map(\.project.id)
            let counts = try ProjectListingStore.repositoryCounts(ofProjects: identifiers, on: connection)
            let metadata = try ProjectMetadataStore.metadata(ofProjects: identifiers, on: connection)
            let allowlists = try CVEAllowlistStore.lists(ofProjects: identifiers, on: connection)
            let elements = rows.map { row in
                ProjectDetails(
                    project: row.project, ownerName: row.ownerName, repositoryCount: counts[row.project.id] ?? 0,
                    roles: reach.roles[row.project.id] ?? [],
                    metadata: (metadata[row.project.id] ?? .init()).including(row.project),
                    allowlist: allowlists[row.project.id] ?? .empty(of: row.project))
            }
            return Listed(elements: elements, total: total)
        }
    }

    /// Everything about one project, as `principal` sees it.
    package func details(of project: Project, for principal: Principal) async throws -> ProjectDetails {
        let known = try await extras.value(for: project.facts) {
            try await database.snapshot { connection in
                let metadata = try ProjectMetadataStore.metadata(ofProjects: [project.id], on: connection)
                let allowlists = try CVEAllowlistStore.lists(ofProjects: [project.id], on: connection)
                return ProjectExtras(
                    ownerName: try ProjectListingStore.ownerName(of: project, on: connection),
                    metadata: metadata[project.id] ?? .init(),
                    allowlist: allowlists[project.id] ?? .empty(of: project))
            }
        }
        let count = try await database.read {
            try ProjectListingStore.repositoryCount(projectID: project.id, on: $0)
        }
        return ProjectDetails(
            project: project, ownerName: known?.ownerName ?? "", repositoryCount: count,
            roles: try await authorization.roles(of: principal, in: project.facts),
            metadata: (known?.metadata ?? .init()).including(project),
            allowlist: known?.allowlist ?? .empty(of: project))
    }

    /// Whether `principal` may see a project.
    package func maySee(_ project: Project, _ principal: Principal) async throws -> Bool {
        if principal.isAdministrator || project.isPublic { return true }
        return try await !authorization.grants(of: principal, in: project.facts).isEmpty
    }

    /// Figures about a project.
    package func summary(of project: Project) async throws -> ProjectSummary {
        let (repositories, members) = try await database.snapshot { connection in
            (
                try ProjectListingStore.repositoryCount(projectID: project.id, on: connection),
                try MemberStore.countsByRole(projectID: project.id, on: connection)
            )
        }
        return ProjectSummary(
            repositoryCount: repositories, memberCounts: members, storage: try await storage.use(project.id))
    }
}

extension CVEAllowlist {
    /// The list of a project that nobody has written one for.
    static func empty(of project: Project) -> CVEAllowlist {
        CVEAllowlist(id: 0, projectID: project.id, content: .empty, createdAt: nil, updatedAt: nil)
    }
}
