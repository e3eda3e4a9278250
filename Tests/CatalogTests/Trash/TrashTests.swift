import Admission
import Catalog
import Listing
import NIOCore
import OCI
import RegistryTesting
import SQL
import Testing
import Time

/// What is deleted is gone everywhere, and comes back as it was.
@Suite struct TrashTests {
    @Test(arguments: DatabaseKind.allCases)
    func anArtifactComesBackAsItWas(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository, tags: ["a", "b"])
            let digest = try image.digest()
            let found = try #require(try await registry.manifests.find(Reference("a"), repositoryID: repository.id))
            try registry.pulls.note(found, from: repository, reference: Reference("a"), by: "alice")
            try await registry.pulls.flush()
            try await registry.addLabel("stable", to: found)
            let before = try await registry.details(of: digest)
            registry.clock.advance(bySeconds: 60)
            try await registry.deletion.deleteArtifact(Reference("a"), of: repository, by: "alice")
            #expect(try await registry.has(image, in: repository) == false)
            #expect(try await registry.tags(of: repository) == [])

            let entry = try #require(try await registry.trashed(repository).first)
            #expect(entry.kind == .artifact && entry.digest == digest.description && entry.tags == ["a", "b"])
            #expect(entry.deletedBy == "alice" && entry.repositoryName == repository.name)
            #expect(entry.expiresAt == entry.deletedAt.advanced(bySeconds: 168 * 3600))
            #expect(entry.size == image.totalSize)

