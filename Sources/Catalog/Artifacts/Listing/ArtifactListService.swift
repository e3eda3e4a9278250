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
            let artifacts = try ArtifactListStore.page(
                filter, scope: scope, isLatestOnly: isLatestOnly, page: page, on: connection)
            let isLast = artifacts.count < page.limit && (!artifacts.isEmpty || page.offset == 0)
            let total =
                try isLast
                ? Int64(page.offset + artifacts.count)
                : ArtifactListStore.count(filter, scope: scope, isLatestOnly: isLatestOnly, on: connection)
            return Listed(elements: try Self.complete(artifacts, options, on: connection), total: total)
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
        let read: @Sendable (any SQLConnection) throws -> ArtifactView? = { connection in
            guard let found = try ArtifactListStore.find(reference, repositoryID: repositoryID, on: connection) else {
                return nil
            }
            return try Self.complete([found], options, on: connection).first
        }
        let found = try await database.snapshot(read)
        guard let found, !found.isDescribed else { return found }
        try await details.describe([found.id])
        return try await database.snapshot(read)
    }

    /// Adds what is asked for to artifacts, each kind with one statement.
    private static func complete(
        _ artifacts: [ArtifactView], _ options: ArtifactViewOptions, on connection: any SQLConnection
    ) throws -> [ArtifactView] {
        guard !artifacts.isEmpty else { return [] }
        let all = artifacts.map(\.id)
        let subjects = artifacts.filter(\.hasAccessories).map(\.id)
        let indices = artifacts.filter(\.isIndex).map(\.id)
        let tags = options.withTags ? try ArtifactListStore.tags(of: all, on: connection) : [:]
        let labels = options.withLabels ? try ArtifactListStore.labels(of: all, on: connection) : [:]
        let accessories =
            options.withAccessories && !subjects.isEmpty
            ? try ArtifactListStore.accessories(of: subjects, on: connection) : [:]
        let inherited =
            options.withInheritedAccessories
            ? try ArtifactListStore.inheritedSignatures(of: all, on: connection) : [:]
        let children = indices.isEmpty ? [:] : try ArtifactListStore.children(of: indices, on: connection)
        return artifacts.map { artifact in
            var artifact = artifact
            artifact.tags = tags[artifact.id] ?? []
            artifact.labels = labels[artifact.id] ?? []
            artifact.accessories = accessories[artifact.id] ?? []
            artifact.inheritedAccessories = inherited[artifact.id] ?? []
            artifact.references =
                artifact.storedReferences.map {
                    ReferenceView.decode($0, parentID: artifact.id, children: children[artifact.id] ?? [:])
                } ?? []
            return artifact
        }
    }
}
