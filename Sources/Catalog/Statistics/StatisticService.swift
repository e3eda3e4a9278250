package import Access
package import SQL

/// Counts projects, repositories and bytes, as far as somebody may see them.
package struct StatisticService: Sendable {
    private let database: any Database
    private let authorization: AuthorizationService

    package init(database: any Database, authorization: AuthorizationService) {
        self.database = database
        self.authorization = authorization
    }

    /// The figures for `principal`.
    package func statistic(for principal: Principal) async throws -> Statistic {
        let reach = try await authorization.reach(of: principal, permission: nil)
        let filter = SQL.filter(by: ["NOT p.is_deleting"] + (reach.projectCondition.map { [$0] } ?? []))
        let isAdministrator = principal.isAdministrator
        return try await database.snapshot { connection in
            let rows = try connection.query(
                """
                SELECT p.is_public, count(*) AS projects, CAST(sum(
                    (SELECT count(*) FROM repository r WHERE r.project_id = p.id)) AS BIGINT) AS repositories
                FROM project p\(fragment: filter) GROUP BY p.is_public
                """)
            var (open, closed) = (Statistic.Count(), Statistic.Count())
            for row in rows {
                let count = Statistic.Count(
                    projects: try row.int64("projects"), repositories: try row.int64("repositories"))
                if try row.bool("is_public") { open = count } else { closed = count }
            }
            guard isAdministrator else { return Statistic(open: open, closed: closed, total: .init(), bytes: 0) }
            let bytes = try connection.query("SELECT CAST(coalesce(sum(size), 0) AS BIGINT) AS bytes FROM blob")[0]
            return Statistic(open: open, closed: closed, total: open + closed, bytes: try bytes.int64("bytes"))
        }
    }
}

/// Figures about a registry.
package struct Statistic: Sendable, Hashable {
    /// Projects and the repositories in them.
    package struct Count: Sendable, Hashable {
        package let projects: Int64
        package let repositories: Int64

        init(projects: Int64 = 0, repositories: Int64 = 0) {
            self.projects = projects
            self.repositories = repositories
        }

        static func + (left: Count, right: Count) -> Count {
            Count(projects: left.projects + right.projects, repositories: left.repositories + right.repositories)
        }
    }

    /// Public projects.
    package let open: Count
    /// Private projects.
    package let closed: Count
    /// All there are; for administrators only.
    package let total: Count
    /// The size of all blobs; for administrators only.
    package let bytes: Int64
}
