package import Listing
package import SQL

/// Lists the audit log.
///
/// A page with its total takes a few statements, whatever the log's size:
/// - It is ordered by time (or number) alone, the newest first unless asked otherwise; other sort keys are passed over.
/// - The total of an unfiltered list is exact, from counts that are kept with the entries. With conditions it is
///   counted up to `countedTotal`.
/// - Of several conditions, the one that the fewest entries satisfy is followed along its index. Where others, or
///   conditions on parts of texts, descriptions and results are to be satisfied besides, the newest `searchedByPath`
///   entries of that one are looked at, or the newest `searchedByTime` of all; a condition on `op_time` reaches
///   further back.
package struct AuditLogService: Sendable {
    /// The largest total that a list with conditions tells.
    package static let countedTotal = 100_000
    /// How many entries are looked at one by one, if it is by time alone: they lie side by side.
    package static let searchedByTime = 50_000
    /// How many entries are looked at one by one along another index: each is read from somewhere else.
    package static let searchedByPath = 10_000
    private let database: any Database

    /// Makes a service that reads the log of a database.
    package init(database: any Database) {
        self.database = database
    }

    /// A page of the log; throws `ListingError` and `DatabaseError`.
    package func list(_ request: ListRequest, scope: AuditScope) async throws -> Listed<AuditRecord> {
        if case .projects(let projects) = scope, projects.isEmpty { return Listed(elements: [], total: 0) }
        let conditions = try conditions(of: request, scope)
        return try await database.snapshot { connection in
            let path = try AuditStore.path(of: conditions, on: connection)
            let query = AuditQuery(conditions, scope: scope, path: path, sort: request.sort, page: request.page)
            let rows = try connection.query(query.page)
            let records = try rows.map { try AuditRecord(row: $0) }
            if query.isTotalInPage, let first = rows.first {
                return Listed(elements: records, total: try first.int64("total"))
            }
            if query.isTotalInPage, request.page.offset == 0 { return Listed(elements: [], total: 0) }
            let total = request.filters.isEmpty ? scope.keptTotal : query.total
            return Listed(elements: records, total: try connection.query(total)[0].int64("total"))
        }
    }

    /// The statements of a page and its total, for looking at how they are executed.
    package func statements(_ request: ListRequest, scope: AuditScope) async throws -> [SQL] {
        let conditions = try conditions(of: request, scope)
        return try await database.snapshot { connection in
            let path = try AuditStore.path(of: conditions, on: connection)
            let query = AuditQuery(conditions, scope: scope, path: path, sort: request.sort, page: request.page)
            return [query.page, request.filters.isEmpty ? scope.keptTotal : query.total]
        }
    }

    /// All that a filter selects, to be read part by part; the page and the order of the request don't count.
    ///
    /// Throws `ListingError`.
    package func export(_ request: ListRequest, scope: AuditScope) throws(ListingError) -> AuditExport {
        AuditExport(database: database, conditions: try conditions(of: request, scope), scope: scope)
    }

    private func conditions(of request: ListRequest, _ scope: AuditScope) throws(ListingError) -> AuditConditions {
        var conditions = try AuditConditions(request.filters, dialect: database.dialect)
        if case .projects(let projects) = scope, scope.isPath, !projects.isEmpty { conditions.add(projects: projects) }
        return conditions
    }
}
