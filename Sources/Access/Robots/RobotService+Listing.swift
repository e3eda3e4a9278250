package import Listing
import SQL
import SystemConfiguration
import Time

/// The lists of robot accounts.
extension RobotService {
    private static let columns = ListColumns(
        [
            "id": .integer("r.id"), "description": .text("r.description"), "duration": .integer("r.duration"),
            "name": .text("CASE WHEN r.project_id IS NULL THEN r.name ELSE p.name || '+' || r.name END"),
            "disable": .boolean("r.is_disabled"), "disabled": .boolean("r.is_disabled"),
            "expires_at": .integer("r.expires_at"), "creation_time": .time("r.created_at"),
            "update_time": .time("r.updated_at"), "last_used_at": .time("r.last_used_at"),
            "creator_type": .text("r.creator_type"), "creator_ref": .integer("r.creator_ref"),
        ], ignored: ["visible", "editable"])

    /// A page of the robots of a project, or with nil of the system; throws `ListingError`.
    ///
    /// Beside the columns it knows the key `expires_soon`: whether an account ends within seven days.
    package func list(_ request: ListRequest, of projectID: Int64?) async throws -> Listed<RobotAccount> {
        let prefix = try await configuration.values().robotNamePrefix
        var conditions = try Self.columns.conditions(
            for: Self.withoutPrefix(prefix, request.removing("expires_soon").filters), dialect: database.dialect)
        conditions.append(projectID.map { "r.project_id = \($0)" } ?? "r.project_id IS NULL")
        if let asked = request.condition(on: "expires_soon") {
            conditions.append(try expiresSoon(asked))
        }
        let filter = SQL.filter(by: conditions)
        let order = Self.columns.order(by: request.sort, default: "r.created_at DESC", tieBreak: "r.id DESC")
        let page: SQL = "\(fragment: order) LIMIT \(request.page.limit) OFFSET \(request.page.offset)"
        let chosen: SQL = "\(fragment: RobotStore.accounts)\(fragment: filter)"
        return try await database.snapshot { connection in
            var elements = try connection.query(
                "SELECT \(fragment: RobotStore.columns) \(fragment: chosen)\(fragment: page)"
            ).map { try RobotAccount(row: $0, prefix: prefix) }
            let permissions = try RobotStore.permissions(
                of: "(SELECT r.id \(fragment: chosen)\(fragment: page))", on: connection)
            for index in elements.indices { elements[index].permissions = permissions[elements[index].id] ?? [] }
            let total = try connection.query("SELECT count(*) AS robots \(fragment: chosen)")[0].int64("robots")
            return Listed(elements: elements, total: total)
        }
    }

    /// The names of enabled robots that end within seven days, the first to end first, at most `limit`.
    package func expiringSoon(limit: Int) async throws -> [RobotAccount] {
        let prefix = try await configuration.values().robotNamePrefix
        let now = clock.now.seconds
        return try await database.read { connection in
            try connection.query(
                """
                SELECT \(fragment: RobotStore.columns) \(fragment: RobotStore.accounts)
                WHERE r.expires_at > \(now) AND r.expires_at <= \(now + RobotAccount.warningSeconds)
                    AND NOT r.is_disabled
                ORDER BY r.expires_at LIMIT \(limit)
                """
            ).map { try RobotAccount(row: $0, prefix: prefix) }
        }
    }

    private func expiresSoon(_ condition: FilterCondition) throws -> SQL {
        guard case .exact(let value) = condition, let isSoon = Bool(value.text) else {
            throw ListingError.wrongType(key: "expires_soon", expected: "true or false")
        }
        let now = clock.now.seconds
        let soon: SQL = "(r.expires_at > \(now) AND r.expires_at <= \(now + RobotAccount.warningSeconds))"
        return isSoon ? soon : "NOT \(fragment: soon)"
    }

    /// People filter by the name as they see it, prefix and all.
    private static func withoutPrefix(_ prefix: String, _ filters: [FilterTerm]) -> [FilterTerm] {
        filters.map { term in
            guard term.key.lowercased() == "name", !prefix.isEmpty else { return term }
            switch term.condition {
            case .fuzzy(let text) where text.hasPrefix(prefix) && text != prefix:
                return FilterTerm(key: term.key, condition: .fuzzy(String(text.dropFirst(prefix.count))))
            case .exact(let value) where value.text.hasPrefix(prefix):
                let name = FilterValue("\"\(value.text.dropFirst(prefix.count))\"")
                return FilterTerm(key: term.key, condition: .exact(name))
            default: return term
            }
        }
    }
}
