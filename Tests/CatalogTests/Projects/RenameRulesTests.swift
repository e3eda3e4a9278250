import Admission
import Catalog
import Listing
import OCI
import RegistryTesting
import Testing

/// What a renaming must not undo: rules that keep tags, and rights on what is in the trash.
@Suite struct RenameRulesTests {
    @Test(arguments: DatabaseKind.allCases)
    func keptTagsStayKept(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let renames = RenameService(
                database: registry.database, changes: registry.changes, clock: registry.clock.wallClock,
                admission: registry.admission)
            let repository = try await registry.makeRepository("one/prod")
            _ = try await registry.pushImage(1, to: repository, tags: ["v1"])
            try await registry.makeRule("v*", in: repository)
            await #expect(throws: AdmissionError.immutable(repository: repository.name, tag: "v1")) {
                try await renames.rename(repository, to: "tmp")
            }
            #expect(try await registry.repositories.find(RepositoryName("one/tmp")) == nil)
            let free = try await registry.makeRepository("one/free")
            _ = try await registry.pushImage(2, to: free, tags: ["v1"])
            try await renames.rename(free, to: "tmp")
            #expect(try await registry.repositories.find(RepositoryName("one/tmp"))?.id == free.id)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func theTrashFollows(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("one/open")
            _ = try await registry.pushImage(1, to: repository, tags: ["v1"])
            _ = try await registry.deletion.deleteTag(try Tag("v1"), of: repository, by: "admin")
            try await registry.renames.rename(repository, to: "secret")
            let renamed = try #require(try await registry.repositories.find(RepositoryName("one/secret")))
            try await registry.deletion.deleteRepository(renamed, by: "admin")
            let found = try await registry.trash.list(ListRequest(), projectID: repository.projectID, isVisible: nil)
            #expect(found.total == 2)
            #expect(found.elements.allSatisfy { $0.repositoryName.path == "secret" }, "rights are asked of this name")
        }
    }
}
