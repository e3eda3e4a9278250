import Access
import Catalog
import Identity
import Listing
import OCI
import RegistryTesting
import SQL
import Testing

/// Lists of repositories, and what people write about them.
@Suite struct RepositoryListTests {
    private func names(
        _ query: String = "", sort: String = "name", in scope: RepositoryScope, _ registry: RegistryFixture
    ) async throws -> [String] {
        let request = ListRequest(filters: try QueryGrammar.parse(query), sort: SortKey.parse(sort))
        let listed = try await registry.repositoryLists.list(request, in: scope)
        #expect(listed.total == Int64(listed.elements.count))
        return listed.elements.map(\.name)
    }

    @Test(arguments: DatabaseKind.allCases)
    func filtersAndOrders(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            var project: Int64 = 0
            for name in ["team/web", "team/web_app", "team/db", "other/web"] {
                let made = try await registry.makeRepository(name)
                if made.name.project == "team" { project = made.projectID }
                registry.clock.advance(bySeconds: 1)
            }
            let scope = RepositoryScope.project(project, .all)
            let cases: [(query: String, sort: String, expected: [String], reason: String)] = [
                ("", "", ["team/db", "team/web_app", "team/web"], "the newest first"),
                ("", "name", ["team/db", "team/web", "team/web_app"], "by name"),
                ("name=~WEB", "name", ["team/web", "team/web_app"], "a part, whatever the case"),
                ("name=~b_a", "name", ["team/web_app"], "_ is no wildcard"),
                ("name=team/web", "name", ["team/web"], "the whole name"),
                ("name=web", "name", [], "a name has its project in front"),
                ("path=web", "name", ["team/web"], "a path has not"), ("path=~TEA", "name", [], "nor a part of it"),
                (
                    "artifact_count=0", "-artifact_count,name", ["team/db", "team/web", "team/web_app"],
                    "what they hold"
                ),
                ("artifact_count=[1~]", "", [], "nothing yet"),
                ("creation_time=[2000-01-01~2001-01-01]", "name", [], "a range"),
            ]
            for (query, sort, expected, reason) in cases {
                #expect(try await names(query, sort: sort, in: scope, registry) == expected, "\(reason)")
            }
            await #expect(throws: ListingError.self) { try await names("tags=x", in: scope, registry) }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func everybodySeesTheirPart(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            _ = try await registry.makeProject("open", isPublic: true)
            for name in ["open/a", "team/web/a", "team/web/b", "team/db", "closed/a"] {
                _ = try await registry.makeRepository(name)
            }
            let team = try #require(try await registry.projects.find(named: "team")).id
            let list = Permission.repositoryList
            let part = Grant([list], repositories: try Glob("web/*"))
            let robots: [(RobotGrants, [String], String)] = [
                (RobotGrants(), ["open/a"], "public projects"),
                (
                    RobotGrants(projects: [team: [Grant([list])]]), ["open/a", "team/db", "team/web/a", "team/web/b"],
                    "a project"
                ),
                (RobotGrants(projects: [team: [part]]), ["open/a", "team/web/a", "team/web/b"], "a part of a project"),
                (RobotGrants(everyProject: [part]), ["open/a", "team/web/a", "team/web/b"], "a part of every project"),
            ]
            for (grants, expected, reason) in robots {
                let robot = Robot(id: 1, name: "robot$x", projectID: nil, secretVersion: 1, grants: grants)
                let reach = try await registry.authorization.reach(of: .robot(robot), permission: list)
                #expect(try await names(in: .reach(reach), registry) == expected, "\(reason)")
            }
            let nobody = try await registry.authorization.reach(of: .anonymous, permission: list)
            #expect(try await names(in: .reach(nobody), registry) == ["open/a"])
            let administrator = try #require(try await registry.users.list().first)
            let all = try await registry.authorization.reach(of: .user(administrator), permission: list)
            #expect(try await names(in: .reach(all), registry).count == 5)
            let visible = RepositoryVisibility.matching([try Glob("web/b")])
            #expect(try await names(in: .project(team, visible), registry) == ["team/web/b"])
            #expect(try await names(in: .project(team, .none), registry) == [])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func theUpdateTimeMoves(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            var last = registry.clock.now
            func expectMoved(_ reason: String, _ change: () async throws -> Void) async throws {
                registry.clock.advance(bySeconds: 60)
                try await change()
                let found = try #require(try await registry.repositoryLists.find(id: repository.id))
                #expect(found.updatedAt > last, "\(reason)")
                last = found.updatedAt
            }
            try await expectMoved("a push") { _ = try await registry.pushImage(1, to: repository, tags: ["v1"]) }
            try await expectMoved("another tag") { _ = try await registry.pushImage(1, to: repository, tags: ["v2"]) }
            try await expectMoved("a description") {
                let now = registry.clock.now
                _ = try await registry.repositoryLists.describe(id: repository.id, "<b>&", now: now)
            }
            let found = try #require(try await registry.repositoryLists.find(id: repository.id))
            #expect(found.description == "<b>&", "as it was written")
            #expect(found.createdAt < found.updatedAt)
            let now = registry.clock.now
            #expect(try await !registry.repositoryLists.describe(id: 99, "x", now: now))
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func artifactsAreCounted(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            func count() async throws -> Int64? {
                try await registry.repositoryLists.find(id: repository.id)?.artifactCount
            }
            #expect(try await count() == 0)
            let child = try await registry.pushImage(1, to: repository).descriptor()
            #expect(try await count() == 1)
            try await registry.push(SampleManifest.index([child]), to: repository, tags: ["multi"])
            #expect(try await count() == 1, "a part of an index isn't counted")
            _ = try await registry.pushImage(1, to: repository, tags: ["child"])
            #expect(try await count() == 2, "unless it has a tag")
        }
    }
}
