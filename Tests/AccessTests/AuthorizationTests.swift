import Access
import Catalog
import Identity
import RegistryTesting
import SQL
import Testing

/// Who may do what, by what is in the database at this moment.
@Suite struct AuthorizationTests {
    private static let all = RoleMatrix.harbor.permissions.values.reduce(RoleMatrix.harbor.visitor) { $0.union($1) }

    /// Everything that somebody may do in a project.
    private func rights(
        of principal: Principal, in project: Project, _ registry: RegistryFixture
    ) async throws -> Set<Permission> {
        var allowed: Set<Permission> = []
        for permission in Self.all {
            if try await registry.authorization.allows(principal, permission, in: project.facts) {
                allowed.insert(permission)
            }
        }
        return allowed
    }

    @Test(arguments: DatabaseKind.allCases)
    func membersHaveTheirRolesRights(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let hidden = try await registry.makeProject("hidden")
            let open = try await registry.makeProject("open", isPublic: true)
            for role in ProjectRole.allCases {
                let user = try await registry.makeUser(role.name)
                let principal = Principal.user(user)
                #expect(try await rights(of: principal, in: hidden, registry) == [])
                try await registry.members.add(user, to: hidden.facts, role: role)
                #expect(try await rights(of: principal, in: hidden, registry) == role.permissions)
                #expect(try await rights(of: principal, in: open, registry) == RoleMatrix.harbor.visitor)
                try await registry.members.add(user, to: open.facts, role: role)
                let both = role.permissions.union(RoleMatrix.harbor.visitor)
                #expect(try await rights(of: principal, in: open, registry) == both)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func nobodyAndAdministrators(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let administrator = Principal.user(try await registry.makeUser("root", isAdministrator: true))
            let hidden = try await registry.makeProject("hidden")
            let open = try await registry.makeProject("open", isPublic: true)
            #expect(try await rights(of: .anonymous, in: hidden, registry) == [])
            #expect(try await rights(of: .anonymous, in: open, registry) == RoleMatrix.harbor.visitor)
            #expect(try await rights(of: administrator, in: hidden, registry) == Self.all)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func withdrawnRightsEndAtOnce(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let project = try await registry.makeProject("team")
            let user = try await registry.makeUser("dev")
            let principal = Principal.user(user)
            func mayPush() async throws -> Bool {
                try await registry.authorization.allows(principal, .repositoryPush, in: project.facts)
            }
            try await registry.members.add(user, to: project.facts, role: .developer)
            #expect(try await mayPush())
            try await registry.members.remove(user, from: project.facts)
            #expect(try await !mayPush())
            try await registry.members.add(user, to: project.facts, role: .guest)
            #expect(try await !mayPush())
            await #expect(throws: MemberError.self) {
                try await registry.members.add(user, to: project.facts, role: .maintainer)
            }
            try await registry.members.remove(user, from: project.facts)
            try await registry.members.add(user, to: project.facts, role: .maintainer)
            #expect(try await mayPush())
            try await registry.users.delete(named: "dev")
            #expect(try await !mayPush())
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aProjectMadeAgainHasNewMembers(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let first = try await registry.makeProject("team")
            let user = try await registry.makeUser("dev")
            try await registry.members.add(user, to: first.facts, role: .developer)
            #expect(try await registry.authorization.allows(.user(user), .repositoryPush, in: first.facts))
            try await registry.projects.delete(named: "team")
            let second = try await registry.makeProject("team")
            #expect(try await !registry.authorization.allows(.user(user), .repositoryPush, in: second.facts))
            #expect(try await registry.members.list(of: second.facts).isEmpty)
        }
    }

    @Test func anotherNodesChangesEndRights() async throws {
        try await RegistryFixture.with(.postgresql) { here in
            try await here.withAnotherNode { there in
                let project = try await here.makeProject("team")
                let user = try await here.makeUser("dev")
                try await here.members.add(user, to: project.facts, role: .developer)
                try await there.changes.poll()
                func mayPushThere() async throws -> Bool {
                    try await there.authorization.allows(.user(user), .repositoryPush, in: project.facts)
                }
                #expect(try await mayPushThere())
                #expect(try await there.accounts.user(id: user.id)?.passwordVersion == 1)
                try await here.members.remove(user, from: project.facts)
                try await here.users.changePassword(of: "dev", to: Password("Another-Horse-8"))
                // It is remembered there: without the news this node would go on with it.
                #expect(try await mayPushThere())
                try await there.changes.poll()
                #expect(try await !mayPushThere())
                #expect(try await there.accounts.user(id: user.id)?.passwordVersion == 2)
            }
        }
    }
}
