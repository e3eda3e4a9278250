import Access
import HTTPServing
import HTTPTypes
import Hummingbird
import OCI

/// Answers the operations of features that are still to come, after the same questions about the caller's rights that
/// they will ask: so no client meets a 404 where Harbor has something, and nobody learns more than they may.
package struct LaterFeatureRoutes: Sendable {
    /// An operation that isn't there yet.
    struct Operation: Sendable {
        let method: HTTPRequest.Method
        let path: String
        let name: String
        let permission: RoutePermission
        /// Whether the operation lists things of which there are none, so that an empty list is the truth.
        let isEmptyList: Bool

        init(
            _ method: HTTPRequest.Method, _ path: String, _ name: String, _ permission: RoutePermission,
            isEmptyList: Bool = false
        ) {
            self.method = method
            self.path = path
            self.name = name
            self.permission = permission
            self.isEmptyList = isEmptyList
        }
    }

    /// Makes the routes.
    package init() {}

    /// An operation each for everything in the table.
    package var routes: [ManagementRoute] {
        let features: [(name: String, operations: [Operation])] = [
            ("signing in with LDAP or OpenID Connect", Self.directories), ("scanning", Self.scanning),
            ("preheating", Self.preheating), ("replication", Self.replication),
        ]
        return features.flatMap { feature in
            feature.operations.map { Self.route($0, feature: feature.name) }
        }
    }

    private static func route(_ operation: Operation, feature: String) -> ManagementRoute {
        let (method, path, name) = (operation.method, operation.path, operation.name)
        let answer = { @Sendable (request: ManagementRequest) throws -> Response in
            guard operation.isEmptyList else {
                throw HTTPFailure.notImplemented("\(feature) is not part of this version of the registry")
            }
            return try .list([String](), total: 0, request: request) { $0.string($1) }
        }
        switch operation.permission {
        case .system(let permission): return .system(method, path, name, permission) { try answer($0) }
        case .project(let permission):
            return .project(method, path, name, permission) { request, _ in try answer(request) }
        case .repository(let permission):
            return .repository(method, path, name, permission) { request, _, _ in try answer(request) }
        case .open, .signedIn: return .signedIn(method, path, name) { try answer($0) }
        case .decided(let reason):
            return .decided(method, path, name, by: reason) { request in
                if case .anonymous = request.caller { throw HTTPFailure.unauthenticated }
                return try answer(request)
            }
        }
    }
}
