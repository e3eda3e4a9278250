package import Access
package import Catalog
import HTTPServing
import Hummingbird
import OCI

/// Which permissions there are, and which the caller has.
package struct PermissionRoutes: Sendable {
    private let authorization: AuthorizationService
    private let projects: ProjectService

    package init(authorization: AuthorizationService, projects: ProjectService) {
        self.authorization = authorization
        self.projects = projects
    }

    /// `GET /permissions` and `GET /users/current/permissions`.
    package var routes: [ManagementRoute] {
        [
            .decided(
                .get, "/permissions", "getPermissions",
                by: "robot:create in the system, or in any project for the permissions of projects", handler: all),
            .signedIn(.get, "/users/current/permissions", "getCurrentUserPermissions", handler: own),
        ]
    }

    @Sendable private func all(_ request: ManagementRequest) async throws -> Response {
        if case .anonymous = request.caller { throw HTTPFailure.unauthenticated }
        let mayCreate = Permission("robot", "create")
        let seesSystem = try await authorization.allowsSystem(request.caller, mayCreate)
        if !seesSystem {
            let reach = try await authorization.reach(of: request.caller, permission: mayCreate)
            guard reach.isEverywhere || !reach.projects.isEmpty else { throw HTTPFailure.forbidden() }
        }
        return .json { writer in
            writer.object { writer in
                writer.member("system", array: seesSystem ? PermissionVocabulary.system : []) {
                    Self.write($1.resource, $1.action, to: &$0)
                }
                writer.member("project", array: PermissionVocabulary.project) {
                    Self.write($1.resource, $1.action, to: &$0)
                }
            }
        }
    }

    @Sendable private func own(_ request: ManagementRequest) async throws -> Response {
        var scope = request.query["scope"] ?? ""
        while scope.hasSuffix("/") { scope.removeLast() }
        let isRelative = try request.flag("relative", default: false)
        let held = try await permissions(of: request.caller, scope: scope)
        return .json { writer in
            writer.array(held) { writer, permission in
                // A project itself is the scope, and `.` seen from there.
                let isScope = permission.resource == "project" && scope != "/system"
                let name = isRelative ? permission.resource : "\(scope)/\(permission.resource)"
                Self.write(isScope ? (isRelative ? "." : scope) : name, permission.action, to: &writer)
            }
        }
    }

    private func permissions(of caller: Principal, scope: String) async throws -> [Permission] {
        var held: [Permission] = []
        if scope == "/system" {
            for permission in PermissionVocabulary.administrators
            where try await authorization.allowsSystem(caller, permission) {
                held.append(permission)
            }
        } else if scope.hasPrefix("/project/"), let id = Int64(scope.dropFirst("/project/".count)),
            let project = try await projects.find(id: id)
        {
            for permission in PermissionVocabulary.roles
            where try await authorization.allows(caller, permission, in: project.facts) {
                held.append(permission)
            }
        }
        return held
    }

    private static func write(_ resource: String, _ action: String, to writer: inout JSONWriter) {
        writer.object {
            $0.member("resource", resource)
            $0.member("action", action)
        }
    }
}
