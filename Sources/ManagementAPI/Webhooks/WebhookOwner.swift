import Access
import Catalog
import HTTPTypes
import Hummingbird

/// Whose policies an operation is about: a project's, or those of the registry as a whole.
struct WebhookOwner: Sendable {
    /// 0: the registry.
    let id: Int64
    /// What trial messages name as the project.
    let name: String
    /// The project for questions about rights; nil: the registry.
    private let facts: ProjectFacts?

    static let registry = WebhookOwner(id: 0, name: "example")

    init(_ project: Project) {
        id = project.id
        name = project.name
        facts = project.facts
    }

    private init(id: Int64, name: String) {
        self.id = id
        self.name = name
        facts = nil
    }

    /// Whether somebody may change the policies, and so may know where messages go; throws `DatabaseError`.
    func letsChange(_ caller: Principal, by authorization: AuthorizationService) async throws -> Bool {
        let permission = Permission("notification-policy", "update")
        guard let facts else { return try await authorization.allowsSystem(caller, permission) }
        return try await authorization.allows(caller, permission, in: facts)
    }
}

/// An operation that projects have, in Harbor's words, and the registry as a whole has too.
struct WebhookOperation: Sendable {
    let method: HTTPRequest.Method
    /// Behind `/projects/{project_name_or_id}/webhook` and `/system/webhook`.
    let path: String
    /// The operation's identifier for a project.
    let name: String
    /// The same for the registry; nil: it hasn't the operation.
    let systemName: String?
    /// What right of `notification-policy` is asked for.
    let action: String
    /// What the audit log calls it.
    let audited: String?
    let handler: @Sendable (ManagementRequest, WebhookOwner) async throws -> Response

    init(
        _ method: HTTPRequest.Method, _ path: String, _ name: String, system systemName: String?, _ action: String,
        audited: String? = nil,
        handler: @escaping @Sendable (ManagementRequest, WebhookOwner) async throws -> Response
    ) {
        self.method = method
        self.path = path
        self.name = name
        self.systemName = systemName
        self.action = action
        self.audited = audited
        self.handler = handler
    }

    /// The route of a project, and that of the registry.
    var routes: [ManagementRoute] {
        let permission = Permission("notification-policy", action)
        let audit = audited.map { AuditedAction(operation: $0, resourceType: "webhook") }
        let handler = handler
        let project = ManagementRoute.project(
            method, "/projects/{project_name_or_id}/webhook\(path)", name, permission, audit: audit
        ) { try await handler($0, WebhookOwner($1)) }
        guard let systemName else { return [project] }
        let system = ManagementRoute.system(
            method, "/system/webhook\(path)", systemName, permission, audit: audit
        ) { try await handler($0, .registry) }
        return [project, system]
    }
}
