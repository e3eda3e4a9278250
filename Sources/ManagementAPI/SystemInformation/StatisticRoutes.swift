import Access
package import Catalog
import HTTPServing
import HTTPTypes
import Hummingbird
import OCI

/// Harbor's resource `statistic`.
package struct StatisticRoutes: Sendable {
    private let statistics: StatisticService

    package init(statistics: StatisticService) {
        self.statistics = statistics
    }

    /// The routes.
    package var routes: [ManagementRoute] {
        [
            .signedIn(.get, "/statistics", "getStatistic") { request in
                let found = try await statistics.statistic(for: request.caller)
                return .json { writer in
                    writer.object { writer in
                        writer.member("private_project_count", found.closed.projects)
                        writer.member("private_repo_count", found.closed.repositories)
                        writer.member("public_project_count", found.open.projects)
                        writer.member("public_repo_count", found.open.repositories)
                        writer.member("total_project_count", found.total.projects)
                        writer.member("total_repo_count", found.total.repositories)
                        writer.member("total_storage_consumption", found.bytes)
                    }
                }
            }
        ]
    }
}
