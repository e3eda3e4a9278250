import Access
import Catalog
package import HTTPServing
import HTTPTypes
package import Hummingbird
import Identity
import Logging
import OCI

/// Answers the routes of the management API; paths that it doesn't know below `/api/v2.0` are not found, others go on.
///
/// Nobody learns from an answer whether a project exists that they may not see: a project that is missing is refused
/// as one that is closed. Only administrators are told the difference.
package struct ManagementMiddleware: RouterMiddleware {
    package typealias Context = RegistryRequestContext

    private static let longestPath = 8192
    private let table: RouteTable
    private let access: ManagementAccess

    package init(table: RouteTable, access: ManagementAccess) {
        self.table = table
        self.access = access
    }

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let path = context.exchange.path
        guard path.hasPrefix("/api/") || path.hasPrefix("/c/") else { return try await next(request, context) }
        let found: RouteTable.Match =
            path.utf8.count <= Self.longestPath ? table.match(request.method, path: path[...]) : .nothing
        switch found {
        case .nothing:
            guard path.hasPrefix(RoutePath.base + "/") else { return try await next(request, context) }
            return HTTPFailure.notFound("there is no such path in the API: see /api/v2.0/openapi.json").response()
        case .otherMethods(let methods):
            return await withToken(HTTPFailure.methodNotAllowed(methods).response(), request, context)
        case .route(let route, let parameters):
            context.exchange.endpoint = route.path.description
            return await withToken(respond(to: request, context, route, parameters), request, context)
        }
    }

    private func respond(
        to sent: Request, _ context: Context, _ route: ManagementRoute, _ parameters: [String: String]
    ) async -> Response {
        let note = AuditNote()
        var caller = Principal.anonymous
        let response: Response
        do {
            let sender = try await access.signIn.sender(of: sent, context: context, route: route)
            caller = sender.principal
            context.exchange.principal = caller.name.isEmpty ? nil : caller.name
            let request = ManagementRequest(
                request: sent, context: context, parameters: parameters, sender: sender, audit: note)
            response = try await run(route, request)
        } catch {
            response = failure(for: error, context: context).response()
        }
        if let action = route.audit {
            let last = route.path.parameterNames.last.flatMap { parameters[$0] }
            access.record(action, note, caller, response.status, named: last ?? "")
        }
        return response
    }

    /// Adds what a browser needs for its next request.
    private func withToken(_ response: Response, _ request: Request, _ context: Context) async -> Response {
        var response = response
        do {
            try await access.signIn.addForgeryToken(to: &response, answering: request, context: context)
            return response
        } catch { return failure(for: error, context: context).response() }
    }

    private func run(_ route: ManagementRoute, _ request: ManagementRequest) async throws -> Response {
        try await access.checkReadOnly(route)
        switch route.handler {
        case .request(let handler):
            try await access.check(route.permission, of: request)
            return try await handler(request)
        case .project(let handler):
            let project = try await access.project(of: request, route.permission)
            return try await handler(request, project)
        case .repository(let handler):
            let (project, repository) = try await access.repository(of: request, route.permission)
            return try await handler(request, project, repository)
        case .repositoryName(let handler):
            let (project, name) = try await access.repositoryName(of: request, route.permission)
            return try await handler(request, project, name)
        }
    }

    private func failure(for error: any Error, context: Context) -> HTTPFailure {
        if let failure = error as? HTTPFailure { return failure }
        if let error = error as? any ManagementFailure { return error.httpFailure }
        let failure = access.translate(error) ?? .internalError
        if failure.status.code >= 500 {
            context.logger.error(
                "request failed", metadata: ["request_id": "\(context.exchange.requestID)", "error": "\(error)"])
        }
        return failure
    }
}
