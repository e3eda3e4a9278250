import Admission
import Catalog
import Immutability
import OCI
import Quotas
import RegistryTesting
import SQL
import Testing

/// Rules and limits on the way into the trash and out of it, and what an interruption leaves.
@Suite struct TrashAdmissionTests {
    @Test(arguments: DatabaseKind.allCases)
    func protectedTagsKeepEverythingThatWouldGo(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository, tags: ["v1", "free"])
            let index = try SampleManifest.index([image.descriptor()])
            try await registry.push(index, to: repository, tags: ["index"])
            let config = try await registry.pushBlob(Array("{}".utf8), to: repository, mediaType: .ociEmpty)
            let signature = try SampleManifest.image(
                config: config, layers: [config], subject: index.descriptor(),
                artifactType: "application/vnd.cncf.notary.signature")
            try await registry.push(signature, to: repository, tags: ["v1-signature"])
            try await registry.makeRule("v*", in: repository)
            let refusals: [(String, @Sendable () async throws -> Void)] = [
                ("v1", { try await registry.deletion.deleteTag(Tag("v1"), of: repository, by: "alice") }),
                (
                    "v1-signature",
                    { try await registry.deletion.deleteArtifact(Reference("index"), of: repository, by: "a") }
                ),
                (
                    "v1",
                    { try await registry.deletion.deleteRepository(repository, by: "alice", skipsTrash: true) }
                ),
            ]
            for (tag, body) in refusals {
                await #expect(throws: AdmissionError.immutable(repository: repository.name, tag: tag)) {
                    try await body()
                }
            }
            #expect(try await registry.tags(of: repository) == ["free", "index", "v1", "v1-signature"])
            #expect(try await registry.number("SELECT count(*) AS n FROM trash") == 0)
            try await registry.deletion.deleteTag(Tag("free"), of: repository, by: "alice")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func theTrashCostsNothingAndTheWayBackDoes(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository, tags: ["a"])
            try await registry.deletion.deleteArtifact(Reference("a"), of: repository, by: "alice")
            #expect(try await registry.quotas.quota(projectID: repository.projectID)?.used == 0)
            try await registry.quotas.setLimit(StorageLimit(image.totalSize - 1), projectID: repository.projectID)
            let entry = try #require(try await registry.trashed(repository).first)
            await #expect(throws: AdmissionError.self) {
                try await registry.trash.restore(entry.id, projectID: repository.projectID)
            }
            #expect(try await registry.trashed(repository).count == 1)
            #expect(try await !registry.has(image, in: repository))
            try await registry.quotas.setLimit(StorageLimit(image.totalSize), projectID: repository.projectID)
            try await registry.trash.restore(entry.id, projectID: repository.projectID)
            #expect(try await registry.quotas.quota(projectID: repository.projectID)?.used == image.totalSize)
            #expect(try await registry.isCounted(repository))
        }
    }

    /// A deletion that fails at its very end, as when the process dies before the commit.
    @Test(arguments: DatabaseKind.allCases)
    func anInterruptedDeletionLeavesEverythingInItsPlace(_ kind: DatabaseKind) async throws {
        struct Died: Error {}
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository, tags: ["a"])
            let dying = ContentCheck(
                beforeUpload: { _ in }, added: { _, _, _ in throw Died() },
                removing: { _, _, _ in
                    { connection in
                        let rows = try connection.query("SELECT count(*) AS n FROM trash")
                        #expect(try rows[0].int("n") == 1, "it was all done")
                        throw Died()
                    }
                })
            let admission = AdmissionChecks(tags: [], contents: [dying])
            let deletion = DeletionService(
                database: registry.database, changes: registry.changes, clock: registry.clock.wallClock,
                manifests: registry.manifests, admission: admission, undeleteHours: { 1 })
            for body: @Sendable () async throws -> Void in [
                { try await deletion.deleteArtifact(Reference("a"), of: repository, by: "alice") },
                { try await deletion.deleteManifest(image.digest(), of: repository, by: "alice") },
                { try await deletion.deleteRepository(repository, by: "alice") },
            ] {
                await #expect(throws: Died.self) { try await body() }
                #expect(try await registry.has(image, in: repository))
                #expect(try await registry.tags(of: repository) == ["a"])
                #expect(try await registry.number("SELECT count(*) AS n FROM trash") == 0)
            }
            try await registry.deletion.deleteArtifact(Reference("a"), of: repository, by: "alice")
            let trash = TrashService(
                database: registry.database, clock: registry.clock.wallClock, manifests: registry.manifests,
                admission: admission)
            let entry = try #require(try await registry.trashed(repository).first)
            await #expect(throws: Died.self) { try await trash.restore(entry.id, projectID: repository.projectID) }
            #expect(try await !registry.has(image, in: repository))
            #expect(try await registry.trashed(repository) == [entry])
            #expect(try await registry.problems() == [])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aRenamedProjectGetsItsContentBack(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let (kept, gone) = (
                try await registry.makeRepository("team/kept"), try await registry.makeRepository("team/gone")
            )
            let images = [
                try await registry.pushImage(1, to: kept, tags: ["a"]),
                try await registry.pushImage(2, to: gone, tags: ["b"]),
            ]
            try await registry.deletion.deleteArtifact(Reference("a"), of: kept, by: "alice")
            try await registry.deletion.deleteRepository(gone, by: "alice")
            let project = try #require(try await registry.projects.find(named: "team"))
            try await registry.renames.rename(project, to: ProjectName("crew"))
            let entries = try await registry.trashed(kept)
            #expect(entries.map(\.repositoryName.description) == ["crew/gone", "crew/kept"])
            for entry in entries {
                let restored = try await registry.trash.restore(entry.id, projectID: project.id)
                #expect(restored.repository == entry.repositoryName.description)
            }
            for (name, image) in zip(["crew/kept", "crew/gone"], images) {
                let found = try #require(try await registry.repositories.find(RepositoryName(name)))
                #expect(try await registry.has(image, in: found))
            }
        }
    }
}
