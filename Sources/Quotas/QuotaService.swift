package import Listing
package import SQL
package import SystemConfiguration
package import Time

/// Limits what projects hold and tells how much it is.
package struct QuotaService: Sendable {
    private static let foldingInterval = Duration.seconds(10)
    let database: any Database
    private let changes: ChangeSignal
    let clock: WallClock
    let configuration: ConfigurationService
    let limits: ChangeAwareCache<Int64, StorageLimit>
    let uncommitted = UncommittedContent()
    let told = ToldRefusals()

    /// Makes the service; `configuration` says whether limits are enforced, and which one new projects get.
    package init(
        database: any Database, changes: ChangeSignal, clock: WallClock, configuration: ConfigurationService
    ) {
        self.database = database
        self.changes = changes
        self.clock = clock
        self.configuration = configuration
        limits = ChangeAwareCache(capacity: 10_000, changes: changes) { topic in
            switch topic {
            case .project, .everything: .all
            default: .none
            }
        }
    }

    /// A project's quota; nil if there is no such project.
    package func quota(projectID: Int64) async throws -> Quota? {
        try await database.read { connection in
            try connection.query(
                "SELECT \(fragment: QuotaStore.columns) FROM \(fragment: QuotaStore.tables) WHERE p.id = \(projectID)"
            ).first.map { try Quota(row: $0) }
        }
    }

    /// What lists of quotas are filtered and sorted by.
    private static let listColumns = ListColumns(
        [
            "id": .integer("id"), "reference_id": .integer("id"), "ref.id": .integer("id"),
            "name": .text("project_name"), "ref.name": .text("project_name"), "owner_name": .text("owner_name"),
            "ref.owner_name": .text("owner_name"), "hard": .integer("hard"), "hard.storage": .integer("hard"),
            "used": .integer("used"), "used.storage": .integer("used"), "creation_time": .time("created_at"),
            "update_time": .time("updated_at"),
        ], ignored: ["reference"])

    /// The quotas of all projects, or of one; by number if no order is asked for. Throws `ListingError`.
    package func list(_ request: ListRequest, projectID: Int64? = nil) async throws -> Listed<Quota> {
        let place: SQL = if let projectID { " WHERE p.id = \(projectID)" } else { "" }
        let quotas: SQL =
            "(SELECT \(fragment: QuotaStore.columns) FROM \(fragment: QuotaStore.tables)\(fragment: place))"
        let conditions = try Self.listColumns.conditions(for: request.filters, dialect: database.dialect)
        let filter = SQL.filter(by: conditions)
        let order = Self.listColumns.order(by: request.sort, default: "id", tieBreak: "id")
        return try await database.snapshot { connection in
            let rows = try connection.query(
                """
                SELECT * FROM \(fragment: quotas) AS quota\(fragment: filter)\(fragment: order)
                LIMIT \(request.page.limit) OFFSET \(request.page.offset)
                """)
            // What each project uses has to be added up only if it is asked for.
            let counted: SQL = conditions.isEmpty ? "project p\(fragment: place)" : "\(fragment: quotas) AS quota"
            let total = try connection.query("SELECT count(*) AS total FROM \(fragment: counted)\(fragment: filter)")[0]
            return Listed(elements: try rows.map { try Quota(row: $0) }, total: try total.int64("total"))
        }
    }

    /// Changes a project's limit; throws `QuotaError.unknown`. It may be lower than what the project holds.
    package func setLimit(_ limit: StorageLimit, projectID: Int64) async throws {
        guard let quota = try await quota(projectID: projectID) else { throw QuotaError.unknown(projectID) }
        let now = clock.now
        do {
            try await changes.write(changing: [.project(quota.projectName)]) { connection in
                try QuotaStore.setLimit(limit, projectID: projectID, now: now, on: connection)
            }
        } catch let error as DatabaseError where error.kind == .foreignKeyViolation {
            throw QuotaError.unknown(projectID)
        }
    }

    /// Folds the ledger into the projects' rows; returns how many rows it took.
    @discardableResult
    package func fold() async throws -> Int {
        let (now, part) = (clock.now, 5000)
        var (count, last) = (0, part)
        while last == part {
            last = try await database.write { try LedgerFolding.fold(limit: part, now: now, on: $0) }
            count += last
        }
        return count
    }

    /// Folds the ledger every ten seconds until the task is cancelled.
    package func run() async {
        while !Task.isCancelled {
            _ = try? await fold()
            try? await Task.sleep(for: Self.foldingInterval)
        }
    }
}
