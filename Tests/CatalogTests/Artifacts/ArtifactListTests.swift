import Catalog
import Listing
import OCI
import RegistryTesting
import SQL
import Testing

/// Lists of artifacts: what is shown, in which order, and how many there are.
@Suite struct ArtifactListTests {
    /// An image with two tags, an untagged one, an index with a tagged and an untagged child, and a chart.
    private func prepare(_ registry: RegistryFixture) async throws -> RepositoryRecord {
        let repository = try await registry.makeRepository("team/app")
        _ = try await registry.pushImage(1, to: repository, tags: ["v1", "latest"])
        registry.clock.advance(bySeconds: 1)
        _ = try await registry.pushImage(2, to: repository)
        registry.clock.advance(bySeconds: 1)
        let tagged = try await registry.pushImage(3, to: repository, tags: ["child"]).descriptor()
        registry.clock.advance(bySeconds: 1)
        let untagged = try await registry.pushImage(4, to: repository).descriptor()
        registry.clock.advance(bySeconds: 1)
        try await registry.push(SampleManifest.index([tagged, untagged]), to: repository, tags: ["multi_1"])
        registry.clock.advance(bySeconds: 1)
        try await registry.push(
            configuration: #"{"name":"web"}"#, of: "application/vnd.cncf.helm.config.v1+json",
            artifactType: "application/vnd.acme.chart", tags: ["1.2.3"], to: repository)
        return repository
    }

    private func names(_ listed: Listed<ArtifactView>) -> [String] {
        listed.elements.map { $0.tags.map(\.name).sorted().joined(separator: "+") }
    }

