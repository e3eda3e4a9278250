import Access
import Catalog
import Identity
import OCI
import RegistryTesting
import SQL
import Testing

@Suite struct ProjectTests {
    private struct Refusal: Error {}

    @Test(arguments: DatabaseKind.allCases)
    func projectsAreMadeFoundAndDeleted(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            #expect(try await registry.projects.find(named: "team") == nil)
            let made = try await registry.makeProject("team", isPublic: true, allowsSparseIndex: true)
            #expect(made.isPublic && made.allowsSparseIndex)
            #expect(try await registry.projects.find(named: "team") == made)
            await #expect(throws: ProjectError.nameTaken("team")) { try await registry.makeProject("team") }
            try await registry.makeProject("a-team")
            #expect(try await registry.projects.list().map(\.name) == ["a-team", "team"])
            try await registry.projects.delete(named: "team")
            #expect(try await registry.projects.find(named: "team") == nil, "what was remembered is gone")
            await #expect(throws: ProjectError.unknown("team")) { try await registry.projects.delete(named: "team") }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aProjectWithArtifactsStays(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository)
            await #expect(throws: ProjectError.notEmpty("team")) { try await registry.projects.delete(named: "team") }
            try await registry.delete(image.digest(), from: repository)
            try await registry.projects.delete(named: "team")
            #expect(try await registry.repositories.find(RepositoryName("team/app")) == nil)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aProjectIsMadeWithItsFirstMemberOrNotAtAll(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let owner = try await registry.makeUser("dev")
            await #expect(throws: Refusal.self) {
                try await registry.projects.create(ProjectName("team"), ownerID: owner.id, isPublic: false) { _, _ in
                    throw Refusal()
                }
            }
            #expect(try await registry.projects.list().isEmpty)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aRepositoryIsMadeOnce(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let project = try await registry.makeProject("team")
            let name = try RepositoryName("team/app")
            #expect(try await registry.repositories.find(name) == nil)
            let made = try await concurrently(8) { _ in
                try await registry.repositories.findOrCreate(name, projectID: project.id)?.id
            }
            #expect(Set(made).count == 1)
            try await registry.projects.delete(named: "team")
            #expect(try await registry.repositories.findOrCreate(name, projectID: project.id) == nil)
            let again = try await registry.makeProject("team")
            let second = try await registry.repositories.findOrCreate(name, projectID: again.id)
            #expect(second?.projectID == again.id && second?.id != made[0])
        }
    }
}
