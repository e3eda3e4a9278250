package import Listing
package import SQL

/// Lists the audit log.
///
/// A page with its total takes two statements, whatever the log's size:
/// - It is ordered by time (or number) alone, the newest first unless asked otherwise; other sort keys are passed over.
/// - The total of an unfiltered list is exact, from counts that are kept with the entries. With conditions it is
///   counted up to `countedTotal`.
/// - Conditions on parts of texts (`resource=~web`), on descriptions and on results look at the newest
///   `searchedEntries` entries that satisfy the other conditions; a condition on `op_time` reaches further back.
package struct AuditLogService: Sendable {
    /// The largest total that a list with conditions tells.
    package static let countedTotal = 100_000
    /// How many entries a condition looks at for which there is no index.
    package static let searchedEntries = 50_000
    private let database: any Database

    /// Makes a service that reads the log of a database.
    package init(database: any Database) {
        self.database = database
    }

    /// A page of the log; throws `ListingError` and `DatabaseError`.
    package func list(_ request: ListRequest, scope: AuditScope) async throws -> Listed<AuditRecord> {
        if case .projects(let projects) = scope, projects.isEmpty { return Listed(elements: [], total: 0) }
        let query = try AuditQuery(request, scope: scope, dialect: database.dialect)
        return try await database.snapshot { connection in
            let records = try connection.query(query.page).map { try AuditRecord(row: $0) }
            return Listed(elements: records, total: try connection.query(query.total)[0].int64("total"))
        }
    }

    /// All that a filter selects, to be read part by part; the page and the order of the request don't count.
    ///
    /// Throws `ListingError`.
    package func export(_ request: ListRequest, scope: AuditScope) throws(ListingError) -> AuditExport {
        try AuditExport(database: database, filters: request.filters, scope: scope)
    }
}
