import Access
import Catalog
import Identity
import Listing
import OCI
import RegistryTesting
import SQL
import Testing

/// Search finds what fits, and nothing that the caller may not see.
@Suite struct SearchTests {
    private func found(
        _ registry: RegistryFixture, _ kind: SearchKind, _ text: String, _ principal: Principal
    ) async throws -> [String] {
        let search = SearchService(database: registry.database, authorization: registry.authorization)
        let page = try Page(number: 1, size: 100)
        let listed = try await search.search(kind, for: text, page: page, as: principal)
        #expect(listed.total == Int64(listed.elements.count))
        return listed.elements.map { result in
            switch kind {
            case .project: result.projectName ?? ""
            case .repository: result.repositoryName ?? ""
            case .tag: "\(result.repositoryName ?? ""):\(result.tag ?? "")"
            case .digest: result.repositoryName ?? ""
            case .label: result.label?.content.name ?? ""
            }
        }
    }

    private func fill(_ registry: RegistryFixture) async throws -> (admin: Principal, dev: Principal, image: Manifest) {
        let admin = try await registry.makeUser("admin", isAdministrator: true)
        try await registry.makeProject("open", isPublic: true)
        let team = try await registry.makeProject("team")
        let part = try await registry.makeProject("part")
        let hidden = try await registry.makeProject("hidden")
        var image: Manifest?
        for name in ["open/app", "team/app", "team/100%", "part/app/one", "part/base", "hidden/app"]
        where !name.contains("%") {
            let repository = try await registry.makeRepository(name)
            image = try await registry.pushImage(1, to: repository, tags: ["v1.0", "v1.1", "latest"])
        }
        let dev = try await registry.makeUser("dev")
        try await registry.enroll(dev, in: team, as: .developer)
        try await registry.enroll(dev, in: part, as: .guest, repositories: "app/*")
        for (name, project) in [("global", Int64?.none), ("team", team.id), ("part", part.id), ("hidden", hidden.id)] {
            _ = try await registry.labels.create(
                LabelContent(name: "label-\(name)", description: "", color: ""), projectID: project)
        }
        return (.user(admin), .user(dev), try #require(image))
    }

    @Test(arguments: DatabaseKind.allCases)
    func nobodyFindsWhatTheyMayNotSee(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let (admin, dev, image) = try await fill(registry)
            let digest = try image.digest().description
            let short = String(digest.dropFirst("sha256:".count).prefix(12))
            let seen = ["open/app", "part/app/one", "team/app"]
            let all = ["hidden/app", "open/app", "part/app/one", "part/base", "team/app"]
            func check(
                _ what: SearchKind, _ text: String, anonymous: [String], dev expected: [String], admin every: [String]
            ) async throws {
                #expect(try await found(registry, what, text, .anonymous) == anonymous, "\(what) \(text)")
                #expect(try await found(registry, what, text, dev) == expected, "\(what) \(text)")
                #expect(try await found(registry, what, text, admin).sorted() == every.sorted(), "\(what) \(text)")
            }
            try await check(
                .project, "e", anonymous: ["open"], dev: ["open", "team"], admin: ["hidden", "open", "team"])
            try await check(
                .repository, "APP", anonymous: ["open/app"], dev: seen, admin: all.filter { $0 != "part/base" })
            try await check(.repository, "base", anonymous: [], dev: [], admin: ["part/base"])
            try await check(.repository, "%", anonymous: [], dev: [], admin: [])
            try await check(
                .tag, "v1.0", anonymous: ["open/app:v1.0"], dev: seen.map { $0 + ":v1.0" },
                admin: all.map { $0 + ":v1.0" })
            try await check(.tag, "1.0", anonymous: [], dev: [], admin: [])
            try await check(.tag, "V1", anonymous: [], dev: [], admin: [])
            try await check(.digest, digest, anonymous: ["open/app"], dev: seen, admin: all)
            try await check(.digest, short, anonymous: ["open/app"], dev: seen, admin: all)
            try await check(.digest, String(digest.prefix(20)), anonymous: ["open/app"], dev: seen, admin: all)
            try await check(
                .label, "label-", anonymous: [], dev: ["label-global", "label-team"],
                admin: ["label-global", "label-hidden", "label-part", "label-team"])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func harborsSearchIsFilteredToo(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let (_, dev, _) = try await fill(registry)
            let search = SearchService(database: registry.database, authorization: registry.authorization)
            let page = try Page(number: 1, size: 2)
            let first = try await search.repositories("", page: page, for: dev)
            #expect(first.map(\.name) == ["open/app", "part/app/one"], "a page of two")
            #expect(first[0].artifactCount == 1 && first[0].isPublic && first[0].projectName == "open")
            let second = try await search.repositories("", page: try Page(number: 2, size: 2), for: dev)
            #expect(second.map(\.name) == ["team/app"])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func beginningsAreFoundByIndex(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let (admin, dev, _) = try await fill(registry)
            let now = registry.clock.now
            // Enough rows for the planner to mind, and statistics of them.
            try await registry.database.write { connection in
                for number in 0..<200 {
                    try connection.execute(
                        """
                        INSERT INTO repository (project_id, name, pull_count, created_at, updated_at)
                        SELECT id, 'open/r' || \(String(number)), 0, \(now), \(now) FROM project WHERE name = 'open'
                        """)
                }
                try connection.execute(
                    """
                    INSERT INTO artifact (repository_id, digest, media_type, manifest_size, total_size, pull_count,
                        pushed_at) SELECT id, 'sha256:' || id, '', 0, 0, 0, \(now) FROM repository WHERE name LIKE '%/r%'
                    """)
                for number in 0..<40 {
                    try connection.execute(
                        """
                        INSERT INTO tag (repository_id, name, artifact_id, pushed_at)
                        SELECT repository_id, 'x' || \(String(number)) || '-' || id, id, \(now) FROM artifact
                        """)
                }
                try connection.execute("ANALYZE")
            }
            let recorder = StatementRecorder(registry.database)
            let search = SearchService(
                database: recorder,
                authorization: AuthorizationService(database: recorder, changes: registry.changes))
            for (kind, text) in [(SearchKind.tag, "x39-1"), (.digest, "sha256:77")] {
                for principal in [admin, dev] {
                    _ = try await search.search(kind, for: text, page: .first, as: principal)
                    for statement in recorder.statements() {
                        let plan = try await recorder.plan(of: statement)
                        let scans = StatementRecorder.scans(of: ["tag", "artifact", "t", "a"], in: plan)
                        #expect(scans.isEmpty, "\(kind) for \(principal.name): \(statement.text)\n\(plan)")
                    }
                }
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func theRegistryIsCounted(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let (admin, dev, _) = try await fill(registry)
            let statistics = StatisticService(database: registry.database, authorization: registry.authorization)
            let seen = try await statistics.statistic(for: dev)
            #expect(seen.open.projects == 1 && seen.open.repositories == 1)
            #expect(seen.closed.projects == 2 && seen.closed.repositories == 3, "of its projects")
            #expect(seen.total.projects == 0 && seen.bytes == 0, "for administrators only")
            let all = try await statistics.statistic(for: admin)
            #expect(all.total.projects == 4 && all.total.repositories == 5 && all.bytes > 0)
        }
    }
}
