package import Catalog
import SQL
import SystemConfiguration
import Time

extension QuotaService {
    /// How projects get their limits, and tell of them.
    package var projectStorage: ProjectStorage {
        let (configuration, clock) = (configuration, clock)
        return ProjectStorage(
            begin: { projectID, limit, connection in
                let number = try limit ?? configuration.values(on: connection).storagePerProject
                try QuotaStore.setLimit(
                    StorageLimit(min(number, StorageLimit.maximum)), projectID: projectID, now: clock.now,
                    on: connection)
            },
            change: { projectID, limit, connection in
                try QuotaStore.setLimit(StorageLimit(limit), projectID: projectID, now: clock.now, on: connection)
            },
            use: { projectID in
                try await quota(projectID: projectID).map { .init(limit: $0.limit.number, used: $0.used) }
            })
    }
}
