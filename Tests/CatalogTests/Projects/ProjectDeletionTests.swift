import Access
import Catalog
import OCI
import RegistryTesting
import SQL
import Testing

/// Deletion of projects with all they hold.
@Suite struct ProjectDeletionTests {
    @Test(arguments: DatabaseKind.allCases)
    func everythingGoesWithAProject(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let images = [
                try await registry.pushImage(1, to: repository, tags: ["1", "latest"]),
                try await registry.pushImage(2, to: repository),
            ]
            try await registry.push(
                SampleManifest.index(try images.map { try $0.descriptor() }), to: repository, tags: ["all"])
            let kept = try await registry.makeRepository("other/app")
            _ = try await registry.pushImage(1, to: kept, tags: ["1"])
            let project = try #require(try await registry.projects.find(named: "team"))
            let dev = try await registry.makeUser("dev")
            try await registry.enroll(dev, in: project, as: .guest)
            _ = try await registry.labels.create(
                LabelContent(name: "l", description: "", color: ""), projectID: project.id)
            let preview = try await registry.deletions.preview(of: project)
            #expect(preview.repositories == 1 && preview.artifacts == 3 && preview.tags == 3)
            #expect(preview.members == 1 && preview.labels == 1)
            #expect(preview.bytes > 0)
            #expect(try await registry.projects.isDeletable(project) == false)
            await #expect(throws: ProjectError.notEmpty("team")) { try await registry.projects.delete(named: "team") }
            try await registry.deletions.delete(project)
            #expect(try await registry.projects.find(named: "team") == nil)
            let counts: [(table: String, statement: SQL)] = [
                ("artifact", "SELECT count(*) AS n FROM artifact"), ("tag", "SELECT count(*) AS n FROM tag"),
                ("manifest", "SELECT count(*) AS n FROM manifest"),
                ("repository", "SELECT count(*) AS n FROM repository"),
                ("project", "SELECT count(*) AS n FROM project"),
            ]
            for (table, statement) in counts {
                #expect(try await registry.number(statement) == 1, "\(table): what the other project has stays")
            }
            #expect(try await registry.number("SELECT count(*) AS n FROM label") == 0)
            #expect(try await registry.manifests.find(.tag(Tag("1")), repositoryID: kept.id) != nil)
            let again = try await registry.makeProject("team")
            #expect(again.id != project.id)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func anInterruptedDeletionIsFinished(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            _ = try await registry.pushImage(1, to: repository, tags: ["1"])
            let project = try #require(try await registry.projects.find(named: "team"))
            try await registry.changes.write(changing: [.project("team")]) { connection in
                _ = try connection.execute("UPDATE project SET is_deleting = \(true) WHERE id = \(project.id)")
            }
            #expect(try await registry.projects.find(named: "team") == nil, "there for nobody")
            #expect(try await registry.projects.find(id: project.id) == nil)
            #expect(try await registry.projects.list().isEmpty)
            let name = try RepositoryName("team/new")
            #expect(try await registry.repositories.findOrCreate(name, projectID: project.id) == nil, "no push")
            await #expect(throws: ProjectError.nameTaken("team")) { try await registry.makeProject("team") }
            await #expect(throws: ProjectError.unknown("team")) { try await registry.deletions.delete(project) }
            try await registry.deletions.resume()
            #expect(try await registry.number("SELECT count(*) AS n FROM project") == 0)
            #expect(try await registry.number("SELECT count(*) AS n FROM artifact") == 0)
        }
    }

    /// Pushes that are under way when the project goes are refused or go with it; they leave nothing behind.
    @Test(arguments: DatabaseKind.allCases)
    func pushesBesideADeletionLeaveNothing(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            for number in 0..<10 { _ = try await registry.pushImage(number, to: repository, tags: ["t\(number)"]) }
            let project = try #require(try await registry.projects.find(named: "team"))
            _ = try await concurrently(5) { number in
                if number == 0 {
                    try await registry.deletions.delete(project)
                    return
                }
                for image in 0..<5 {
                    do {
                        _ = try await registry.pushImage(number * 100 + image, to: repository, tags: ["n\(number)"])
                    } catch {
                        // The repository has gone: as good an end as any.
                        return
                    }
                }
            }
            #expect(try await registry.number("SELECT count(*) AS n FROM project") == 0)
            #expect(try await registry.number("SELECT count(*) AS n FROM artifact") == 0)
            #expect(try await registry.number("SELECT count(*) AS n FROM repository_blob") == 0)
        }
    }
}
