package import Listing
package import SQL

/// The statements behind a page of the audit log.
package struct AuditQuery: Sendable {
    private static let columns = ListColumns([
        "id": .integer("id"), "op_time": .time("op_time"), "creation_time": .time("op_time"),
        "username": .text("username"), "operation": .text("operation"), "resource": .text("resource"),
        "resource_type": .text("resource_type"), "operation_description": .text("description"),
        "operation_result": .boolean("is_success"), "project_id": .integer("project_id"),
    ])
    private static let selected: SQL =
        "id, op_time, username, operation, resource_type, resource, description, is_success"
    /// From so many projects on, going through the log by time finds a page sooner than going through each.
    private static let severalProjects = 50

    /// Reads the page.
    package let page: SQL
    /// Reads how many entries the list has, as `total`.
    package let total: SQL

    /// Makes the statements; throws `ListingError`.
    package init(_ request: ListRequest, scope: AuditScope, dialect: Dialect) throws(ListingError) {
        let exact = try Self.columns.conditions(for: request.filters.filter(Self.isIndexed), dialect: dialect)
        let others = try Self.columns.conditions(
            for: request.filters.filter { !Self.isIndexed($0) }, dialect: dialect)
        let order = Self.order(request.sort)
        let (part, reach): (SQL, Int) = (
            "LIMIT \(request.page.limit) OFFSET \(request.page.offset)", request.page.offset + request.page.limit
        )
        guard others.isEmpty else {
            // The newest entries first, then the expensive conditions on those alone.
            let newest = Self.rows(
                scope, exact, order: Self.newestFirst, reach: AuditLogService.searchedEntries,
                part: "LIMIT \(AuditLogService.searchedEntries)")
            let matching: SQL = "FROM (\(fragment: newest)) AS newest\(fragment: .filter(by: others))"
            page = "SELECT \(fragment: Self.selected) \(fragment: matching)\(fragment: order) \(fragment: part)"
            total = "SELECT count(*) AS total \(fragment: matching)"
            return
        }
        page = Self.rows(scope, exact, order: order, reach: reach, part: part)
        total = exact.isEmpty ? Self.keptTotal(scope) : Self.countedTotal(scope, exact)
    }

    /// Whether an index finds the entries that satisfy a condition.
    private static func isIndexed(_ term: FilterTerm) -> Bool {
        if case .fuzzy = term.condition { return false }
        let key = term.key.lowercased()
        return !key.hasPrefix("operation_") && !key.hasPrefix("operationd") && !key.hasPrefix("operationr")
    }

    private static let newestFirst: SQL = " ORDER BY op_time DESC, id DESC"

    private static func order(_ sort: [SortKey]) -> SQL {
        let key = sort.first { ["op_time", "creation_time", "OpTime", "id", "ID"].contains($0.key) }
        guard let key, !key.isDescending else {
            return key?.key.lowercased() == "id" ? " ORDER BY id DESC" : newestFirst
        }
        return key.key.lowercased() == "id" ? " ORDER BY id" : " ORDER BY op_time, id"
    }

    /// A part of a scope's entries that satisfy conditions, in an order; it ends with the entry number `reach`.
    private static func rows(_ scope: AuditScope, _ conditions: [SQL], order: SQL, reach: Int, part: SQL) -> SQL {
        func rows(_ more: [SQL], part: SQL) -> SQL {
            """
            SELECT \(fragment: selected) FROM audit_log\(fragment: .filter(by: more + conditions))\(fragment: order)
            \(fragment: part)
            """
        }
        switch scope {
        case .everything: return rows([], part: part)
        case .projects(let projects) where projects.count == 1: return rows(["project_id = \(projects[0])"], part: part)
        case .projects(let projects) where projects.count <= severalProjects:
            // Each project's entries come from its index; together they are few.
            let parts: [SQL] = projects.map { project in
                "SELECT * FROM (\(fragment: rows(["project_id = \(project)"], part: "LIMIT \(reach)"))) AS part"
            }
            let together: SQL = .joined(parts, separator: " UNION ALL ")
            return "SELECT * FROM (\(fragment: together)) AS reached\(fragment: order) \(fragment: part)"
        case .projects(let projects): return rows(["project_id IN \(list: projects)"], part: part)
        }
    }

    private static func keptTotal(_ scope: AuditScope) -> SQL {
        let sum: SQL = "SELECT CAST(coalesce(sum(entries), 0) AS BIGINT) AS total FROM audit_count"
        switch scope {
        case .everything: return sum
        case .projects(let projects): return "\(fragment: sum) WHERE project_id IN \(list: projects)"
        }
    }

    private static func countedTotal(_ scope: AuditScope, _ conditions: [SQL]) -> SQL {
        var all = conditions
        if case .projects(let projects) = scope { all.insert("project_id IN \(list: projects)", at: 0) }
        return """
            SELECT count(*) AS total FROM (
                SELECT 1 AS one FROM audit_log\(fragment: .filter(by: all)) LIMIT \(AuditLogService.countedTotal)
            ) AS counted
            """
    }
}
