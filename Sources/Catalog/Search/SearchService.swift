package import Access
package import Listing
package import SQL

/// Finds projects, repositories, tags, digests and labels among what somebody may see.
package struct SearchService: Sendable {
    private let database: any Database
    private let authorization: AuthorizationService

    package init(database: any Database, authorization: AuthorizationService) {
        self.database = database
        self.authorization = authorization
    }

    /// A page of the repositories whose whole name contains a text, by name, as Harbor's search shows them.
    package func repositories(_ text: String, page: Page, for principal: Principal) async throws -> [FoundRepository] {
        let reach = try await authorization.reach(of: principal, permission: .repositoryList)
        return try await database.snapshot { connection in
            let scope = try SearchScope(reach, text: text, on: connection)
            return try SearchStore.repositories(text, scope: scope, page: page, on: connection)
        }
    }

    /// A page of what of one kind fits a text, and how much that is; more than 1,000 finds are neither counted nor
    /// shown.
    package func search(
        _ kind: SearchKind, for text: String, page: Page, as principal: Principal
    ) async throws -> Listed<SearchResult> {
        let isSignedIn = if case .anonymous = principal { false } else { true }
        let reach = try await authorization.reach(of: principal, permission: kind.permission)
        return try await database.snapshot { connection in
            let dialect = connection.dialect
            func scope(_ text: String?) throws -> SearchScope { try SearchScope(reach, text: text, on: connection) }
            let statement: SQL =
                switch kind {
                case .project: SearchStore.projects(text, condition: reach.projectCondition)
                case .repository: SearchStore.repositories(text, scope: try scope(text))
                case .tag: SearchStore.tags(text, scope: try scope(nil))
                case .digest: SearchStore.digests(text, scope: try scope(nil))
                case .label:
                    SearchStore.labels(
                        text, condition: reach.wholeProjectCondition, includesGlobal: isSignedIn, dialect)
                }
            return try SearchStore.page(statement, page, on: connection) { try SearchResult(kind, row: $0) }
        }
    }
}

extension SearchKind {
    /// The right without which things of the kind stay hidden; nil: any right in their project.
    fileprivate var permission: Permission? {
        switch self {
        case .project: nil
        case .repository: .repositoryList
        case .tag: Permission("tag", "list")
        case .digest: Permission("artifact", "list")
        case .label: Permission("label", "list")
        }
    }
}

extension SearchResult {
    fileprivate init(_ kind: SearchKind, row: Row) throws {
        func text(_ column: String) throws -> String? {
            row.columns.names.contains(column) ? try row.optionalText(column) : nil
        }
        self.init(
            kind: kind, projectID: try row.optionalInt64("project_id"), projectName: try text("project"),
            isPublic: try row.optionalBool("is_public") ?? false, repositoryName: try text("repository"),
            tag: try text("tag"), digest: try text("digest"), label: kind == .label ? try Label(row: row) : nil)
    }
}
