import Access
import Catalog
import Identity
import Listing
import OCI
import RegistryTesting
import SQL
import Testing

/// Users and groups as members of projects.
@Suite struct MemberServiceTests {
    @Test(arguments: DatabaseKind.allCases)
    func addingListingChangingAndRemoving(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let project = try await registry.makeProject("team")
            let facts = project.facts
            let user = try await registry.makeUser("zoe")
            let group = try await registry.groups.create(
                NewUserGroup(name: "Admins", kind: 1, directoryName: "cn=admins,dc=example"))
            let first = try await registry.members.add(.username("zoe"), to: facts, roleID: 1, repositories: nil)
            let second = try await registry.members.add(
                .ldapGroup("CN=Admins,DC=example"), to: facts, roleID: 5, repositories: Glob("a/*"))
            let listed = try await registry.members.list(of: facts, name: nil, page: .first)
            #expect(listed.total == 2 && listed.elements.map(\.name) == ["Admins", "zoe"], "by name")
            #expect(listed.elements.map(\.roleName) == ["limitedGuest", "projectAdmin"])
            #expect(listed.elements.map(\.entity) == [.group(group.id), .user(user.id)])
            #expect(listed.elements.map { $0.repositories?.description } == ["a/*", nil])
            for (part, names) in [("oe", ["zoe"]), ("ADM", ["Admins"]), ("%", []), ("", ["Admins", "zoe"])] {
                let found = try await registry.members.list(of: facts, name: part, page: .first)
                #expect(found.elements.map(\.name) == names && found.total == names.count, "\(part)")
            }
            try await registry.members.update(id: second, in: facts, roleID: 2, repositories: nil)
            let kept = try await registry.members.find(id: second, in: facts)
            #expect(kept.roleID == 2 && kept.repositories?.description == "a/*", "the pattern stays")
            try await registry.members.update(id: second, in: facts, roleID: 2, repositories: .some(nil))
            #expect(try await registry.members.find(id: second, in: facts).repositories == nil)
            try await registry.members.remove(id: first, from: facts)
            #expect(try await registry.members.list(of: facts).map(\.id) == [second])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func whatCantBe(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let project = try await registry.makeProject("team").facts
            let other = try await registry.makeProject("other").facts
            let user = try await registry.makeUser("dev")
            let id = try await registry.members.add(.user(id: user.id), to: project, roleID: 2, repositories: nil)
            let refused: [(MemberCandidate, Int64, Glob?, MemberError, String)] = [
                (.user(id: user.id), 3, nil, .alreadyMember("user \(user.id)"), "twice"),
                (.username("dev"), 2, nil, .alreadyMember("dev"), "twice by name"),
                (.username("nobody"), 2, nil, .unknownUser("nobody"), "no such user"),
                (.user(id: 4711), 2, nil, .unknownUser("user 4711"), "nor number"),
                (.groupName("nobody", type: nil), 2, nil, .unknownGroup("nobody"), "no such group"),
                (.group(id: 4711), 2, nil, .unknownGroup("group 4711"), "nor number"),
                (.ldapGroup("cn=x"), 2, nil, .unknownGroup("cn=x"), "nor entry"),
                (.username("dev"), 6, try Glob("x"), .unknownRole(6), "no such role"),
                (.username("dev"), 101, try Glob("x"), .unknownRole(101), "nor one of the registry's own"),
            ]
            for (candidate, role, pattern, error, reason) in refused {
                await #expect(throws: error, "\(reason)") {
                    _ = try await registry.members.add(candidate, to: project, roleID: role, repositories: pattern)
                }
            }
            await #expect(throws: MemberError.unknown(id)) { _ = try await registry.members.find(id: id, in: other) }
            await #expect(throws: MemberError.unknown(id)) { try await registry.members.remove(id: id, from: other) }
            await #expect(throws: MemberError.unknownRole(77)) {
                try await registry.members.update(id: id, in: project, roleID: 77, repositories: nil)
            }
            let limited = try await registry.members.add(
                .user(id: user.id), to: project, roleID: 2, repositories: Glob("x"))
            await #expect(throws: MemberError.alreadyMember("dev"), "it would be the first one again") {
                try await registry.members.update(id: limited, in: project, roleID: 2, repositories: .some(nil))
            }
            try await registry.users.delete(named: "dev")
            #expect(try await registry.members.list(of: project).isEmpty, "members go with their accounts")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func oneOfTwoAtOnceWins(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let project = try await registry.makeProject("team").facts
            try await registry.makeUser("dev")
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for role in Int64(1)...5 {
                    group.addTask {
                        let added = try? await registry.members.add(
                            .username("dev"), to: project, roleID: role, repositories: nil)
                        return added != nil
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(outcomes == 1)
            #expect(try await registry.members.list(of: project).count == 1)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func nobodyHandsOnRightsTheyLack(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let project = try await registry.makeProject("team").facts
            let administrator = Principal.user(try await registry.makeUser("boss"))
            let clerk = Principal.user(try await registry.makeUser("clerk"))
            let hiring = try await registry.makeRole(
                "clerk", [Permission("member", "create")] + ProjectRole.limitedGuest.permissions)
            _ = try await registry.members.add(.username("boss"), to: project, roleID: 1, repositories: nil)
            _ = try await registry.members.add(.username("clerk"), to: project, roleID: hiring, repositories: nil)
            let odd = try await registry.makeRole("odd", [Permission("metadata", "list")])
            for role in [1, 2, 3, 4, 5, hiring, odd] {
                try await registry.members.checkRights(of: administrator, overRole: role, in: project)
            }
            try await registry.members.checkRights(of: clerk, overRole: 5, in: project)
            try await registry.members.checkRights(of: clerk, overRole: hiring, in: project)
            for role in [1, 2, 3, 4, odd] {
                await #expect(throws: MemberError.self, "role \(role)") {
                    try await registry.members.checkRights(of: clerk, overRole: role, in: project)
                }
            }
            let visitor = Principal.user(try await registry.makeUser("visitor"))
            await #expect(throws: MemberError.self) {
                try await registry.members.checkRights(of: visitor, overRole: 5, in: project)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func olderMembershipsStay(_ kind: DatabaseKind) async throws {
        let older = RegistryFixture.migrations.filter { $0.identifier < "0008" }
        try await TemporaryDatabase.with(kind, migrations: older) { database in
            try await database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO user_account (id, username, real_name, comment, password, password_version,
                        is_administrator, is_deleted, created_at, updated_at)
                    VALUES (7, 'dev', '', '', '', 1, \(false), \(false), 0, 0)
                    """)
                try connection.execute(
                    """
                    INSERT INTO project (id, name, owner_id, is_public, allows_sparse_index, created_at, updated_at)
                    VALUES (3, 'team', 7, \(false), \(false), 0, 0)
                    """)
                try connection.execute(
                    "INSERT INTO project_member (project_id, user_id, role, created_at) VALUES (3, 7, 4, 5)")
            }
            try await Migrator(RegistryFixture.migrations).migrate(database)
            let rows = try await database.read { connection in
                try connection.query(
                    "SELECT id, user_id, role_id, created_at FROM project_member WHERE repository_pattern = ''"
                ).map { [try $0.int64("user_id"), try $0.int64("role_id"), try $0.int64("created_at")] }
            }
            #expect(rows == [[7, 4, 5]])
            try await database.write { connection in
                try connection.execute(
                    "INSERT INTO project_member (project_id, group_id, role_id, created_at) VALUES (3, 9, 2, 6)")
            }
            await #expect(throws: DatabaseError.self, "a member is a user or a group") {
                try await database.write { connection in
                    try connection.execute(
                        "INSERT INTO project_member (project_id, role_id, created_at) VALUES (3, 2, 6)")
                }
            }
        }
    }
}
