import Access
import Catalog
import Identity
import OCI
import RegistryTesting
import SQL
import Testing
import Time

/// Rights that are withdrawn end on tokens that were given before, at the next request.
@Suite struct WithdrawalTests {
    private static let app = "team/app"

    /// A token as the token service gives it for everything on the repository.
    private func token(of principal: Principal, _ registry: RegistryFixture) -> RegistryToken {
        RegistryToken(
            principal: principal,
            access: [.init(type: "repository", name: Self.app, actions: ["pull", "push", "delete"])],
            issuedAt: registry.clock.now.seconds, lifetime: 1800, identifier: "1")
    }

    /// What the bearer of a token may do now: nil if the token itself no longer holds.
    private func mayPull(
        _ token: RegistryToken, _ project: ProjectFacts, _ registry: RegistryFixture
    ) async throws -> Bool? {
        guard let principal = try await registry.signIn.principal(of: token) else { return nil }
        return try await registry.authorization.allows(
            principal, .repositoryPull, in: project, repository: RepositoryName(Self.app))
    }

    @Test(arguments: DatabaseKind.allCases)
    func robots(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let admin = Principal.user(try await registry.makeUser("admin", isAdministrator: true))
            let project = try await registry.makeProject("team").facts
            let pull = [try RobotPermission(place: .project("team"), permissions: [.repositoryPull])]
            let other = [try RobotPermission(place: .project("team"), permissions: [.repositoryList])]
            let web = [
                try RobotPermission(
                    place: .project("team"), permissions: [.repositoryPull], repositories: Glob("web/*"))
            ]
            let cases: [(String, @Sendable (Int64) async throws -> Void, Bool?, String)] = [
                ("deleted", { try await registry.robots.delete(id: $0) }, nil, "its token is nobody's"),
                (
                    "disabled",
                    { try await registry.robots.update(id: $0, with: RobotChange(isDisabled: true), by: admin) }, nil,
                    "a disabled robot is nobody"
                ),
                (
                    "refreshed", { _ = try await registry.robots.refreshSecret(of: $0, to: nil, by: admin) }, nil,
                    "the token was got with another secret"
                ),
                (
                    "narrowed",
                    { try await registry.robots.update(id: $0, with: RobotChange(permissions: other), by: admin) },
                    false, "the permission is gone"
                ),
                (
                    "limited",
                    { try await registry.robots.update(id: $0, with: RobotChange(permissions: web), by: admin) },
                    false, "the repository is another one"
                ),
                ("expired", { _ in registry.clock.advance(bySeconds: 86_400) }, nil, "its time is over"),
            ]
            for (name, withdraw, expected, reason) in cases {
                let (robot, secret) = try await registry.makeRobot(name, in: "team", pull, duration: 1)
                let token = token(of: .robot(robot), registry)
                #expect(try await mayPull(token, project, registry) == true, "\(name): before")
                try await withdraw(robot.id)
                #expect(try await mayPull(token, project, registry) == expected, "\(name): \(reason)")
                guard expected == nil else { continue }
                await #expect(throws: AuthenticationService.Refusal.wrongCredentials, "\(name): the old secret") {
                    _ = try await registry.signIn.signIn(
                        username: robot.name, password: secret, address: "192.0.2.\(robot.id)")
                }
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func users(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let project = try await registry.makeProject("team").facts
            let reader = try await registry.makeRole("reader", [.repositoryPull])
            let group = try await registry.groups.create(NewUserGroup(name: "readers", kind: 4))
            _ = try await registry.members.add(.group(id: group.id), to: project, roleID: 3, repositories: nil)
            let lister = try RoleContent(name: "reader", description: "", permissions: [.repositoryList])
            let cases: [(String, @Sendable (User, Int64) async throws -> Void, Bool?, String)] = [
                ("removed", { _, id in try await registry.members.remove(id: id, from: project) }, false, "no member"),
                (
                    "limited",
                    { _, id in
                        try await registry.members.update(
                            id: id, in: project, roleID: 3, repositories: .some(Glob("web/*")))
                    }, false, "a member elsewhere"
                ),
                (
                    "deleted", { user, _ in try await registry.users.delete(named: user.username) }, nil,
                    "the account is gone"
                ),
                ("role", { _, _ in try await registry.roles.update(id: reader, to: lister) }, false, "another role"),
            ]
            for (name, withdraw, expected, reason) in cases {
                let user = try await registry.makeUser(name)
                let id = try await registry.members.add(
                    .user(id: user.id), to: project, roleID: reader, repositories: nil)
                let token = token(of: .user(user), registry)
                #expect(try await mayPull(token, project, registry) == true, "\(name): before")
                try await withdraw(user, id)
                #expect(try await mayPull(token, project, registry) == expected, "\(name): \(reason)")
            }
            let user = try await registry.makeUser("grouped")
            try await registry.groups.add(user, to: group.id)
            let token = token(of: .user(user), registry)
            #expect(try await mayPull(token, project, registry) == true)
            try await registry.groups.remove(userID: user.id, from: group.id)
            #expect(try await mayPull(token, project, registry) == false, "out of the group")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func robotsGoWithTheirProject(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let project = try await registry.makeProject("team")
            try await registry.makeProject("other")
            let own = try await registry.makeRobot(
                "ci", in: "team", [RobotPermission(place: .project("team"), permissions: [.repositoryPull])])
            let both = try await registry.makeRobot(
                "both",
                [
                    RobotPermission(place: .project("team"), permissions: [.repositoryPull]),
                    RobotPermission(place: .project("other"), permissions: [.repositoryPull]),
                ])
            let token = token(of: .robot(own.robot), registry)
            #expect(try await mayPull(token, project.facts, registry) == true)
            try await registry.projects.delete(named: "team")
            #expect(try await mayPull(token, project.facts, registry) == nil)
            await #expect(throws: RobotError.unknown(own.robot.id)) {
                _ = try await registry.robots.find(id: own.robot.id)
            }
            #expect(
                try await registry.robots.find(id: both.robot.id).permissions.map(\.place) == [.project("other")])
            let again = try await registry.makeProject("team")
            #expect(try await mayPull(token, again.facts, registry) == nil, "a project made again has new robots")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func namesFollowThePrefix(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await registry.makeProject("team")
            let (robot, secret) = try await registry.makeRobot(
                "ci", in: "team", [RobotPermission(place: .project("team"), permissions: [.repositoryPull])])
            func signsIn(_ name: String, _ secret: String) async -> Bool {
                let found = try? await registry.signIn.signIn(username: name, password: secret, address: "192.0.2.1")
                return found?.name == name
            }
            #expect(await signsIn(robot.name, secret))
            #expect(await !signsIn(robot.name, secret + "x"), "another secret")
            #expect(await !signsIn("robot$ci", secret), "the name of a robot of the system")
            #expect(await !signsIn("robot$other+ci", secret), "another project's")
            #expect(await !signsIn("team+ci", secret), "without the prefix")
            let token = token(of: .robot(robot), registry)
            _ = try await registry.changes.write(changing: [.configuration]) { connection in
                try connection.execute(
                    "INSERT INTO configuration (key, value, updated_at) VALUES ('robot_name_prefix', 'bot-', 0)")
            }
            #expect(await signsIn("bot-team+ci", secret), "under the new prefix")
            #expect(await !signsIn(robot.name, secret), "no longer under the old one")
            #expect(try await registry.signIn.principal(of: token)?.name == "bot-team+ci", "its token still holds")
        }
    }

    @Test func anotherNodesChangesEndRobots() async throws {
        try await RegistryFixture.with(.postgresql) { here in
            try await here.withAnotherNode { there in
                let project = try await here.makeProject("team").facts
                let (robot, _) = try await here.makeRobot(
                    "ci", in: "team", [RobotPermission(place: .project("team"), permissions: [.repositoryPull])])
                let token = token(of: .robot(robot), here)
                try await there.changes.poll()
                #expect(try await mayPull(token, project, there) == true)
                try await here.robots.delete(id: robot.id)
                try await there.changes.poll()
                #expect(try await mayPull(token, project, there) == nil)
            }
        }
    }
}
