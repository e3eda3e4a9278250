package import Access
package import Catalog
import OCI

/// Decides which of the asked rights a token gets.
package struct ScopeGranting: Sendable {
    private let authorization: AuthorizationService
    private let projects: ProjectService
    private let repositories: RepositoryDirectory

    package init(authorization: AuthorizationService, projects: ProjectService, repositories: RepositoryDirectory) {
        self.authorization = authorization
        self.projects = projects
        self.repositories = repositories
    }

    /// What of `scopes` somebody may have; a scope of which nothing is allowed stays with no action, as clients expect.
    package func grant(_ scopes: [TokenScope], to principal: Principal) async throws -> [RegistryToken.Access] {
        var granted: [RegistryToken.Access] = []
        for scope in scopes {
            switch scope.type {
            case "repository": granted.append(try await repository(scope, principal))
            case "registry":
                let mayList = try await authorization.allowsSystem(principal, .catalogRead)
                let isAllowed = scope.name == "catalog" && mayList
                granted.append(.init(type: scope.type, name: scope.name, actions: isAllowed ? ["*"] : []))
            default: granted.append(.init(type: scope.type, name: scope.name, actions: []))
            }
        }
        return granted
    }

    private func repository(_ scope: TokenScope, _ principal: Principal) async throws -> RegistryToken.Access {
        let nothing = RegistryToken.Access(type: scope.type, name: scope.name, actions: [])
        guard let name = try? RepositoryName(scope.name) else { return nothing }
        let asked = Self.actions(scope.actions)
        guard let project = try await projects.find(named: name.project) else {
            // An administrator learns from the registry itself that the project is missing.
            guard principal.isAdministrator else { return nothing }
            return .init(type: scope.type, name: scope.name, actions: asked)
        }
        // The token names what was asked for; rights hang on what that is called now.
        let current = try await repositories.currentName(of: name, in: project)
        var allowed: [String] = []
        for action in asked {
            guard let permission = Self.permissions[action] else { continue }
            if try await authorization.allows(principal, permission, in: project.facts, repository: current) {
                allowed.append(action)
            }
        }
        return .init(type: scope.type, name: scope.name, actions: allowed, project: project.id)
    }

    private static let permissions: [String: Permission] = [
        "pull": .repositoryPull, "push": .repositoryPush, "delete": .artifactDelete,
    ]

    /// The actions asked for, each once; `*` asks for all there are.
    private static func actions(_ asked: [String]) -> [String] {
        ["pull", "push", "delete"].filter { asked.contains($0) || asked.contains("*") }
    }
}
