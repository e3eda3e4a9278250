import Access
import Catalog
import Identity
import OCI
import RegistryTesting
import Testing

/// Nobody makes, changes or takes over a robot that may do more than themselves.
@Suite struct RobotEscalationTests {
    private static let create = Permission("robot", "create")

    private func entry(
        _ place: RobotPermission.Place, _ permissions: [Permission], _ pattern: String? = nil
    ) throws -> RobotPermission {
        try RobotPermission(place: place, permissions: permissions, repositories: pattern.map { try Glob($0) })
    }

    @Test(arguments: DatabaseKind.allCases)
    func making(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let admin = Principal.user(try await registry.makeUser("admin", isAdministrator: true))
            let team = try await registry.makeProject("team").facts
            try await registry.makeProject("other")
            let owner = try await registry.makeUser("owner")
            try await registry.members.add(owner, to: team, role: .projectAdmin)
            let clerk = try await registry.makeUser("clerk")
            let role = try await registry.makeRole("clerk", [Self.create, .repositoryPull])
            _ = try await registry.members.add(.username("clerk"), to: team, roleID: role, repositories: nil)
            let pull: [Permission] = [.repositoryPull]
            let inTeam = try await registry.makeRobot(
                "maker", in: "team", [entry(.project("team"), [Self.create, .repositoryPull])]
            ).robot
            let limited = try await registry.makeRobot(
                "limited", [entry(.project("team"), pull, "web/*"), entry(.system, [Self.create])]
            ).robot
            let system = try await registry.makeRobot(
                "system", [entry(.system, [Self.create, .catalogRead]), entry(.everyProject, pull)]
            ).robot
            let principals: [String: Principal] = [
                "admin": admin, "owner": .user(owner), "clerk": .user(clerk), "robot": .robot(inTeam),
                "limited": .robot(limited), "system": .robot(system), "nobody": .anonymous,
            ]
            let cases: [(String, [RobotPermission], Bool, String)] = [
                ("admin", [try entry(.system, PermissionVocabulary.system)], true, "administrators give everything"),
                ("admin", [try entry(.everyProject, PermissionVocabulary.project)], true, "everywhere"),
                ("owner", [try entry(.project("team"), PermissionVocabulary.project)], true, "and owners in theirs"),
                ("owner", [try entry(.project("other"), pull)], false, "not elsewhere"),
                ("owner", [try entry(.everyProject, pull)], false, "nor everywhere"),
                ("owner", [try entry(.system, [.catalogRead])], false, "nor in the system"),
                ("clerk", [try entry(.project("team"), pull)], true, "what the clerk has"),
                ("clerk", [try entry(.project("team"), pull, "a/*")], true, "or less"),
                ("clerk", [try entry(.project("team"), [.repositoryPush])], false, "not more"),
                ("robot", [try entry(.project("team"), [Self.create, .repositoryPull])], true, "all that it has"),
                (
                    "robot", [try entry(.project("team"), pull), try entry(.project("team"), [.repositoryPush])], false,
                    "every entry counts"
                ),
                ("robot", [try entry(.project("other"), pull)], false, "in its project only"),
                ("robot", [try entry(.project("missing"), pull)], false, "a missing project is like another's"),
                ("robot", [try entry(.system, [.catalogRead])], false, "not in the system"),
                ("limited", [try entry(.project("team"), pull, "web/*")], true, "on its repositories"),
                ("limited", [try entry(.project("team"), pull)], false, "not on all"),
                ("limited", [try entry(.project("team"), pull, "**")], false, "nor on others"),
                ("system", [try entry(.system, [.catalogRead]), try entry(.everyProject, pull)], true, "what it has"),
                ("system", [try entry(.project("other"), pull)], true, "every project is any project"),
                ("system", [try entry(.everyProject, pull, "a")], true, "less everywhere"),
                ("system", [try entry(.everyProject, [.repositoryPush])], false, "not more everywhere"),
                ("system", [try entry(.system, [Permission("user", "create")])], false, "not more in the system"),
                ("nobody", [try entry(.project("team"), pull)], false, "nobody has nothing"),
            ]
            for (number, (who, permissions, isAllowed, reason)) in cases.enumerated() {
                let maker = try #require(principals[who])
                let robot = try NewRobot(name: "robot-\(number)", permissions: permissions)
                do {
                    let made = try await registry.robots.create(robot, by: maker)
                    #expect(isAllowed, "\(who): \(reason)")
                    #expect(made.account.creator.isRobot == (maker.userID == nil))
                    #expect(made.account.creatorName == maker.name, "with the robot's whole name")
                } catch let error as RobotError {
                    guard case .beyondOwnRights = error else { throw error }
                    #expect(!isAllowed, "\(who): \(reason)")
                }
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func changingAndTakingOver(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let team = try await registry.makeProject("team").facts
            let clerk = try await registry.makeUser("clerk")
            let role = try await registry.makeRole("clerk", [Permission("robot", "update"), .repositoryPull])
            _ = try await registry.members.add(.username("clerk"), to: team, roleID: role, repositories: nil)
            let strong = try await registry.makeRobot(
                "strong", in: "team", [entry(.project("team"), [.repositoryPush])]
            ).robot.id
            let weak = try await registry.makeRobot(
                "weak", in: "team", [entry(.project("team"), [.repositoryPull])]
            ).robot.id
            let principal = Principal.user(clerk)
            let beyond = RobotError.beyondOwnRights(.repositoryPush)
            await #expect(throws: beyond, "who sets the secret has the rights") {
                _ = try await registry.robots.refreshSecret(of: strong, to: nil, by: principal)
            }
            await #expect(throws: beyond) {
                try await registry.robots.update(id: strong, with: RobotChange(isDisabled: false), by: principal)
            }
            let wider = RobotChange(permissions: [try entry(.project("team"), [.repositoryPush])])
            await #expect(throws: beyond) { try await registry.robots.update(id: weak, with: wider, by: principal) }
            _ = try await registry.robots.refreshSecret(of: weak, to: nil, by: principal)
            try await registry.robots.update(id: weak, with: RobotChange(isDisabled: true), by: principal)
        }
    }
}
