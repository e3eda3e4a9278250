import Access
import Catalog
import Identity
import Listing
import OCI
import RegistryTesting
import SQL
import Testing
import Time

/// Robot accounts: how they are made, found and changed.
@Suite struct RobotServiceTests {
    private static let pull = [Permission.repositoryPull]

    private static func own(_ project: String) throws -> [RobotPermission] {
        [try RobotPermission(place: .project(project), permissions: pull)]
    }

    @Test func partsAreChecked() throws {
        let system = try RobotPermission(place: .system, permissions: [.catalogRead])
        let everywhere = try RobotPermission(place: .everyProject, permissions: Self.pull)
        let cases: [(String, Int64?, String?, String?, [RobotPermission], RobotError, String)] = [
            ("", 1, nil, nil, [system], .invalidName, "no name"),
            ("Builder", 1, nil, nil, [system], .invalidName, "capital letters"),
            ("a+b", 1, nil, nil, [system], .invalidName, "the separator"),
            ("a--b", 1, nil, nil, [system], .invalidName, "two separators"),
            ("ci", -2, nil, nil, [system], .invalidDuration, "less than for ever"),
            ("ci", 2_147_483_647, nil, nil, [system], .invalidDuration, "longer than Harbor's"),
            ("ci", 1, "short1A", nil, [system], .weakSecret, "seven characters"),
            ("ci", 1, "lowercase1", nil, [system], .weakSecret, "no capital letter"),
            ("ci", 1, "Abcdefgh1\u{7f}", nil, [system], .weakSecret, "a control character"),
            ("ci", 1, nil, nil, [], .noPermissions, "no permissions"),
            ("ci", 1, nil, "team", [system], .otherProject("/"), "a project's robot in the system"),
            ("ci", 1, nil, "team", [everywhere], .otherProject("*"), "or everywhere"),
            ("ci", 1, nil, "team", try Self.own("other"), .otherProject("other"), "or elsewhere"),
        ]
        for (name, duration, secret, project, permissions, error, reason) in cases {
            #expect(throws: error, "\(reason)") {
                try NewRobot(
                    name: name, duration: duration, secret: secret, project: project, permissions: permissions)
            }
        }
        let wrong: [(RobotPermission.Place, [Permission], Glob?, RobotError, String)] = [
            (.system, [], nil, .noPermissions, "none"),
            (.system, Self.pull, nil, .unknownPermission(.repositoryPull, kind: "system"), "one of projects"),
            (
                .everyProject, [.catalogRead], nil, .unknownPermission(.catalogRead, kind: "project"),
                "one of the system"
            ),
            (
                .project("team"), [Permission("repository", "*")], nil,
                .unknownPermission(Permission("repository", "*"), kind: "project"), "a wildcard"
            ),
            (
                .project("team"), [Permission("log", "list")], try Glob("a"),
                .notInRepository(Permission("log", "list")), "not limitable"
            ),
            (.system, [.catalogRead], try Glob("a"), .notInRepository(.catalogRead), "no repository at all"),
        ]
        for (place, permissions, pattern, error, reason) in wrong {
            #expect(throws: error, "\(reason)") {
                try RobotPermission(place: place, permissions: permissions, repositories: pattern)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func makingAndFinding(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let admin = Principal.user(try await registry.makeUser("admin", isAdministrator: true))
            let team = try await registry.makeProject("team")
            let permissions = [
                try RobotPermission(place: .project("team"), permissions: [.repositoryPull, .repositoryPush]),
                try RobotPermission(place: .project("team"), permissions: Self.pull, repositories: Glob("a/*")),
            ]
            let (made, secret) = try await registry.robots.create(
                NewRobot(name: "ci", description: "Builds.", duration: 30, project: "team", permissions: permissions),
                by: admin)
            #expect(secret.count == 32 && made.name == "robot$team+ci" && made.shortName == "ci")
            let found = try await registry.robots.find(id: made.id)
            #expect(found == made && found.permissions == permissions && found.description == "Builds.")
            #expect(found.duration == 30 && found.expiresAt == registry.clock.now.seconds + 30 * 86_400)
            #expect(found.creator.type == "local" && found.creator.id == admin.userID)
            #expect(found.creatorName == "admin")
            #expect(found.project == team.facts && !found.isDisabled && found.lastUsedAt == nil)
            await #expect(throws: RobotError.nameTaken("ci")) {
                _ = try await registry.makeRobot("ci", in: "team", permissions)
            }
            let second = try await registry.makeRobot(
                "ci", [RobotPermission(place: .everyProject, permissions: Self.pull)])
            #expect(second.robot.name == "robot$ci", "the system has names of its own")
            await #expect(throws: RobotError.nameTaken("ci"), "each once") {
                _ = try await registry.makeRobot("ci", [RobotPermission(place: .everyProject, permissions: Self.pull)])
            }
            await #expect(throws: RobotError.unknownProject("gone")) {
                _ = try await registry.makeRobot("x", in: "gone", Self.own("gone"))
            }
            let configured = try await registry.makeRobot("default", in: "team", Self.own("team"), duration: 0)
            #expect(try await registry.robots.find(id: configured.robot.id).duration == 30, "Harbor's standard")
            let forEver = try await registry.makeRobot("ever", in: "team", Self.own("team"), duration: -1)
            #expect(try await registry.robots.find(id: forEver.robot.id).expiresAt == -1)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func changing(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let admin = Principal.user(try await registry.makeUser("admin", isAdministrator: true))
            try await registry.makeProject("team")
            let made = registry.clock.now.seconds
            let id = try await registry.makeRobot("ci", in: "team", Self.own("team"), duration: 10).robot.id
            registry.clock.advance(bySeconds: 5 * 86_400)
            try await registry.robots.update(id: id, with: RobotChange(duration: 20), by: admin)
            #expect(try await registry.robots.find(id: id).expiresAt == made + 20 * 86_400, "from its making")
            try await registry.robots.update(id: id, with: RobotChange(description: "x", isDisabled: true), by: admin)
            let changed = try await registry.robots.find(id: id)
            #expect(changed.isDisabled && changed.description == "x" && changed.duration == 20)
            #expect(changed.permissions == (try Self.own("team")), "what isn't named stays")
            let wider = [try RobotPermission(place: .project("team"), permissions: [.repositoryPush])]
            try await registry.robots.update(id: id, with: RobotChange(permissions: wider), by: admin)
            #expect(try await registry.robots.find(id: id).permissions == wider)
            let elsewhere = RobotChange(permissions: [try RobotPermission(place: .everyProject, permissions: Self.pull)]
            )
            await #expect(throws: RobotError.otherProject("*")) {
                try await registry.robots.update(id: id, with: elsewhere, by: admin)
            }
            await #expect(throws: RobotError.noPermissions) {
                try await registry.robots.update(id: id, with: RobotChange(permissions: []), by: admin)
            }
            await #expect(throws: RobotError.unknown(999)) {
                try await registry.robots.update(id: 999, with: RobotChange(), by: admin)
            }
            try await registry.robots.delete(id: id)
            await #expect(throws: RobotError.unknown(id)) { try await registry.robots.delete(id: id) }
            #expect(try await registry.number("SELECT count(*) FROM robot_permission") == 0)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func listing(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let team = try await registry.makeProject("team")
            try await registry.makeProject("other")
            for (name, days) in [("one", Int64(3)), ("two", 8), ("three", -1)] {
                _ = try await registry.makeRobot(name, in: "team", Self.own("team"), duration: days)
                registry.clock.advance(bySeconds: 1)
            }
            _ = try await registry.makeRobot("four", in: "other", Self.own("other"))
            _ = try await registry.makeRobot("five", [RobotPermission(place: .everyProject, permissions: Self.pull)])
            func names(_ query: String, _ project: Int64?) async throws -> [String] {
                let request = ListRequest(filters: try QueryGrammar.parse(query))
                return try await registry.robots.list(request, of: project).elements.map(\.shortName)
            }
            #expect(try await names("", team.id) == ["three", "two", "one"], "the newest first")
            #expect(try await names("", nil) == ["five"])
            #expect(try await names("name=~T", team.id) == ["three", "two", "one"], "the project is part of the name")
            #expect(try await names("name=~+t", team.id) == ["three", "two"])
            #expect(try await names("name=robot$team+two", team.id) == ["two"], "as it signs in")
            #expect(try await names("expires_soon=true", team.id) == ["one"])
            #expect(try await names("expires_soon=false", team.id) == ["three", "two"])
            #expect(try await names("disable=true", team.id) == [])
            await #expect(throws: ListingError.self) { _ = try await names("expires_soon=perhaps", team.id) }
            await #expect(throws: ListingError.self) { _ = try await names("secret_code=x", team.id) }
            let page = try await registry.robots.list(
                ListRequest(sort: SortKey.parse("name"), page: Page(number: 2, size: 2)), of: team.id)
            #expect(page.total == 3 && page.elements.map(\.shortName) == ["two"])
            #expect(page.elements.allSatisfy { $0.permissions.count == 1 }, "each with its permissions")
            #expect(try await registry.robots.expiringSoon(limit: 10).map(\.shortName) == ["one"])
            registry.clock.advance(bySeconds: 3 * 86_400)
            #expect(try await registry.robots.expiringSoon(limit: 10).map(\.shortName) == ["two"], "over is not soon")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func theTimeOfUseIsKept(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await registry.makeProject("team")
            let robot = try await registry.makeRobot("ci", in: "team", Self.own("team")).robot
            let first = registry.clock.now
            #expect(try await registry.robots.find(id: robot.id).lastUsedAt == nil, "not written by the request")
            registry.clock.advance(bySeconds: 5)
            registry.robotUses.note(robot.id)
            try await registry.robotUses.flush()
            #expect(try await registry.robots.find(id: robot.id).lastUsedAt == first, "the first time in a minute")
            registry.clock.advance(bySeconds: 60)
            try await registry.robotUses.flush()
            #expect(try await registry.robots.find(id: robot.id).lastUsedAt == first)
            registry.robotUses.note(robot.id)
            try await registry.robotUses.flush()
            #expect(try await registry.robots.find(id: robot.id).lastUsedAt == registry.clock.now)
        }
    }
}
