package import Listing
package import SQL

/// The statements behind a page of the audit log.
package struct AuditQuery: Sendable {
    static let selected: SQL =
        "id, op_time, username, operation, resource_type, resource, description, is_success"
    static let newestFirst: SQL = " ORDER BY op_time DESC, id DESC"
    /// From so many projects on, going through the log by time finds a page sooner than going through each.
    private static let severalProjects = 50

    private let conditions: AuditConditions

    /// Reads the page.
    package private(set) var page: SQL = ""
    /// Reads how many entries the list has, as `total`.
    package private(set) var total: SQL = ""

    /// Makes the statements; throws `ListingError`.
    package init(_ request: ListRequest, scope: AuditScope, dialect: Dialect) throws(ListingError) {
        conditions = try AuditConditions(request.filters, dialect: dialect)
        page = pageStatement(scope, request.page, order: Self.order(request.sort))
        total = totalStatement(scope)
    }

    private static func order(_ sort: [SortKey]) -> SQL {
        let key = sort.first { ["op_time", "creation_time", "OpTime", "id", "ID"].contains($0.key) }
        guard let key, !key.isDescending else {
            return key?.key.lowercased() == "id" ? " ORDER BY id DESC" : newestFirst
        }
        return key.key.lowercased() == "id" ? " ORDER BY id" : " ORDER BY op_time, id"
    }

    private func pageStatement(_ scope: AuditScope, _ page: Page, order: SQL) -> SQL {
        let part: SQL = "LIMIT \(page.limit) OFFSET \(page.offset)"
        func rows(_ filter: SQL, part: SQL) -> SQL {
            "SELECT \(fragment: Self.selected) FROM audit_log\(fragment: filter)\(fragment: order) \(fragment: part)"
        }
        let filters = filters(scope)
        guard filters.count > 1 else { return rows(filters[0], part: part) }
        let reach: SQL = "LIMIT \(page.offset + page.limit)"
        let parts: [SQL] = filters.map { "SELECT * FROM (\(fragment: rows($0, part: reach))) AS part" }
        let together: SQL = .joined(parts, separator: " UNION ALL ")
        return "SELECT * FROM (\(fragment: together)) AS reached\(fragment: order) \(fragment: part)"
    }

    private func totalStatement(_ scope: AuditScope) -> SQL {
        if conditions.indexed.isEmpty, conditions.others.isEmpty { return Self.keptTotal(scope) }
        let bound: SQL = "LIMIT \(AuditLogService.countedTotal)"
        let parts: [SQL] = filters(scope).map { filter in
            "SELECT * FROM (SELECT 1 AS one FROM audit_log\(fragment: filter) \(fragment: bound)) AS part"
        }
        return "SELECT count(*) AS total FROM (\(fragment: .joined(parts, separator: " UNION ALL "))) AS counted"
    }

    /// The WHERE clauses that together give the entries: one for all, or one for each of a few projects, whose entries
    /// then come from their index.
    private func filters(_ scope: AuditScope) -> [SQL] {
        switch scope {
        case .everything: [filter([], within: [], share: 1)]
        case .everyProject: [filter(["project_id > 0"], within: [], share: 1)]
        case .projects(let projects) where projects.count <= Self.severalProjects:
            projects.map { project in
                let isOfProject: SQL = "project_id = \(project)"
                return filter([isOfProject], within: [isOfProject], share: projects.count)
            }
        case .projects(let projects): [filter(["project_id IN \(list: projects)"], within: [], share: 1)]
        }
    }

    /// A WHERE clause; conditions without an index count for the newest entries that satisfy `within` and the indexed
    /// conditions, as many as fall to one of `share` equal parts.
    private func filter(_ required: [SQL], within: [SQL], share: Int) -> SQL {
        let (indexed, others) = (conditions.indexed, conditions.others)
        guard !others.isEmpty else { return .filter(by: required + indexed) }
        let oldest: SQL = """
            op_time >= coalesce((
                SELECT op_time FROM audit_log\(fragment: .filter(by: within + indexed))\(fragment: Self.newestFirst)
                LIMIT 1 OFFSET \(AuditLogService.searchedEntries / share)), 0)
            """
        return .filter(by: required + indexed + [oldest] + others)
    }

    private static func keptTotal(_ scope: AuditScope) -> SQL {
        let sum: SQL = "SELECT CAST(coalesce(sum(entries), 0) AS BIGINT) AS total FROM audit_count"
        switch scope {
        case .everything: return sum
        case .everyProject: return "\(fragment: sum) WHERE project_id > 0"
        case .projects(let projects): return "\(fragment: sum) WHERE project_id IN \(list: projects)"
        }
    }
}
