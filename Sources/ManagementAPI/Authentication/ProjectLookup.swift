import Access
import Catalog
import HTTPServing
import HTTPTypes
import HummingbirdCore

/// Finds the project that a request's path names.
struct ProjectLookup {
    let projects: ProjectService

    /// The project named by `project_name`, or by `project_name_or_id`: a number there is the project's number unless
    /// `X-Is-Resource-Name: true` says that it is a name.
    func project(of request: ManagementRequest) async throws -> Project? {
        let text = Self.nameOrID(of: request)
        guard text.utf8.count <= 255 else { return nil }
        let isName = request.request.headers[.isResourceName]?.lowercased() == "true"
        if !isName, request.parameter("project_name").isEmpty, let id = Int64(text) {
            return try await projects.find(id: id)
        }
        return try await projects.find(named: text)
    }

    /// The same; a missing project is told apart from a closed one only to administrators (404), others get 401 or 403.
    func visibleProject(of request: ManagementRequest) async throws -> Project {
        if let project = try await project(of: request) { return project }
        guard request.caller.isAdministrator else { throw HTTPFailure.refusal(of: request.caller) }
        throw HTTPFailure.notFound("project \(Self.nameOrID(of: request).prefix(255)) not found")
    }

    private static func nameOrID(of request: ManagementRequest) -> String {
        let name = request.parameter("project_name")
        return name.isEmpty ? request.parameter("project_name_or_id") : name
    }
}

extension HTTPField.Name {
    static let isResourceName = HTTPField.Name.constant("X-Is-Resource-Name")
}
