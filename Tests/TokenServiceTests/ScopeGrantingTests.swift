import Access
import Catalog
import Identity
import RegistryTesting
import SQL
import Testing
import TokenService

/// A token gets what is asked for, as far as it is allowed.
@Suite struct ScopeGrantingTests {
    private func actions(
        _ scope: String, of principal: Principal, _ registry: RegistryFixture
    ) async throws -> [String] {
        let granting = ScopeGranting(
            authorization: registry.authorization, projects: registry.projects, repositories: registry.repositories)
        let granted = try await granting.grant(TokenScope.parse([scope]), to: principal)
        let asked = try #require(TokenScope(scope))
        #expect(granted.count == 1 && granted[0].type == asked.type && granted[0].name == asked.name)
        return granted[0].actions
    }

    @Test(arguments: DatabaseKind.allCases)
    func askedAndAllowed(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let administrator = try await registry.makeUser("root", isAdministrator: true)
            let hidden = try await registry.makeProject("hidden")
            try await registry.makeProject("open", isPublic: true)
            var people: [String: Principal] = ["nobody": .anonymous, "admin": .user(administrator)]
            for role in ProjectRole.allCases {
                let user = try await registry.makeUser(role.name)
                try await registry.members.add(user, to: hidden.facts, role: role)
                people[role.name] = .user(user)
            }
            let all = ["pull", "push", "delete"]
            let cases: [(String, String, [String], String)] = [
                ("nobody", "repository:open/app:pull,push", ["pull"], "a visitor of a public project"),
                ("nobody", "repository:hidden/app:pull", [], "and of a private one"),
                ("guest", "repository:hidden/app:pull,push,delete", ["pull"], "guests pull"),
                ("limitedGuest", "repository:hidden/app:*", ["pull"], "a star asks for all that is allowed"),
                ("developer", "repository:hidden/app:*", ["pull", "push"], "developers push"),
                ("developer", "repository:hidden/app:push", ["push"], "no more than was asked"),
                ("developer", "repository:open/app:push", [], "only where they are members"),
                ("maintainer", "repository:hidden/app:*", all, "maintainers delete"),
                ("projectAdmin", "repository:hidden/app:delete,pull,pull", ["pull", "delete"], "each once"),
                ("admin", "repository:hidden/app:*", all, "administrators"),
                ("admin", "repository:missing/app:pull", ["pull"], "learn from the registry that it is missing"),
                ("guest", "repository:missing/app:pull", [], "others learn nothing"),
                ("guest", "repository:hidden:pull", [], "no repository's name"),
                ("guest", "repository:hidden/../hidden/app:pull", [], "dots"),
                ("admin", "repository:hidden/app:fly", [], "an unknown action"),
                ("admin", "registry:catalog:*", ["*"], "the catalog is for administrators"),
                ("projectAdmin", "registry:catalog:*", [], "and for nobody else"),
                ("admin", "registry:other:*", [], "another resource of the registry"),
                ("admin", "artifact:hidden/app:pull", [], "an unknown type"),
            ]
            for (who, scope, expected, reason) in cases {
                let principal = try #require(people[who])
                #expect(try await actions(scope, of: principal, registry) == expected, "\(who): \(reason)")
            }
            let scope = TokenScope(type: "repository", name: "hidden/app", actions: ["pull"])
            let granting = ScopeGranting(
                authorization: registry.authorization, projects: registry.projects, repositories: registry.repositories)
            let access = try await granting.grant([scope], to: .user(administrator))
            #expect(access[0].project == hidden.id, "a project made again under the name refuses the token")
        }
    }
}
