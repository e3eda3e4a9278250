package import Listing
package import OCI
import SQL

extension ArtifactListService {
    private static let tagColumns = ListColumns([
        "id": .integer("t.id"), "name": .text("t.name"), "push_time": .time("t.pushed_at"),
        "pull_time": .time("t.pulled_at"), "artifact_id": .integer("t.artifact_id"),
        "repository_id": .integer("t.repository_id"),
    ])
    private static let repositoryTagColumns = ListColumns([
        "id": .integer("t.id"), "name": .text("t.name"), "push_time": .time("t.pushed_at"),
        "pull_time": .time("t.pulled_at"), "artifact_id": .integer("t.artifact_id"),
        // Of the artifact only what is asked for is looked up, and then for each tag.
        "digest": .text("(SELECT x.digest FROM artifact x WHERE x.id = t.artifact_id)"),
        "type": .text("(SELECT x.type FROM artifact x WHERE x.id = t.artifact_id)"),
        "size": .integer("(SELECT x.total_size FROM artifact x WHERE x.id = t.artifact_id)"),
    ])
    private static let accessoryColumns = ListColumns([
        "id": .integer("x.id"), "artifact_id": .integer("x.id"), "digest": .text("x.digest"),
        "type": .text("x.accessory_type"), "size": .integer("x.total_size"), "creation_time": .time("x.pushed_at"),
        "subject_artifact_id": .integer("s.id"), "subject_artifact_digest": .text("s.digest"),
    ])

    /// The number of an artifact; nil if the repository has none of this tag or digest.
    package func number(of reference: Reference, repositoryID: Int64) async throws -> Int64? {
        try await database.read { try ArtifactStore.find(reference, repositoryID: repositoryID, on: $0)?.id }
    }

    /// One page of an artifact's tags; throws `ListingError`.
    package func tags(of artifactID: Int64, _ request: ListRequest) async throws -> Listed<TagView> {
        let conditions = try Self.tagColumns.conditions(for: request.filters, dialect: database.dialect)
        let order = Self.tagColumns.order(by: request.sort, default: "t.pushed_at DESC", tieBreak: "t.id DESC")
        let chosen: SQL = "FROM tag t\(fragment: .filter(by: ["t.artifact_id = \(artifactID)"] + conditions))"
        return try await page(request.page, of: TagView.columns, chosen, order: order) { try TagView(row: $0) }
    }

    /// One page of the tags of all artifacts of a repository; throws `ListingError`.
    package func tags(ofRepository id: Int64, _ request: ListRequest) async throws -> Listed<RepositoryTagView> {
        let conditions = try Self.repositoryTagColumns.conditions(for: request.filters, dialect: database.dialect)
        let order = Self.repositoryTagColumns.order(
            by: request.sort, default: "t.pushed_at DESC", tieBreak: "t.id DESC")
        let chosen: SQL = "FROM tag t\(fragment: .filter(by: ["t.repository_id = \(id)"] + conditions))"
        let page = request.page
        return try await database.snapshot { connection in
            let found = try connection.query(
                """
                SELECT \(fragment: RepositoryTagView.columns) FROM tag t JOIN artifact a ON a.id = t.artifact_id
                WHERE t.id IN (SELECT t.id \(fragment: chosen)\(fragment: order)
                    LIMIT \(page.limit + 1) OFFSET \(page.offset))\(fragment: order)
                """)
            let total =
                try page.total(found: found.count)
                ?? connection.query("SELECT count(*) AS elements \(fragment: chosen)")[0].int64("elements")
            return Listed(elements: try found.prefix(page.limit).map { try RepositoryTagView(row: $0) }, total: total)
        }
    }

    /// One page of an artifact's accessories; throws `ListingError`.
    package func accessories(of artifactID: Int64, _ request: ListRequest) async throws -> Listed<AccessoryView> {
        let conditions = try Self.accessoryColumns.conditions(for: request.filters, dialect: database.dialect)
        let order = Self.accessoryColumns.order(by: request.sort, default: "x.id", tieBreak: "x.id")
        let chosen: SQL = """
            FROM artifact s JOIN artifact x ON x.repository_id = s.repository_id AND x.accessory_subject = s.digest
            JOIN repository r ON r.id = s.repository_id
            \(fragment: .filter(by: ["s.id = \(artifactID)"] + conditions))
            """
        return try await page(request.page, of: AccessoryView.columns, chosen, order: order) {
            try AccessoryView(row: $0)
        }
    }

    private func page<Element: Sendable>(
        _ page: Page, of columns: SQL, _ chosen: SQL, order: SQL,
        _ element: @escaping @Sendable (Row) throws -> Element
    ) async throws -> Listed<Element> {
        try await database.snapshot { connection in
            let found = try connection.query(
                """
                SELECT \(fragment: columns) \(fragment: chosen)\(fragment: order)
                LIMIT \(page.limit + 1) OFFSET \(page.offset)
                """)
            let total =
                try page.total(found: found.count)
                ?? connection.query("SELECT count(*) AS elements \(fragment: chosen)")[0].int64("elements")
            return Listed(elements: try found.prefix(page.limit).map(element), total: total)
        }
    }
}
