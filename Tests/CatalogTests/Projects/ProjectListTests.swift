import Access
import Catalog
import Identity
import Listing
import OCI
import RegistryTesting
import SQL
import Testing

/// Lists of projects: who sees which, in which order, and in how many statements.
@Suite struct ProjectListTests {
    private func names(
        _ registry: RegistryFixture, _ principal: Principal, q: String = "", sort: String = ""
    ) async throws -> [String] {
        let request = ListRequest(
            filters: try QueryGrammar.parse(q), sort: SortKey.parse(sort), page: try Page(number: 1, size: 100))
        return try await registry.lists.list(request, for: principal).elements.map(\.project.name)
    }

    @Test(arguments: DatabaseKind.allCases)
    func everybodySeesWhatTheyMay(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let admin = try await registry.makeUser("admin", isAdministrator: true)
            let open = try await registry.makeProject("open", isPublic: true)
            let team = try await registry.makeProject("team")
            let scoped = try await registry.makeProject("scoped")
            let hidden = try await registry.makeProject("hidden")
            let dev = try await registry.makeUser("dev")
            try await registry.enroll(dev, in: team, as: .developer)
            try await registry.enroll(dev, in: scoped, as: .guest, repositories: "app/**")
            let robot = Principal.robot(
                Robot(
                    id: 1, name: "robot$x", projectID: nil, secretVersion: 1,
                    grants: RobotGrants(projects: [hidden.id: [Grant([.repositoryPull])]])))
            #expect(try await names(registry, .anonymous) == ["open"])
            #expect(try await names(registry, .user(dev)) == ["open", "scoped", "team"], "members also by a part")
            #expect(try await names(registry, robot) == ["hidden", "open"])
            #expect(try await names(registry, .user(admin)) == ["hidden", "open", "scoped", "team"])
            #expect(try await registry.lists.maySee(hidden, .user(dev)) == false)
            #expect(try await registry.lists.maySee(scoped, .user(dev)))
            #expect(try await registry.lists.maySee(open, .anonymous))
            let everywhere = Principal.robot(
                Robot(
                    id: 2, name: "robot$all", projectID: nil, secretVersion: 1,
                    grants: RobotGrants(everyProject: [Grant([.repositoryPull])])))
            #expect(try await names(registry, everywhere) == ["hidden", "open", "scoped", "team"])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func ownProjectsAreToldFromOthers(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let admin = try await registry.makeUser("admin", isAdministrator: true)
            let open = try await registry.makeProject("open", isPublic: true)
            let team = try await registry.makeProject("team")
            try await registry.makeProject("other")
            let dev = try await registry.makeUser("dev")
            try await registry.enroll(dev, in: team, as: .limitedGuest, repositories: "app/**")
            try await registry.enroll(admin, in: open, as: .guest)
            let cases: [(Principal, Bool, [String], String)] = [
                (.user(dev), true, ["team"], "a member, if only of a part"),
                (.user(dev), false, ["open"], "what else is seen"),
                (.user(admin), true, ["open"], "administrators see all and are members of few"),
                (.user(admin), false, ["other", "team"], "the others"),
                (.anonymous, true, [], "nobody is a member of nothing"), (.anonymous, false, ["open"], "the others"),
            ]
            for (principal, isMember, expected, reason) in cases {
                let found = try await registry.lists.list(ListRequest(), for: principal, isMember: isMember)
                #expect(found.elements.map(\.project.name) == expected && found.total == expected.count, "\(reason)")
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func listsAreFilteredAndSorted(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let admin = Principal.user(try await registry.makeUser("admin", isAdministrator: true))
            let other = try await registry.makeUser("other")
            for name in ["alpha", "beta", "gamma_1", "gammax1"] { try await registry.makeProject(name) }
            try await registry.projects.create(ProjectName("delta"), ownerID: other.id, isPublic: true)
            let cases: [(q: String, sort: String, expected: [String], reason: String)] = [
                ("", "", ["alpha", "beta", "delta", "gamma_1", "gammax1"], "by name if nothing is asked"),
                ("", "-name", ["gammax1", "gamma_1", "delta", "beta", "alpha"], "backwards"),
                ("name=beta", "", ["beta"], "the name itself"),
                ("name=~LPH", "", ["alpha"], "a part, whatever the case"),
                ("name=~a_1", "", ["gamma_1"], "an underline is no wildcard"),
                ("public=true", "", ["delta"], "public ones"),
                ("owner=other", "", ["delta"], "an owner's"),
                ("name={alpha beta}", "", ["alpha", "beta"], "one of several"),
                ("nonsense=1", "", [], "unknown keys are refused"),
            ]
            for (q, sort, expected, reason) in cases {
                if expected.isEmpty {
                    await #expect(throws: ListingError.unknownKey("nonsense"), "\(reason)") {
                        try await names(registry, admin, q: q)
                    }
                } else {
                    #expect(try await names(registry, admin, q: q, sort: sort) == expected, "\(reason)")
                }
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aPageTakesAsManyStatementsAsARow(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let dev = try await registry.makeUser("dev")
            for number in 0..<30 {
                let project = try await registry.makeProject("p\(number)", isPublic: number % 2 == 0)
                if number % 3 == 0 { try await registry.enroll(dev, in: project, as: .guest) }
                _ = try await registry.makeRepository("p\(number)/app")
            }
            let recorder = StatementRecorder(registry.database)
            let lists = ProjectListService(
                database: recorder, changes: registry.changes,
                authorization: AuthorizationService(database: recorder, changes: registry.changes))
            var counts: [Int] = []
            for size in [1, 25] {
                let request = ListRequest(page: try Page(number: 1, size: Int64(size)))
                let found = try await lists.list(request, for: .user(dev))
                #expect(found.elements.count == min(size, 20) && found.total == 20)
                #expect(found.elements.allSatisfy { $0.repositoryCount == 1 })
                counts.append(recorder.statements().count)
            }
            #expect(counts[0] == counts[1] && counts[0] <= 6)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func detailsFollowChanges(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let lists = registry.lists
            let project = try await registry.makeProject("team")
            let dev = try await registry.makeUser("dev")
            try await registry.enroll(dev, in: project, as: .developer)
            try await registry.enroll(dev, in: project, as: .guest, repositories: "x/*")
            var details = try await lists.details(of: project, for: .user(dev))
            #expect(details.roles == [2, 3], "the most powerful first")
            #expect(details.ownerName == "admin" || details.ownerName == "dev")
            #expect(details.metadata[.isPublic] == "false" && details.allowlist.content == .empty)
            var metadata = ProjectMetadata()
            try metadata.set(.isPublic, to: "true")
            try metadata.set(.severity, to: "high")
            let allowlist = try CVEAllowlistContent(items: ["CVE-2024-1", "CVE-2024-2"], expiresAt: 4_000_000_000)
            try await registry.projects.update(
                project, with: ProjectSettings(metadata: metadata, allowlist: allowlist))
            let changed = try #require(try await registry.projects.find(named: "team"))
            #expect(changed.isPublic && changed.updatedAt >= project.updatedAt)
            details = try await lists.details(of: changed, for: .user(dev))
            #expect(details.metadata[.severity] == "high" && details.metadata[.isPublic] == "true")
            #expect(details.allowlist.content == allowlist && details.allowlist.projectID == project.id)
            try await registry.projects.remove(.severity, from: changed)
            details = try await lists.details(of: changed, for: .user(dev))
            #expect(details.metadata[.severity] == nil)
            let summary = try await lists.summary(of: changed)
            #expect(summary.memberCounts == [2: 1, 3: 1] && summary.repositoryCount == 0)
        }
    }
}
