package import Access
package import Listing
package import SQL
package import Time

/// A repository as the management API shows it.
package struct RepositoryView: Sendable {
    package let id: Int64
    package let projectID: Int64
    /// The whole name, with the project's.
    package let name: String
    package let description: String
    /// The artifacts that a list shows unless asked otherwise.
    package let artifactCount: Int64
    package let pullCount: Int64
    package let createdAt: Timestamp
    package let updatedAt: Timestamp

    /// What `init(row:)` reads, in its order; of a repository `r`.
    static let columns: SQL = """
        r.id, r.project_id, r.name, r.description, r.pull_count, r.created_at, r.updated_at,
        \(fragment: artifactCount) AS artifacts
        """

    /// The artifacts that a list shows unless asked otherwise; of a repository `r`.
    static let artifactCount: SQL = """
        (SELECT count(*) FROM artifact a WHERE a.repository_id = r.id AND \(fragment: ArtifactFilter.base))
        """

    init(row: Row) throws {
        id = try row.int64(0)
        projectID = try row.int64(1)
        name = try row.text(2)
        description = try row.optionalText(3) ?? ""
        pullCount = try row.int64(4)
        createdAt = Timestamp(microseconds: try row.int64(5))
        updatedAt = Timestamp(microseconds: try row.int64(6))
        artifactCount = try row.int64(7)
    }
}

/// The repositories that a list looks among.
package enum RepositoryScope: Sendable {
    /// Those of all projects, as far as somebody sees them.
    case reach(ProjectReach)
    /// Those of one project, as far as somebody sees them.
    case project(Int64, RepositoryVisibility)
}

/// Lists repositories and changes what people wrote about them.
package struct RepositoryListService: Sendable {
    private static let columns = ListColumns([
        "id": .integer("r.id"), "repository_id": .integer("r.id"), "name": .text("r.name"),
        "project_id": .integer("r.project_id"), "description": .text("r.description"),
        "pull_count": .integer("r.pull_count"), "creation_time": .time("r.created_at"),
        "update_time": .time("r.updated_at"), "artifact_count": .integer(RepositoryView.artifactCount),
        // The name without the project's, which every repository of a project would match.
        "path": .text("(SELECT substr(r.name, length(p.name) + 2) FROM project p WHERE p.id = r.project_id)"),
    ])
    private let database: any Database

    package init(database: any Database) { self.database = database }

    /// Finds a repository by its number.
    package func find(id: Int64) async throws -> RepositoryView? {
        try await database.read { connection in
            try connection.query("SELECT \(fragment: RepositoryView.columns) FROM repository r WHERE r.id = \(id)")
                .first
                .map { try RepositoryView(row: $0) }
        }
    }

    /// One page of a list; throws `ListingError`.
    package func list(_ request: ListRequest, in scope: RepositoryScope) async throws -> Listed<RepositoryView> {
        let conditions = try Self.columns.conditions(for: request.filters, dialect: database.dialect)
        let order = Self.columns.order(by: request.sort, default: "r.created_at DESC", tieBreak: "r.id DESC")
        let page = request.page
        return try await database.snapshot { connection in
            let place = try RepositoryStore.condition(for: scope, on: connection)
            let chosen: SQL = "FROM repository r\(fragment: .filter(by: place + conditions))"
            let found = try connection.query(
                """
                SELECT \(fragment: RepositoryView.columns) FROM repository r
                WHERE r.id IN (SELECT r.id \(fragment: chosen)\(fragment: order)
                    LIMIT \(page.limit + 1) OFFSET \(page.offset))\(fragment: order)
                """)
            let total =
                try page.total(found: found.count)
                ?? connection.query("SELECT count(*) AS elements \(fragment: chosen)")[0].int64("elements")
            let elements = try found.prefix(page.limit).map { try RepositoryView(row: $0) }
            return Listed(elements: elements, total: total)
        }
    }

    /// Writes what people are to read about a repository; false if it is gone.
    package func describe(id: Int64, _ description: String, now: Timestamp) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                "UPDATE repository SET description = \(description), updated_at = \(now) WHERE id = \(id)") > 0
        }
    }

    /// The numbers of the repositories of a project that somebody sees; nil: all of them.
    package func numbers(ofProject projectID: Int64, _ visibility: RepositoryVisibility) async throws -> [Int64]? {
        switch visibility {
        case .all: nil
        case .none: []
        case .matching:
            try await database.read { connection in
                try RepositoryStore.numbers(ofProjects: [projectID], on: connection) { visibility.includes($1) }
            }
        }
    }
}
