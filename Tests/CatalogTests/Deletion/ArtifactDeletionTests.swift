import Catalog
import Listing
import OCI
import RegistryTesting
import SQL
import Testing

/// What goes with an artifact that the management API deletes.
@Suite struct ArtifactDeletionTests {
    /// What a repository has, by names for the test's reader.
    private struct Scene {
        let registry: RegistryFixture
        let repository: RepositoryRecord
        var manifests: [String: Manifest] = [:]

        init(_ registry: RegistryFixture) async throws {
            self.registry = registry
            repository = try await registry.makeRepository("team/app")
        }

        mutating func image(_ name: String, tags: [String] = []) async throws {
            manifests[name] = try await registry.pushImage(manifests.count + 1, to: repository, tags: tags)
        }

        mutating func index(_ name: String, of children: [String], tags: [String] = []) async throws {
            let index = try SampleManifest.index(children.map { try #require(manifests[$0]).descriptor() })
            try await registry.push(index, to: repository, tags: tags)
            manifests[name] = index
        }

        mutating func accessory(_ name: String, of subject: String, tags: [String] = []) async throws {
            let config = try await registry.pushBlob(Array("{}".utf8), to: repository, mediaType: .ociEmpty)
            let manifest = try SampleManifest.image(
                config: config, layers: [config], subject: #require(manifests[subject]).descriptor(),
                artifactType: "application/vnd.example.signature", annotations: ["name": name])
            try await registry.push(manifest, to: repository, tags: tags)
            manifests[name] = manifest
        }

        func digest(_ name: String) throws -> Digest { try #require(manifests[name]).digest() }

        func delete(_ name: String) async throws {
            try await registry.deletion.deleteArtifact(.digest(digest(name)), of: repository, by: "alice")
        }

        /// The names of what the repository has now.
        func present() async throws -> Set<String> {
            var present: Set<String> = []
            for (name, manifest) in manifests {
                let found = try await registry.manifests.find(.digest(manifest.digest()), repositoryID: repository.id)
                if found != nil { present.insert(name) }
            }
            return present
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func accessoriesGoAlongAndTheirAccessories(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            var scene = try await Scene(registry)
            try await scene.image("image", tags: ["v1"])
            try await scene.image("other", tags: ["v2"])
            try await scene.accessory("signature", of: "image", tags: ["sig"])
            try await scene.accessory("signature of the signature", of: "signature")
            try await scene.accessory("signature of the other", of: "other")
            try await scene.delete("image")
            #expect(try await scene.present() == ["other", "signature of the other"])
            #expect(
                try await registry.manifests.tags(repositoryID: scene.repository.id, after: nil, limit: 9) == ["v2"])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func childrenGoUnlessSomethingElseNeedsThem(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            var scene = try await Scene(registry)
            try await scene.image("lone")
            try await scene.image("tagged", tags: ["t"])
            try await scene.image("shared")
            try await scene.accessory("of lone", of: "lone")
            try await scene.accessory("of tagged", of: "tagged")
            try await scene.index("inner", of: ["lone"])
            try await scene.index("outer", of: ["inner", "tagged", "shared"], tags: ["o"])
            try await scene.index("second", of: ["shared"], tags: ["s"])
            try await scene.delete("outer")
            #expect(try await scene.present() == ["tagged", "of tagged", "shared", "second"])
            try await scene.delete("second")
            #expect(try await scene.present() == ["tagged", "of tagged"])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aChildOfTwoThatGoGoesToo(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            var scene = try await Scene(registry)
            try await scene.image("leaf")
            try await scene.index("left", of: ["leaf"])
            try await scene.index("right", of: ["left", "leaf"])
            try await scene.index("root", of: ["left", "right"], tags: ["r"])
            try await scene.delete("root")
            #expect(try await scene.present() == [])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aListedArtifactIsRefusedAndNothingChanges(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            var scene = try await Scene(registry)
            try await scene.image("child", tags: ["c"])
            try await scene.accessory("signature", of: "child")
            try await scene.index("index", of: ["child"])
            await #expect(throws: CatalogError.partOfIndex) { try await scene.delete("child") }
            #expect(try await scene.present() == ["child", "signature", "index"])
            await #expect(throws: CatalogError.unknown) {
                try await registry.deletion.deleteArtifact(Reference("missing"), of: scene.repository, by: "alice")
            }
            #expect(try await registry.number("SELECT count(*) AS n FROM trash") == 0)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aTagOfAnotherArtifactIsUnknown(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            var scene = try await Scene(registry)
            try await scene.image("one", tags: ["a", "b"])
            try await scene.image("two", tags: ["c"])
            let one = try #require(
                try await registry.manifests.find(Reference("a"), repositoryID: scene.repository.id))
            await #expect(throws: CatalogError.unknown) {
                try await registry.deletion.deleteTag(Tag("c"), artifact: one, of: scene.repository, by: "alice")
            }
            try await registry.deletion.deleteTag(Tag("b"), artifact: one, of: scene.repository, by: "alice")
            #expect(
                try await registry.manifests.tags(repositoryID: scene.repository.id, after: nil, limit: 9) == [
                    "a", "c",
                ])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aRepositoryGoesWithEverything(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            var scene = try await Scene(registry)
            try await scene.image("child", tags: ["c"])
            try await scene.index("index", of: ["child"], tags: ["i"])
            try await scene.accessory("signature", of: "index")
            let deleted = try await registry.deletion.deleteRepository(scene.repository, by: "alice")
            #expect(deleted.digests.count == 3 && Set(deleted.tags) == ["c", "i"])
            #expect(try await registry.repositories.find(RepositoryName("team/app")) == nil)
            #expect(try await registry.number("SELECT count(DISTINCT deletion_id) AS n FROM trash") == 1)
            await #expect(throws: CatalogError.unknown) {
                try await registry.deletion.deleteRepository(scene.repository, by: "alice")
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aLargeRepositoryGoesInParts(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let config = try await registry.pushBlob(Array("{}".utf8), to: repository, mediaType: .ociEmpty)
            for number in 0..<620 {
                let manifest = try SampleManifest.image(
                    config: config, layers: [config], annotations: ["n": "\(number)"])
                try await registry.push(manifest, to: repository, tags: ["t\(number)"])
            }
            #expect(try await registry.deletion.deleteRepository(repository, by: "alice").digests.count == 620)
            #expect(try await registry.number("SELECT count(*) AS n FROM artifact") == 0)
            let entry = try #require(
                try await registry.trash.list(.init(), projectID: repository.projectID).elements.first)
            let restored = try await registry.trash.restore(entry.id, projectID: repository.projectID)
            #expect(restored.digests.count == 620 && restored.tags.count == 620)
            #expect(try await registry.number("SELECT count(*) AS n FROM trash") == 0)
        }
    }
}
