import Catalog
import OCI
import RegistryTesting
import SQL
import Testing
import Time

/// Tags and labels that are added later.
@Suite struct TagTests {
    @Test(arguments: DatabaseKind.allCases)
    func aTagIsAddedAndNeverMoved(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository, tags: ["a"])
            _ = try await registry.pushImage(2, to: repository, tags: ["b"])
            #expect(try await registry.manifests.find(Reference("c"), repositoryID: repository.id) == nil)
            registry.clock.advance(bySeconds: 60)
            try await registry.tags.create(Tag("c"), on: .digest(image.digest()), in: repository)
            let found = try await registry.manifests.find(Reference("c"), repositoryID: repository.id)
            #expect(try found?.digest == image.digest())
            let updated = try await registry.number("SELECT updated_at FROM repository")
            #expect(Int64(updated) == registry.clock.now.microseconds)
            for taken in ["a", "b", "c"] {
                await #expect(throws: TagService.Failure.nameTaken(taken)) {
                    try await registry.tags.create(Tag(taken), on: Reference("a"), in: repository)
                }
            }
            await #expect(throws: TagService.Failure.artifactUnknown) {
                try await registry.tags.create(Tag("d"), on: Reference("missing"), in: repository)
            }
            let holder = try await registry.manifests.find(Reference("b"), repositoryID: repository.id)
            #expect(try holder?.digest != image.digest())
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func labelsOfTheProjectAndOfAllFit(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let other = try await registry.makeRepository("others/app")
            _ = try await registry.pushImage(1, to: repository, tags: ["a"])
            let found = try await registry.manifests.find(Reference("a"), repositoryID: repository.id)
            let image = try #require(found)
            let own = try await label("own", projectID: repository.projectID, registry)
            let global = try await label("global", projectID: nil, registry)
            let foreign = try await label("foreign", projectID: other.projectID, registry)
            for id in [own, global] {
                try await registry.labelling.add(id, to: image, in: repository)
                await #expect(throws: ArtifactLabelService.Failure.alreadyAdded(id)) {
                    try await registry.labelling.add(id, to: image, in: repository)
                }
            }
            for id in [foreign, 4711] {
                await #expect(throws: ArtifactLabelService.Failure.labelUnknown(id)) {
                    try await registry.labelling.add(id, to: image, in: repository)
                }
            }
            try await registry.labelling.remove(own, from: image)
            for id in [own, foreign] {
                await #expect(throws: ArtifactLabelService.Failure.notAdded(id)) {
                    try await registry.labelling.remove(id, from: image)
                }
            }
            try await registry.delete(image.digest, from: repository)
            await #expect(throws: ArtifactLabelService.Failure.artifactUnknown) {
                try await registry.labelling.add(own, to: image, in: repository)
            }
        }
    }

    private func label(_ name: String, projectID: Int64?, _ registry: RegistryFixture) async throws -> Int64 {
        let now = registry.clock.now
        return try await registry.database.write { connection in
            try connection.query(
                """
                INSERT INTO label (name, description, color, project_id, created_at, updated_at)
                VALUES (\(name), '', '', \(optional: projectID), \(now), \(now)) RETURNING id
                """)[0].int64("id")
        }
    }
}
