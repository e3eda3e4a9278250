package import Access
package import Catalog
package import HTTPTypes
package import Hummingbird
package import OCI

/// One operation of the management API: its method and path, who may call it, and what it does.
///
/// There is no way to make one without saying who may call it.
package struct ManagementRoute: Sendable {
    /// What a handler gets to see once the caller was found to have the right.
    enum Handler: Sendable {
        case request(@Sendable (ManagementRequest) async throws -> Response)
        case project(@Sendable (ManagementRequest, Project) async throws -> Response)
        case repository(@Sendable (ManagementRequest, Project, RepositoryRecord) async throws -> Response)
        case repositoryName(@Sendable (ManagementRequest, Project, RepositoryName) async throws -> Response)
    }

    package let method: HTTPRequest.Method
    package let path: RoutePath
    /// The operation's identifier in the API's description.
    package let operation: String
    package let permission: RoutePermission
    /// What the audit log calls the operation; nil: it isn't recorded.
    package let audit: AuditedAction?
    /// Whether it works while the registry is read-only.
    package let isAllowedWhenReadOnly: Bool
    let handler: Handler

    private init(
        _ method: HTTPRequest.Method, _ path: String, _ operation: String, _ permission: RoutePermission,
        _ audit: AuditedAction?, _ isAllowedWhenReadOnly: Bool, _ handler: Handler
    ) {
        self.method = method
        self.path = RoutePath(path)
        self.operation = operation
        self.permission = permission
        self.audit = audit
        self.isAllowedWhenReadOnly = isAllowedWhenReadOnly || method == .get
        self.handler = handler
    }

    /// A route for anybody.
    package static func open(
        _ method: HTTPRequest.Method, _ path: String, _ operation: String, audit: AuditedAction? = nil,
        isAllowedWhenReadOnly: Bool = false, handler: @escaping @Sendable (ManagementRequest) async throws -> Response
    ) -> ManagementRoute {
        ManagementRoute(method, path, operation, .open, audit, isAllowedWhenReadOnly, .request(handler))
    }

    /// A route for whoever is signed in.
    package static func signedIn(
        _ method: HTTPRequest.Method, _ path: String, _ operation: String, audit: AuditedAction? = nil,
        isAllowedWhenReadOnly: Bool = false, handler: @escaping @Sendable (ManagementRequest) async throws -> Response
    ) -> ManagementRoute {
        ManagementRoute(method, path, operation, .signedIn, audit, isAllowedWhenReadOnly, .request(handler))
    }

    /// A route for whoever has a right in the whole registry.
    package static func system(
        _ method: HTTPRequest.Method, _ path: String, _ operation: String, _ permission: Permission,
        audit: AuditedAction? = nil, isAllowedWhenReadOnly: Bool = false,
        handler: @escaping @Sendable (ManagementRequest) async throws -> Response
    ) -> ManagementRoute {
        ManagementRoute(method, path, operation, .system(permission), audit, isAllowedWhenReadOnly, .request(handler))
    }

    /// A route for whoever has a right in the project that the path names as `project_name` or `project_name_or_id`.
    package static func project(
        _ method: HTTPRequest.Method, _ path: String, _ operation: String, _ permission: Permission,
        audit: AuditedAction? = nil,
        handler: @escaping @Sendable (ManagementRequest, Project) async throws -> Response
    ) -> ManagementRoute {
        ManagementRoute(method, path, operation, .project(permission), audit, false, .project(handler))
    }

    /// A route for whoever has a right on the repository that the path names as `project_name` and `repository_name`.
    package static func repository(
        _ method: HTTPRequest.Method, _ path: String, _ operation: String, _ permission: Permission,
        audit: AuditedAction? = nil,
        handler: @escaping @Sendable (ManagementRequest, Project, RepositoryRecord) async throws -> Response
    ) -> ManagementRoute {
        ManagementRoute(method, path, operation, .repository(permission), audit, false, .repository(handler))
    }

    /// A route as `repository`, for operations that may make the repository.
    package static func repositoryName(
        _ method: HTTPRequest.Method, _ path: String, _ operation: String, _ permission: Permission,
        audit: AuditedAction? = nil,
        handler: @escaping @Sendable (ManagementRequest, Project, RepositoryName) async throws -> Response
    ) -> ManagementRoute {
        ManagementRoute(method, path, operation, .repository(permission), audit, false, .repositoryName(handler))
    }

    /// A route whose handler looks at the caller itself; `reason` says by what it decides.
    package static func decided(
        _ method: HTTPRequest.Method, _ path: String, _ operation: String, by reason: String,
        audit: AuditedAction? = nil, isAllowedWhenReadOnly: Bool = false,
        handler: @escaping @Sendable (ManagementRequest) async throws -> Response
    ) -> ManagementRoute {
        ManagementRoute(
            method, path, operation, .decided(by: reason), audit, isAllowedWhenReadOnly, .request(handler))
    }
}

/// What the audit log calls an operation, in Harbor's words.
package struct AuditedAction: Sendable, Hashable {
    /// Such as `create`, `update` or `delete`.
    package let operation: String
    /// Such as `user` or `robot`.
    package let resourceType: String

    package init(operation: String, resourceType: String) {
        self.operation = operation
        self.resourceType = resourceType
    }
}
