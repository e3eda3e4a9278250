import Catalog
import Identity
import Listing
import RegistryTesting
import SQL
import Testing

/// Groups of Harbor's kinds, and local ones with members.
@Suite struct UserGroupTests {
    private struct Fault: Sendable, CustomTestStringConvertible {
        var name = "dev"
        var kind: Int64 = 4
        var directoryName: String?
        let error: UserGroupError?
        let testDescription: String
    }

    private static let dn = "cn=dev,ou=groups,dc=example,dc=com"
    private static let faults: [Fault] = [
        Fault(name: "Entwickler 李", error: nil, testDescription: "letters of every script"),
        Fault(kind: 1, directoryName: dn, error: nil, testDescription: "a group from LDAP"),
        Fault(kind: 2, directoryName: "", error: nil, testDescription: "Harbor's clients send an empty name"),
        Fault(name: "", error: .invalidName, testDescription: "no name"),
        Fault(name: String(repeating: "a", count: 256), error: .invalidName, testDescription: "a long name"),
        Fault(name: "a\u{0}b", error: .invalidName, testDescription: "a NUL"),
        Fault(name: " a", error: .invalidName, testDescription: "a blank before"),
        Fault(kind: 0, error: .unknownKind(0), testDescription: "no kind"),
        Fault(kind: 5, error: .unknownKind(5), testDescription: "a kind that doesn't exist"),
        Fault(kind: 1, error: .invalidDirectoryName, testDescription: "LDAP without an entry"),
        Fault(kind: 1, directoryName: "dev", error: .invalidDirectoryName, testDescription: "no distinguished name"),
        Fault(kind: 3, directoryName: dn, error: .unwantedDirectoryName, testDescription: "OIDC with an entry"),
    ]

    @Test(arguments: faults)
    private func parts(_ fault: Fault) {
        do {
            _ = try NewUserGroup(name: fault.name, kind: fault.kind, directoryName: fault.directoryName)
            #expect(fault.error == nil)
        } catch {
            #expect(error == fault.error)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func namesAreUniqueWithinAKind(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let groups = registry.groups
            let first = try await groups.create(NewUserGroup(name: "dev", kind: 4))
            try await groups.create(NewUserGroup(name: "dev", kind: 3))
            await #expect(throws: UserGroupError.nameTaken("dev")) {
                try await groups.create(NewUserGroup(name: "dev", kind: 4))
            }
            try await groups.create(NewUserGroup(name: "ldap", kind: 1, directoryName: Self.dn))
            let upper = Self.dn.uppercased()
            await #expect(throws: UserGroupError.directoryNameTaken(upper)) {
                try await groups.create(NewUserGroup(name: "other", kind: 1, directoryName: upper))
            }
            let second = try await groups.create(NewUserGroup(name: "ops", kind: 4))
            await #expect(throws: UserGroupError.nameTaken("dev")) {
                try await groups.rename(id: second.id, to: UserGroupName("dev"))
            }
            #expect(try await groups.rename(id: first.id, to: UserGroupName("developers")).name == "developers")
            await #expect(throws: UserGroupError.unknown(999)) {
                try await groups.rename(id: 999, to: UserGroupName("x"))
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func listsAreFilteredAndCut(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            for name in ["b%", "a_1", "A_2", "c"] {
                try await registry.groups.create(NewUserGroup(name: name, kind: 4))
            }
            try await registry.groups.create(NewUserGroup(name: "z", kind: 1, directoryName: Self.dn))
            let groups = registry.groups
            #expect(
                try await groups.list(ListRequest(), nameContains: "a_").elements.map(\.name).sorted() == [
                    "A_2", "a_1",
                ])
            #expect(try await groups.list(ListRequest(), nameContains: "%").elements.map(\.name) == ["b%"])
            let page = try await groups.list(ListRequest(page: Page(number: 2, size: 2)))
            #expect(page.total == 5 && page.elements.count == 2)
            let found = try await groups.list(ListRequest(), directoryName: Self.dn.uppercased())
            #expect(found.elements.map(\.name) == ["z"] && found.total == 1)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func localGroupsHaveMembers(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await registry.makeUser("admin", isAdministrator: true)
            let groups = registry.groups
            let group = try await groups.create(NewUserGroup(name: "dev", kind: 4))
            let (ada, bob) = (try await registry.makeUser("ada"), try await registry.makeUser("bob"))
            for user in [bob, ada] { try await groups.add(user, to: group.id) }
            #expect(try await groups.members(of: group.id).elements.map(\.username) == ["ada", "bob"])
            await #expect(throws: UserGroupError.alreadyMember("ada")) { try await groups.add(ada, to: group.id) }
            try await groups.remove(userID: ada.id, from: group.id)
            await #expect(throws: UserGroupError.notMember(ada.id)) {
                try await groups.remove(userID: ada.id, from: group.id)
            }
            try await registry.users.delete(id: bob.id)
            #expect(try await groups.members(of: group.id).total == 0, "the deleted user has gone with it")
            await #expect(throws: UserGroupError.unknownUser("bob")) { try await groups.add(bob, to: group.id) }
            await #expect(throws: UserGroupError.unknown(999)) { try await groups.add(ada, to: 999) }
            let foreign = try await groups.create(NewUserGroup(name: "oidc", kind: 3))
            await #expect(throws: UserGroupError.foreignMembers) { try await groups.add(ada, to: foreign.id) }
            await #expect(throws: UserGroupError.foreignMembers) { try await groups.members(of: foreign.id) }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func whatAGroupWasGivenGoesWithIt(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let project = try await registry.makeProject("team")
            let group = try await registry.groups.create(NewUserGroup(name: "dev", kind: 4))
            try await registry.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO project_member (project_id, group_id, role_id, created_at)
                    VALUES (\(project.id), \(group.id), 2, 0)
                    """)
            }
            try await registry.groups.add(registry.makeUser("ada"), to: group.id)
            try await registry.groups.delete(id: group.id)
            let left = try await registry.database.read { connection in
                try connection.query(
                    """
                    SELECT (SELECT count(*) FROM project_member WHERE group_id IS NOT NULL)
                        + (SELECT count(*) FROM user_group_member) AS n
                    """)[0].int("n")
            }
            #expect(left == 0)
            await #expect(throws: UserGroupError.unknown(group.id)) { try await registry.groups.delete(id: group.id) }
        }
    }

    /// Whoever joins while the group goes away gets an answer, and nothing is left behind.
    @Test(arguments: DatabaseKind.allCases)
    func joiningMeetsDeletion(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let users = try await [registry.makeUser("a"), registry.makeUser("b"), registry.makeUser("c")]
            for round in 0..<5 {
                let groups = registry.groups
                let group = try await groups.create(NewUserGroup(name: "g\(round)", kind: 4))
                let outcomes = try await concurrently(4) { number in
                    do {
                        if number == 3 {
                            try await groups.delete(id: group.id)
                            return "deleted"
                        }
                        try await groups.add(users[number], to: group.id)
                        return "joined"
                    } catch UserGroupError.unknown { return "too late" }
                }
                #expect(outcomes.contains("deleted"), "\(outcomes)")
                let left = try await registry.database.read {
                    try $0.query("SELECT count(*) AS n FROM user_group_member")[0].int("n")
                }
                #expect(left == 0)
            }
        }
    }
}
