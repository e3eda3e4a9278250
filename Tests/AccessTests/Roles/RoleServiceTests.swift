import Access
import Catalog
import Identity
import RegistryTesting
import SQL
import Testing

/// Roles of the registry's own.
@Suite struct RoleServiceTests {
    @Test(arguments: [
        ("", [Permission.repositoryPull], RoleError.invalidName, "no name"),
        (String(repeating: "a", count: 65), [.repositoryPull], .invalidName, "a long name"),
        ("a\u{0}b", [.repositoryPull], .invalidName, "a NUL"), (" a", [.repositoryPull], .invalidName, "a blank"),
        ("guest", [.repositoryPull], .nameTaken("guest"), "Harbor's"),
        ("Developer", [.repositoryPull], .nameTaken("Developer"), "in any case"),
        ("reader", [], .noPermissions, "nothing to give"),
        ("reader", [Permission("repository", "fly")], .unknownPermission(Permission("repository", "fly")), "unknown"),
        ("reader", [.catalogRead], .unknownPermission(.catalogRead), "not one of projects"),
    ])
    func partsAreChecked(_ name: String, _ permissions: [Permission], _ error: RoleError, _ reason: String) {
        #expect(throws: error, "\(reason)") { try RoleContent(name: name, description: "", permissions: permissions) }
    }

    @Test(arguments: DatabaseKind.allCases)
    func makingChangingAndDeleting(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let id = try await registry.makeRole("reader", [.repositoryPull])
            #expect(id == 101, "smaller numbers are Harbor's")
            await #expect(throws: RoleError.nameTaken("reader")) {
                _ = try await registry.makeRole("reader", [.repositoryPush])
            }
            let wider = try RoleContent(
                name: "pusher", description: "Pushes.", permissions: [.repositoryPush, .repositoryPull])
            try await registry.roles.update(id: id, to: wider)
            let found = try await registry.roles.find(id: id)
            #expect(found.name == "pusher" && found.description == "Pushes." && !found.isBuiltIn)
            #expect(found.permissions == [.repositoryPull, .repositoryPush], "in the vocabulary's order")
            #expect(try await registry.roles.list().map(\.id) == [1, 2, 3, 4, 5, 101])
            for (number, error) in [(Int64(1), RoleError.builtIn(1)), (99, .unknown(99)), (500, .unknown(500))] {
                await #expect(throws: error) { try await registry.roles.update(id: number, to: wider) }
                await #expect(throws: error) { try await registry.roles.delete(id: number) }
            }
            try await registry.roles.delete(id: id)
            await #expect(throws: RoleError.unknown(id)) { _ = try await registry.roles.find(id: id) }
            #expect(try await registry.makeRole("next", [.repositoryPull]) > id, "numbers are not given again")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func rolesInUseStay(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let project = try await registry.makeProject("team")
            let id = try await registry.makeRole("reader", [.repositoryPull])
            for name in ["one", "two"] {
                try await registry.makeUser(name)
                _ = try await registry.members.add(.username(name), to: project.facts, roleID: id, repositories: nil)
            }
            await #expect(throws: RoleError.inUse(members: 2)) { try await registry.roles.delete(id: id) }
            for member in try await registry.members.list(of: project.facts) {
                try await registry.members.remove(id: member.id, from: project.facts)
            }
            try await registry.roles.delete(id: id)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func nobodyIsLeftWithARoleThatIsGone(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let project = try await registry.makeProject("team")
            for round in 0..<8 {
                let user = try await registry.makeUser("user\(round)")
                let id = try await registry.makeRole("role\(round)", [.repositoryPull])
                async let added: Int64? = try? await registry.members.add(
                    .user(id: user.id), to: project.facts, roleID: id, repositories: nil)
                async let deleted: Void? = try? await registry.roles.delete(id: id)
                let (isAdded, isDeleted) = (await added != nil, await deleted != nil)
                #expect(isAdded != isDeleted, "one of them comes first, and the other sees it")
            }
            let orphans = try await registry.number(
                """
                SELECT count(*) FROM project_member m WHERE role_id >= 101
                AND NOT EXISTS (SELECT 1 FROM custom_role r WHERE r.id = m.role_id)
                """)
            #expect(orphans == 0)
        }
    }
}
