package import Catalog
import HTTPServing
import HTTPTypes
import Hummingbird
import Listing
import OCI

/// Harbor's resource `search`, and beyond it a search for one kind of thing at a time.
package struct SearchRoutes: Sendable {
    private let search: SearchService
    private let lists: ProjectListService

    package init(search: SearchService, lists: ProjectListService) {
        self.search = search
        self.lists = lists
    }

    /// The routes.
    package var routes: [ManagementRoute] {
        [
            .decided(.get, "/search", "search", by: "finds among what the caller may see") { try await both($0) },
            .decided(.get, "/search/all", "searchAll", by: "finds among what the caller may see") {
                try await all($0)
            },
        ]
    }

    /// Projects and repositories, as Harbor; a page of each.
    private func both(_ request: ManagementRequest) async throws -> Response {
        guard request.query["q"] != nil else { throw HTTPFailure.unprocessable("q in query is required") }
        let text = try request.queryText("q") ?? ""
        let page = try page(of: request, size: 100)
        let filters = text.isEmpty ? [] : [FilterTerm(key: "name", condition: .fuzzy(text))]
        let projects = try await lists.list(ListRequest(filters: filters, page: page), for: request.caller)
        let repositories = try await search.repositories(text, page: page, for: request.caller)
        return .json { writer in
            writer.object { writer in
                writer.member("project", array: projects.elements) { $0.project($1) }
                writer.member("repository", array: repositories) { $0.found($1) }
            }
        }
    }

    /// One kind of thing.
    private func all(_ request: ManagementRequest) async throws -> Response {
        guard let text = try request.queryText("q") else { throw HTTPFailure.unprocessable("q in query is required") }
        guard let kind = request.query["kind"].flatMap(SearchKind.init(rawValue:)) else {
            let kinds = SearchKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw HTTPFailure.unprocessable("kind in query is required: one of \(kinds)")
        }
        let page = try page(of: request, size: 10)
        let found = try await search.search(kind, for: text, page: page, as: request.caller)
        return try .list(found.elements, page: page, total: found.total, request: request) { $0.found($1) }
    }

    /// The page asked for; `q` is the text here and no query in Harbor's grammar.
    private func page(of request: ManagementRequest, size: Int64) throws -> Page {
        try Page(
            number: try request.queryInteger("page") ?? 1, size: try request.queryInteger("page_size") ?? size)
    }
}

extension JSONWriter {
    /// Writes a repository in the form of Harbor's search (`SearchRepository`).
    fileprivate mutating func found(_ repository: FoundRepository) {
        object { writer in
            writer.member("project_id", repository.projectID)
            writer.member("project_name", repository.projectName)
            writer.member("project_public", repository.isPublic)
            writer.member("repository_name", repository.name)
            writer.member("pull_count", repository.pullCount)
            writer.member("artifact_count", repository.artifactCount)
        }
    }

    fileprivate mutating func found(_ result: SearchResult) {
        object { writer in
            writer.member("kind", result.kind.rawValue)
            writer.memberIfPresent("project_id", result.projectID)
            writer.memberIfPresent("project_name", result.projectName)
            writer.member("project_public", result.isPublic)
            writer.memberIfPresent("repository_name", result.repositoryName)
            writer.memberIfPresent("tag", result.tag)
            writer.memberIfPresent("digest", result.digest)
            guard let label = result.label else { return }
            writer.name("label")
            writer.label(label)
        }
    }
}
