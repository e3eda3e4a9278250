import SQL

extension AuditStore {
    /// Which of the conditions' paths the fewest entries lie on, as its number; nil if there is no path.
    ///
    /// Databases guess such things from statistics, which SQLite has none of and which tell nothing of how conditions go
    /// together. A look at the indices, as far as it matters, takes a few milliseconds.
    static func path(of conditions: AuditConditions, on connection: any SQLConnection) throws -> Int? {
        guard conditions.paths.count > 1 else { return conditions.paths.indices.first }
        let counts: [SQL] = conditions.paths.enumerated().map { number, path in
            """
            SELECT CAST(\(number) AS BIGINT) AS number, (SELECT count(*) FROM (
                SELECT 1 AS one FROM audit_log\(fragment: .filter(by: [path.condition] + conditions.moments))
                LIMIT \(AuditLogService.searchedByPath + 1)) AS part) AS entries
            """
        }
        return try connection.query("\(fragment: .joined(counts, separator: " UNION ALL ")) ORDER BY entries, number")
            .first?.int("number")
    }
}
