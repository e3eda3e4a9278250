import Access
import Catalog
import Identity
import Listing
import OCI
import RegistryTesting
import SQL
import Testing

/// That lists stay fast however much a registry holds: few statements, and none that goes through a whole table.
@Suite struct ListingPlanTests {
    private static var everything: ArtifactViewOptions {
        var options = ArtifactViewOptions()
        options.withLabels = true
        options.withInheritedAccessories = true
        return options
    }

    @Test(arguments: DatabaseKind.allCases)
    func aLongPageTakesAsFewStatementsAsAShortOne(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let project = try await registry.fill(repositories: 51, artifacts: 51, tags: 3)
            let some = try await registry.repositories.find(RepositoryName("filled/7"))
            let repository = try #require(some)
            for size: Int64 in [1, 50] {
                let watched = WatchedDatabase(registry.database)
                let lists = ArtifactListService(database: watched, details: registry.artifactDetails)
                let request = ListRequest(page: try Page(number: 1, size: size))
                for scope in [ArtifactScope.repository(repository.id), .project(project.id, repositories: nil)] {
                    let listed = try await lists.list(request, in: scope, options: Self.everything)
                    #expect(listed.elements.count == Int(size))
                    #expect(listed.elements.allSatisfy { $0.tags.count == 3 })
                }
                // Artifacts and their number, tags, labels and, where there is an index, signatures and children.
                #expect((8...12).contains(watched.statements.count))
                let repositories = try await RepositoryListService(database: watched).list(
                    request, in: .project(project.id, .all))
                #expect(repositories.elements.map(\.artifactCount) == Array(repeating: 51, count: Int(size)))
                #expect(watched.statements.count <= 14)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func theRepositoriesOfLateAreFoundByTheirIndex(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            _ = try await registry.fill(repositories: 1000, artifacts: 1, tags: 1)
            let user = try await registry.makeUser("dev")
            for name in ["filled", "closed", "open"] {
                let repository = try await registry.makeRepository("\(name)/app")
                registry.clock.advance(bySeconds: 2)
                _ = try await registry.pushImage(1, to: repository)
            }
            let filled = try #require(try await registry.projects.find(named: "filled"))
            try await registry.members.add(user, to: filled.facts, role: .guest)
            let watched = WatchedDatabase(registry.database)
            let request = ListRequest(sort: SortKey.parse("-update_time"), page: try Page(number: 1, size: 3))
            let administrator = try await registry.makeUser("root", isAdministrator: true)
            let cases: [(User, [String], Int64)] = [
                (administrator, ["open/app", "closed/app", "filled/app"], 1003),
                (user, ["filled/app", "filled/1000", "filled/999"], 1001),
            ]
            for (user, names, total) in cases {
                let reach = try await registry.authorization.reach(of: .user(user), permission: .repositoryList)
                let listed = try await RepositoryListService(database: watched).list(request, in: .reach(reach))
                #expect(listed.elements.map(\.name) == names && listed.total == total)
            }
            let statement = try #require(watched.statements.first { $0.text.contains("LIMIT") })
            let plan = try await watched.plan(of: statement)
            #expect(plan.contains { $0.contains("repository_updated") }, "\(plan)")
        }
    }

    /// The tables that no statement may go through from one end to the other, by the names that statements give them.
    private static func fullScans(_ plan: [String], _ dialect: Dialect) -> [String] {
        plan.filter { line in
            switch dialect {
            case .sqlite:
                // "SCAN a", also "SCAN a USING INDEX …": the names of repositories and lists of numbers may be.
                let words = line.split(separator: " ")
                return words.first == "SCAN" && !["r", "p", "json_each", "CONSTANT"].contains(words.dropFirst().first)
            case .postgresql:
                return ["artifact", "tag", "artifact_child", "artifact_label"].contains { table in
                    line.contains("Seq Scan on \(table) ") || line.hasSuffix("Seq Scan on \(table)")
                }
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func noStatementGoesThroughAWholeTable(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let project = try await registry.fill(repositories: 150, artifacts: 40, tags: 2)
            let some = try await registry.repositories.find(RepositoryName("filled/7"))
            let repository = try #require(some)
            let watched = WatchedDatabase(registry.database)
            let lists = ArtifactListService(database: watched, details: registry.artifactDetails)
            let queries = [
                "", "tags=*", "tags=nil", "tags=t1-1", "tags=~t1", "labels=(1 2)", "type=IMAGE", "base=*",
                "push_time=[2000-01-01~]", "digest=sha256:1",
            ]
            for query in queries {
                let request = ListRequest(filters: try QueryGrammar.parse(query))
                _ = try await lists.list(request, in: .repository(repository.id), options: Self.everything)
            }
            for reference in ["t1-1", "sha256:\(String(repeating: "0", count: 64))"] {
                _ = try await lists.find(Reference(reference), repositoryID: repository.id, options: Self.everything)
                _ = try await lists.number(of: Reference(reference), repositoryID: repository.id)
            }
            let number = try await lists.list(ListRequest(), in: .repository(repository.id)).elements.first?.id
            let id = try #require(number)
            _ = try await lists.tags(of: id, ListRequest())
            _ = try await lists.tags(ofRepository: repository.id, ListRequest())
            var few = Self.everything
            few.tagLimit = 1
            _ = try await lists.list(ListRequest(), in: .repository(repository.id), options: few)
            _ = try await lists.accessories(of: id, ListRequest())
            let repositories = RepositoryListService(database: watched)
            _ = try await repositories.find(id: repository.id)
            _ = try await repositories.list(ListRequest(), in: .project(project.id, .all))
            #expect(watched.statements.count > 30)
            for statement in Set(watched.statements) {
                let plan = try await watched.plan(of: statement)
                #expect(Self.fullScans(plan, watched.dialect) == [], "\(statement.text)")
            }
        }
    }
}
