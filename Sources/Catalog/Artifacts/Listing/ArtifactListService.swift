package import Listing
package import OCI
package import SQL

/// Lists artifacts with their tags, labels, accessories and references, and finds single ones.
///
/// A page takes the same few statements whatever its length and whatever is asked for.
package struct ArtifactListService: Sendable {
    let database: any Database
    private let details: ArtifactDetailsService

    package init(database: any Database, details: ArtifactDetailsService) {
        self.database = database
        self.details = details
    }

    /// One page of a list; throws `ListingError`.
    ///
    /// `isLatestOnly`: of each repository only the artifact that was pushed last.
    package func list(
        _ request: ListRequest, in scope: ArtifactScope, isLatestOnly: Bool = false,
        options: ArtifactViewOptions = ArtifactViewOptions()
    ) async throws -> Listed<ArtifactView> {
        let filter = try ArtifactFilter(request, dialect: database.dialect)
        let page = request.page
        let read: @Sendable (any SQLConnection) throws -> Listed<ArtifactView> = { connection in
            let found = try ArtifactListStore.page(
                filter, scope: scope, isLatestOnly: isLatestOnly, page: page, options: options, on: connection)
            let total =
                try page.total(found: found.count)
                ?? ArtifactListStore.count(filter, scope: scope, isLatestOnly: isLatestOnly, on: connection)
            let artifacts = Array(found.prefix(page.limit))
            var parts = ArtifactPartReads(of: artifacts, options)
            while let next = parts.next { try parts.read(next, on: connection) }
            return Listed(elements: parts.artifacts, total: total)
        }
        let listed = try await database.snapshot(read)
        let undescribed = listed.elements.filter { !$0.isDescribed }
        guard !undescribed.isEmpty else { return listed }
        try await details.describe(undescribed.map(\.id))
        return try await database.snapshot(read)
    }

    /// Finds an artifact by tag or digest; nil if the repository has none.
    package func find(
        _ reference: Reference, repositoryID: Int64, options: ArtifactViewOptions = ArtifactViewOptions()
    ) async throws -> ArtifactView? {
        let found = try await read(reference, repositoryID: repositoryID, options: options)
        guard let found, !found.isDescribed else { return found }
        try await details.describe([found.id])
        return try await read(reference, repositoryID: repositoryID, options: options)
    }

    /// Statement by statement, mostly two: a transaction around them would cost as much again, and keep nothing
    /// together that belongs together.
    private func read(
        _ reference: Reference, repositoryID: Int64, options: ArtifactViewOptions
    ) async throws -> ArtifactView? {
        let found = try await database.read { connection in
            try ArtifactListStore.find(reference, repositoryID: repositoryID, options: options, on: connection)
        }
        guard let found else { return nil }
        var parts = ArtifactPartReads(of: [found], options)
        while let next = parts.next {
            parts = try await database.read { [parts] connection in
                var parts = parts
                try parts.read(next, on: connection)
                return parts
            }
        }
        return parts.artifacts.first
    }
}