    @Test(
        arguments: DatabaseKind.allCases,
        [
            ("", ["1.2.3", "multi_1", "child", "", "latest+v1"]),
            ("tags=*", ["1.2.3", "multi_1", "child", "latest+v1"]),
            ("tags=nil", [""]),
            ("tags=v1", ["latest+v1"]),
            ("tags=V1", []),
            ("tags=~L", ["multi_1", "child", "latest+v1"]),
            ("tags=~_", ["multi_1"]),
            ("tags=~%", []),
            ("tags={v1 child}", ["child", "latest+v1"]),
            ("tags=(v1 latest)", ["latest+v1"]),
            ("tags=(v1 child)", []),
            ("type=CHART", ["1.2.3"]),
            ("type={CHART IMAGE},tags=1.2.3", ["1.2.3"]),
            ("media_type=application/vnd.cncf.helm.config.v1+json", ["1.2.3"]),
            ("artifact_type=application/vnd.acme.chart", ["1.2.3"]),
            ("manifest_media_type=application/vnd.oci.image.index.v1+json", ["multi_1"]),
            ("base=*", ["1.2.3", "multi_1", "", "child", "", "latest+v1"]),
            ("labels=(1 2)", []),
            ("labels=1", []),
            ("labels={1 2}", []),
            ("push_time=[2000-01-01~2001-01-01]", []),
            ("push_time=[2000-01-01~]", ["1.2.3", "multi_1", "child", "", "latest+v1"]),
            ("ProjectID=7", ["1.2.3", "multi_1", "child", "", "latest+v1"]),
        ])
    func filters(_ kind: DatabaseKind, _ example: (query: String, expected: [String])) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await prepare(registry)
            let listed = try await registry.list(example.query, in: .repository(repository.id))
            #expect(names(listed) == example.expected)
            #expect(listed.total == Int64(example.expected.count))
            let scope = ArtifactScope.project(repository.projectID, repositories: nil)
            let ofProject = try await registry.list(example.query, in: scope)
            #expect(names(ofProject) == example.expected, "the same across the project")
        }
    }

    @Test(
        arguments: DatabaseKind.allCases,
        [
            "nope=1", "tags=[a~b]", "labels=web", "labels=~1", "labels=[1~2]", "base=1", "base=~x", "push_time=soon",
            "size=large", "size=~1", "id=99999999999999999999", "type=(A B)",
        ])
    func refuses(_ kind: DatabaseKind, _ query: String) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            await #expect(throws: ListingError.self) { try await registry.list(query, in: .repository(repository.id)) }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func pagesAndOrders(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await prepare(registry)
            let whole = try await registry.list(in: .repository(repository.id))
            var collected: [Int64] = []
            for number: Int64 in 1...3 {
                let page = try await registry.list(page: Page(number: number, size: 2), in: .repository(repository.id))
                #expect(page.total == 5)
                collected += page.elements.map(\.id)
            }
            #expect(collected == whole.elements.map(\.id))
            let behind = try await registry.list(page: Page(number: 9, size: 2), in: .repository(repository.id))
            #expect(behind.elements.isEmpty)
            #expect(behind.total == 5, "a page behind the end knows the total")
            let oldest = try await registry.list(sort: "push_time", in: .repository(repository.id))
            #expect(oldest.elements.map(\.id) == collected.reversed())
            let bySize = try await registry.list(sort: "-size,unknown", in: .repository(repository.id))
            #expect(bySize.elements.map(\.size) == bySize.elements.map(\.size).sorted(by: >))
            let all = try await registry.list(page: Page(number: 1, size: 0), in: .repository(repository.id))
            #expect(all.total == 5)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func everythingAtOnce(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let project = try await registry.fill(repositories: 1, artifacts: 300, tags: 1)
            let scope = ArtifactScope.project(project.id, repositories: nil)
            var options = ArtifactViewOptions()
            options.withLabels = true
            options.withInheritedAccessories = true
            let all = try await registry.list(page: Page(number: 1, size: 0), in: scope, options: options)
            #expect(all.elements.count == 300)
            #expect(all.elements.allSatisfy { $0.tags.count == 1 && $0.labels.count == 5 })
            #expect(all.total == 300)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func theLatestOfEachRepository(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let first = try await prepare(registry)
            let second = try await registry.makeRepository("team/other")
            _ = try await registry.pushImage(9, to: second, tags: ["other"])
            _ = try await registry.makeRepository("team/empty")
            let scope = ArtifactScope.project(first.projectID, repositories: nil)
            let query = "media_type=application/vnd.oci.image.config.v1+json"
            let latest = try await registry.list(query, in: scope, isLatestOnly: true)
            #expect(Set(names(latest)) == ["child", "other"])
            let paged = try await registry.list(query, page: Page(number: 1, size: 1), in: scope, isLatestOnly: true)
            #expect(paged.total == 2)
            let limited = try await registry.list(in: .project(first.projectID, repositories: [second.id]))
            #expect(names(limited) == ["other"])
            #expect(try await registry.list(in: .project(first.projectID, repositories: [])).total == 0)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func tagsInPages(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            for number in 1...5 {
                _ = try await registry.pushImage(1, to: repository, tags: ["v\(number)"])
                registry.clock.advance(bySeconds: 1)
            }
            let found = try await registry.artifactLists.number(of: Reference("v1"), repositoryID: repository.id)
            let id = try #require(found)
            let newest = try await registry.artifactLists.tags(of: id, ListRequest(page: Page(number: 1, size: 2)))
            #expect(newest.elements.map(\.name) == ["v5", "v4"])
            #expect(newest.total == 5)
            let fuzzy = try await registry.artifactLists.tags(
                of: id, ListRequest(filters: QueryGrammar.parse("name=~V3")))
            #expect(fuzzy.elements.map(\.name) == ["v3"])
            let sorted = try await registry.artifactLists.tags(of: id, ListRequest(sort: SortKey.parse("name")))
            #expect(sorted.elements.map(\.name) == ["v1", "v2", "v3", "v4", "v5"])
            await #expect(throws: ListingError.self) {
                try await registry.artifactLists.tags(of: id, ListRequest(filters: QueryGrammar.parse("digest=x")))
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func labelsAreShown(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await prepare(registry)
            let (now, projectID) = (registry.clock.now, repository.projectID)
            try await registry.database.write { connection in
                for (name, project) in [("red", Int64?.none), ("blue", projectID)] {
                    try connection.execute(
                        """
                        INSERT INTO label (name, description, color, project_id, created_at, updated_at)
                        VALUES (\(name), '', '#000000', \(optional: project), \(now), \(now))
                        """)
                }
                try connection.execute(
                    """
                    INSERT INTO artifact_label (artifact_id, label_id)
                    SELECT t.artifact_id, l.id FROM tag t, label l
                    WHERE t.name = 'v1' OR (t.name = 'child' AND l.id = 1)
                    """)
            }
            var options = ArtifactViewOptions()
            options.withLabels = true
            let listed = try await registry.list("labels=(1 2)", in: .repository(repository.id), options: options)
            #expect(names(listed) == ["latest+v1"])
            #expect(listed.elements.first?.labels.map(\.name) == ["red", "blue"])
            #expect(listed.elements.first?.labels.map(\.projectID) == [nil, projectID])
            #expect(names(try await registry.list("labels={1 2}", in: .repository(repository.id))).count == 2)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func tagsOfManyArtifacts(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let other = try await registry.makeRepository("team/other")
            _ = try await registry.pushImage(1, to: other, tags: ["v9"])
            for (number, tags) in [(1, ["v1", "old"]), (2, ["v2"]), (3, ["v3", "latest", "stable"])] {
                registry.clock.advance(bySeconds: 1)
                _ = try await registry.pushImage(number, to: repository, tags: tags)
            }
            let cases: [(query: String, sort: String, expected: [String], reason: String)] = [
                ("", "name", ["latest", "old", "stable", "v1", "v2", "v3"], "of all artifacts"),
                ("name=~V", "-push_time,name", ["v3", "v2", "v1"], "a part of a name, the newest first"),
                ("type=IMAGE", "-name", ["v3", "v2", "v1", "stable", "old", "latest"], "of a kind"),
                ("digest=sha256:0", "", [], "of an artifact there isn't"),
            ]
            for (query, sort, expected, reason) in cases {
                let request = ListRequest(filters: try QueryGrammar.parse(query), sort: SortKey.parse(sort))
                let listed = try await registry.artifactLists.tags(ofRepository: repository.id, request)
                #expect(listed.elements.map(\.tag.name) == expected && listed.total == expected.count, "\(reason)")
            }
            var options = ArtifactViewOptions()
            options.tagLimit = 2
            let listed = try await registry.list(sort: "push_time", in: .repository(repository.id), options: options)
            #expect(listed.elements.map(\.tags.count) == [2, 1, 2] && listed.elements.map(\.tagCount) == [2, 1, 3])
            let page = ListRequest(page: try Page(number: 2, size: 4))
            let second = try await registry.artifactLists.tags(ofRepository: repository.id, page)
            #expect(second.elements.count == 2 && second.total == 6)
        }
    }
}
