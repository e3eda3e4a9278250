import Catalog
import OCI
import RegistryTesting
import SQL
import Testing

@Suite struct ManifestDeletionTests {
    @Test(arguments: DatabaseKind.allCases)
    func aTagGoesAndItsManifestStays(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository, tags: ["a", "b"])
            #expect(try await registry.manifests.find(Reference("a"), repositoryID: repository.id) != nil)
            try await registry.delete(Tag("a"), from: repository)
            #expect(try await registry.manifests.find(Reference("a"), repositoryID: repository.id) == nil)
            #expect(try await registry.manifests.find(Reference("b"), repositoryID: repository.id) != nil)
            #expect(try await registry.manifests.find(.digest(image.digest()), repositoryID: repository.id) != nil)
            await #expect(throws: CatalogError.unknown) {
                try await registry.delete(Tag("a"), from: repository)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aManifestGoesWithItsTags(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository, tags: ["a", "b"])
            let other = try await registry.pushImage(2, to: repository, tags: ["c"])
            #expect(try await registry.manifests.find(Reference("a"), repositoryID: repository.id) != nil)
            try await registry.delete(image.digest(), from: repository)
            #expect(try await registry.manifests.find(Reference("a"), repositoryID: repository.id) == nil)
            #expect(try await registry.manifests.find(.digest(image.digest()), repositoryID: repository.id) == nil)
            #expect(try await registry.manifests.find(Reference("c"), repositoryID: repository.id) != nil)
            #expect(try await registry.manifests.tags(repositoryID: repository.id, after: nil, limit: 10) == ["c"])
            await #expect(throws: CatalogError.unknown) {
                try await registry.delete(image.digest(), from: repository)
            }
            for statement: SQL in [
                "SELECT count(*) AS n FROM manifest", "SELECT count(DISTINCT artifact_id) AS n FROM artifact_blob",
            ] { #expect(try await registry.number(statement) == 1) }
            #expect(
                try await registry.manifests.content(
                    of: #require(
                        try await registry.manifests.find(.digest(other.digest()), repositoryID: repository.id)))
                    != nil)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aChildOfAnIndexIsProtected(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let child = try await registry.pushImage(1, to: repository, tags: ["child"])
            let index = try SampleManifest.index([child.descriptor()])
            try await registry.push(index, to: repository)
            let outer = try SampleManifest.index([index.descriptor()])
            try await registry.push(outer, to: repository)
            for digest in [try child.digest(), try index.digest()] {
                await #expect(throws: CatalogError.partOfIndex) {
                    try await registry.delete(digest, from: repository)
                }
            }
            // The tag may go, and from the outside in everything.
            try await registry.delete(Tag("child"), from: repository)
            for digest in [try outer.digest(), try index.digest(), try child.digest()] {
                try await registry.delete(digest, from: repository)
            }
            #expect(try await registry.number("SELECT count(*) AS n FROM artifact") == 0)
        }
    }

    /// An index is pushed while its child is being deleted: either the push is refused or the deletion.
    @Test(arguments: DatabaseKind.allCases)
    func noIndexLosesAChildToARace(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            for number in 0..<15 {
                let child = try await registry.pushImage(number, to: repository)
                let index = try SampleManifest.index([child.descriptor()])
                async let isPushed = succeeds { try await registry.push(index, to: repository) }
                async let isDeleted = succeeds {
                    try await registry.delete(child.digest(), from: repository)
                }
                let outcome = try await (isPushed, isDeleted)
                #expect(outcome.0 != outcome.1, "exactly one of both")
            }
        }
    }

    /// Whether the body succeeds; an error that isn't about the catalog is thrown on.
    private func succeeds(_ body: () async throws -> Void) async throws -> Bool {
        do {
            try await body()
            return true
        } catch is CatalogError { return false }
    }
}