            let restored = try await registry.trash.restore(entry.id, projectID: repository.projectID)
            #expect(restored.digests == [digest.description] && restored.tags.sorted() == ["a", "b"])
            #expect(try await registry.details(of: digest) == before)
            #expect(try await registry.number("SELECT count(*) AS n FROM artifact_label") == 1)
            #expect(try await registry.tags(of: repository) == ["a", "b"])
            let again = try #require(try await registry.manifests.find(Reference("a"), repositoryID: repository.id))
            #expect(try await registry.manifests.content(of: again).map { Array($0.readableBytesView) } == image.bytes)
            #expect(try await registry.problems() == [])
            #expect(try await registry.trashed(repository) == [])
            await #expect(throws: TrashError.unknown(entry.id)) {
                try await registry.trash.restore(entry.id, projectID: repository.projectID)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aDeletionComesBackAsAWhole(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let children = [
                try await registry.pushImage(1, to: repository), try await registry.pushImage(2, to: repository),
            ]
            let inner = try SampleManifest.index([children[0].descriptor()])
            try await registry.push(inner, to: repository)
            let outer = try SampleManifest.index([inner.descriptor(), children[1].descriptor()])
            try await registry.push(outer, to: repository, tags: ["multi"])
            try await registry.deletion.deleteArtifact(Reference("multi"), of: repository, by: "alice")
            #expect(try await registry.number("SELECT count(*) AS n FROM artifact") == 0)

            let entries = try await registry.trashed(repository)
            #expect(entries.count == 4 && Set(entries.map(\.deletionID)).count == 1)
            let index = try #require(entries.first { $0.tags == ["multi"] })
            let expected = [try children[1].digest(), try inner.digest()].map(\.description).sorted()
            await #expect(throws: TrashError.childrenMissing(expected)) {
                try await registry.trash.restore(
                    index.id, projectID: repository.projectID, RestorationRequest(onlyThis: true))
            }
            // Any entry brings back all.
            try await registry.trash.restore(entries[0].id, projectID: repository.projectID)
            #expect(try await registry.tags(of: repository) == ["multi"])
            #expect(try await registry.number("SELECT count(*) AS n FROM artifact_child") == 3)
            #expect(try await registry.problems() == [])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func oneEntryComesBackAlone(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let child = try await registry.pushImage(1, to: repository)
            let index = try SampleManifest.index([child.descriptor()])
            try await registry.push(index, to: repository, tags: ["multi"])
            try await registry.deletion.deleteArtifact(Reference("multi"), of: repository, by: "alice")
            let name = try child.digest().description
            let entry = try #require(try await registry.trashed(repository, "digest=\(name)").first)
            try await registry.trash.restore(
                entry.id, projectID: repository.projectID, RestorationRequest(onlyThis: true))
            #expect(try await registry.has(child, in: repository))
            #expect(try await !registry.has(index, in: repository))
            // Now the index can follow.
            let rest = try await registry.trashed(repository)
            try await registry.trash.restore(
                rest[0].id, projectID: repository.projectID, RestorationRequest(onlyThis: true))
            #expect(try await registry.problems() == [])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aTagComesBackToItsArtifact(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository, tags: ["a", "b"])
            try await registry.deletion.deleteTag(Tag("a"), of: repository, by: "alice")
            let entry = try #require(try await registry.trashed(repository).first)
            #expect(try entry.kind == .tag && entry.tags == ["a"] && entry.digest == image.digest().description)
            try await registry.trash.restore(entry.id, projectID: repository.projectID)
            #expect(try await registry.tags(of: repository) == ["a", "b"])
            // Without its artifact it can't.
            try await registry.deletion.deleteTag(Tag("b"), of: repository, by: "alice")
            try await registry.delete(image.digest(), from: repository)
            let orphan = try #require(try await registry.trashed(repository).first)
            await #expect(throws: TrashError.artifactMissing(digest: orphan.digest)) {
                try await registry.trash.restore(orphan.id, projectID: repository.projectID)
            }
            #expect(try await registry.trashed(repository).count == 1)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aTagThatWasTakenIsNamed(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository, tags: ["a", "b"])
            try await registry.deletion.deleteManifest(image.digest(), of: repository, by: "alice")
            let newer = try await registry.pushImage(2, to: repository, tags: ["b"])
            let entry = try #require(try await registry.trashed(repository).first)
            for onlyThis in [true, false] {
                await #expect(throws: TrashError.tagsTaken(["b"])) {
                    try await registry.trash.restore(
                        entry.id, projectID: repository.projectID, RestorationRequest(onlyThis: onlyThis))
                }
            }
            #expect(try await registry.has(image, in: repository) == false, "nothing of it was done")
            let restored = try await registry.trash.restore(
                entry.id, projectID: repository.projectID, RestorationRequest(skipsTakenTags: true))
            #expect(restored.tags == ["a"] && restored.skippedTags == ["b"])
            let holder = try #require(try await registry.manifests.find(Reference("b"), repositoryID: repository.id))
            #expect(try holder.digest == newer.digest())
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func anArtifactThatWasPushedAgainGetsItsTagsBack(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository, tags: ["a", "b"])
            try await registry.deletion.deleteManifest(image.digest(), of: repository, by: "alice")
            _ = try await registry.pushImage(1, to: repository, tags: ["a"])
            let entry = try #require(try await registry.trashed(repository).first)
            try await registry.trash.restore(entry.id, projectID: repository.projectID)
            #expect(try await registry.tags(of: repository) == ["a", "b"])
            #expect(try await registry.number("SELECT count(*) AS n FROM artifact") == 1)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aDeletedRepositoryIsMadeAgain(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository, tags: ["a"])
            try await registry.deletion.deleteRepository(repository, by: "alice")
            let entry = try #require(try await registry.trashed(repository).first)
            try await registry.trash.restore(entry.id, projectID: repository.projectID)
            let again = try #require(try await registry.repositories.find(repository.name))
            #expect(again.id != repository.id)
            #expect(try await registry.has(image, in: again))
            #expect(try await registry.content(of: image.blobs[0].digest, in: again) != nil)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aRenamedRepositoryGetsItsContentBack(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository, tags: ["a"])
            try await registry.deletion.deleteManifest(image.digest(), of: repository, by: "alice")
            try await registry.database.write {
                _ = try $0.execute("UPDATE repository SET name = 'team/other' WHERE id = \(repository.id)")
            }
            let entry = try #require(try await registry.trashed(repository).first)
            #expect(entry.repositoryName.description == "team/other")
            let restored = try await registry.trash.restore(entry.id, projectID: repository.projectID)
            #expect(restored.repository == "team/other")
            #expect(try await registry.has(image, in: repository))
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func withoutAWindowNothingIsKept(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository, tags: ["a"])
            let deletion = DeletionService(
                database: registry.database, changes: registry.changes, clock: registry.clock.wallClock,
                manifests: registry.manifests, admission: .none, undeleteHours: { 0 })
            try await deletion.deleteTag(Tag("a"), of: repository, by: "alice")
            try await deletion.deleteManifest(image.digest(), of: repository, by: "alice")
            #expect(try await registry.number("SELECT count(*) AS n FROM trash") == 0)
            #expect(try await registry.number("SELECT count(*) AS n FROM trashed_blob") == 0)
        }
    }
}
