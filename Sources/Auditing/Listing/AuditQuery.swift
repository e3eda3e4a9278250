import Listing
package import SQL

/// The statements behind a page of the audit log.
package struct AuditQuery: Sendable {
    static let selected: SQL =
        "id, op_time, username, operation, resource_type, resource, description, is_success"
    static let newestFirst: SQL = " ORDER BY op_time DESC, id DESC"
    private static let looked: SQL =
        "id, op_time, username, operation, resource_type, resource, description, is_success, project_id"

    private let order: SQL
    private let pageOfList: Page
    /// WHERE clauses that together give the entries to go through, each along one index.
    private let ways: [SQL]
    /// What the entries met there have to satisfy; then only the newest of them are looked at.
    private let checked: [SQL]
    /// How many of them.
    private let searched: Int

    /// Makes the statements; `path` is the number of the one of `conditions.paths` along which the log is gone through.
    init(_ conditions: AuditConditions, scope: AuditScope, path: Int?, sort: [SortKey], page: Page) {
        let required = conditions.moments + scope.required
        let alternatives = path.map { conditions.paths[$0].alternatives } ?? []
        ways =
            alternatives.isEmpty
            ? [.filter(by: required)] : alternatives.map { .filter(by: required + [$0]) }
        let otherPaths = conditions.paths.enumerated().filter { $0.offset != path }.map(\.element.condition)
        checked = otherPaths + conditions.others
        searched = path == nil ? AuditLogService.searchedByTime : AuditLogService.searchedByPath
        order = Self.order(sort, hasConditions: path != nil || !conditions.moments.isEmpty)
        pageOfList = page
    }

    /// Whether the page's statement tells the total, too, as `total`.
    package var isTotalInPage: Bool { !checked.isEmpty }

    /// Reads the page.
    package var page: SQL {
        let (limit, offset) = (pageOfList.limit, pageOfList.offset)
        let part: SQL = "\(fragment: order) LIMIT \(limit) OFFSET \(offset)"
        let columns = Self.selected
        if isTotalInPage {
            return """
                WITH found AS MATERIALIZED (\(fragment: found))
                SELECT \(fragment: columns), (SELECT count(*) FROM found) AS total FROM audit_log
                WHERE id IN (SELECT id FROM found\(fragment: part))\(fragment: order)
                """
        }
        if ways.count == 1, offset == 0 {
            return "SELECT \(fragment: columns) FROM audit_log\(fragment: ways[0])\(fragment: part)"
        }
        // What is passed over isn't fetched: the index alone tells where the page begins.
        let reach: SQL = "\(fragment: order) LIMIT \(limit + offset)"
        let parts: [SQL] =
            ways.count == 1
            ? ["SELECT id, op_time FROM audit_log\(fragment: ways[0])"]
            : ways.map {
                "SELECT * FROM (SELECT id, op_time FROM audit_log\(fragment: $0)\(fragment: reach)) AS part"
            }
        let together: SQL = .joined(parts, separator: " UNION ALL ")
        return """
            SELECT \(fragment: columns) FROM audit_log
            WHERE id IN (SELECT id FROM (\(fragment: together)) AS reached\(fragment: part))\(fragment: order)
            """
    }

    /// Reads how many entries the list has, as `total`, up to `AuditLogService.countedTotal` for each way.
    package var total: SQL {
        if isTotalInPage { return "SELECT count(*) AS total FROM (\(fragment: found)) AS found" }
        let parts: [SQL] = ways.map { way in
            """
            SELECT * FROM (
                SELECT 1 AS one FROM audit_log\(fragment: way) LIMIT \(AuditLogService.countedTotal)) AS part
            """
        }
        return "SELECT count(*) AS total FROM (\(fragment: .joined(parts, separator: " UNION ALL "))) AS counted"
    }

    /// The entries that satisfy what has no index, among the newest ones of each way.
    private var found: SQL {
        let share = searched / ways.count
        let parts: [SQL] = ways.map { way in
            """
            SELECT id, op_time FROM (
                SELECT \(fragment: Self.looked) FROM audit_log\(fragment: way)\(fragment: Self.newestFirst)
                LIMIT \(share)) AS newest\(fragment: .filter(by: checked))
            """
        }
        return .joined(parts, separator: " UNION ALL ")
    }

    /// By time, or by number where all are listed: the indices of conditions are in the order of time.
    private static func order(_ sort: [SortKey], hasConditions: Bool) -> SQL {
        let key = sort.first { ["op_time", "creation_time", "OpTime", "id", "ID"].contains($0.key) }
        let isByNumber = key?.key.lowercased() == "id" && !hasConditions
        switch (isByNumber, key?.isDescending ?? true) {
        case (true, true): return " ORDER BY id DESC"
        case (true, false): return " ORDER BY id"
        case (false, true): return newestFirst
        case (false, false): return " ORDER BY op_time, id"
        }
    }
}
