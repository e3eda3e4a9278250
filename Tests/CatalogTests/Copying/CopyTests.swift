import Admission
import BlobStorage
import Catalog
import Immutability
import OCI
import Quotas
import RegistryTesting
import SQL
import Testing

/// What a copy has, and what is refused.
@Suite struct CopyTests {
    /// An index of two images with two tags, whose first image is signed; the signature is signed as well.
    private func pushTree(
        to repository: RepositoryRecord, of registry: RegistryFixture
    ) async throws -> (index: Manifest, signature: Manifest, all: [Manifest]) {
        let images = [
            try await registry.pushImage(1, to: repository), try await registry.pushImage(2, to: repository),
        ]
        let index = try SampleManifest.index(images.map { try $0.descriptor() })
        try await registry.push(index, to: repository, tags: ["v1", "latest"])
        let signature = try await sign(images[0], in: repository, of: registry)
        let second = try await sign(signature, in: repository, of: registry)
        return (index, signature, images + [index, signature, second])
    }

    private func sign(
        _ subject: Manifest, in repository: RepositoryRecord, of registry: RegistryFixture
    ) async throws -> Manifest {
        let config = try await registry.pushBlob(Array("{}".utf8), to: repository, mediaType: .ociEmpty)
        let signature = try SampleManifest.image(
            config: config, layers: [config], subject: subject.descriptor(),
            artifactType: "application/vnd.cncf.notary.signature")
        try await registry.push(signature, to: repository)
        return signature
    }

    @Test(arguments: DatabaseKind.allCases)
    func aCopyHasEverythingAndNoByteMoves(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let source = try await registry.makeRepository("one/app")
            let target = try await registry.makeRepository("two/copies/app")
            let tree = try await pushTree(to: source, of: registry)
            let objects = try await registry.storage.listObjects(after: nil, limit: 100).count
            let digest = try await registry.copies.copy(
                Reference("v1"), from: source, to: target.name, projectID: target.projectID, by: "alice")
            #expect(try digest == tree.index.digest())
            #expect(try await registry.tags(of: target) == ["latest", "v1"])
            for manifest in tree.all {
                #expect(try await registry.has(manifest, in: target))
                for blob in manifest.blobs {
                    #expect(try await registry.content(of: blob.digest, in: target) != nil)
                }
            }
            #expect(try await registry.storage.listObjects(after: nil, limit: 100).count == objects)
            #expect(try await registry.problems() == [])
            #expect(try await registry.isCounted(target))
            // Neither lives by the other.
            try await registry.deletion.deleteRepository(source, by: "alice", skipsTrash: true)
            #expect(try await registry.problems() == [])
            #expect(try await registry.has(tree.signature, in: target))
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func whatTheTargetHasIsCompleted(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let source = try await registry.makeRepository("one/app")
            let target = try await registry.makeRepository("one/copies")
            let tree = try await pushTree(to: source, of: registry)
            try await registry.copies.copy(
                .digest(tree.all[0].digest()), from: source, to: target.name, projectID: target.projectID, by: "alice")
            #expect(try await registry.tags(of: target) == [])
            try await registry.copies.copy(
                Reference("v1"), from: source, to: target.name, projectID: target.projectID, by: "alice")
            #expect(
                try await registry.number("SELECT count(*) AS n FROM artifact WHERE repository_id = \(target.id)") == 5)
            #expect(try await registry.problems() == [])
            let again = CopyError.exists(
                repository: target.name.description, digest: try tree.index.digest().description)
            await #expect(throws: again) {
                try await registry.copies.copy(
                    Reference("v1"), from: source, to: target.name, projectID: target.projectID, by: "alice")
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func signaturesGoWithTheirSubjectsOnly(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let source = try await registry.makeRepository("one/app")
            let target = try await registry.makeRepository("one/copies")
            let tree = try await pushTree(to: source, of: registry)
            let refusal = CopyError.isAccessory(subject: try tree.all[0].digest().description)
            await #expect(throws: refusal) {
                try await registry.copies.copy(
                    .digest(tree.signature.digest()), from: source, to: target.name, projectID: target.projectID,
                    by: "alice")
            }
            await #expect(throws: CopyError.sourceUnknown("one/app:v9")) {
                try await registry.copies.copy(
                    Reference("v9"), from: source, to: target.name, projectID: target.projectID, by: "alice")
            }
            #expect(
                try await registry.number("SELECT count(*) AS n FROM artifact WHERE repository_id = \(target.id)") == 0)
            #expect(
                try await registry.number(
                    "SELECT count(*) AS n FROM repository_blob WHERE repository_id = \(target.id)") == 0)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func theTargetIsMadeWithItsFirstCopyOrNotAtAll(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let source = try await registry.makeRepository("one/app")
            let image = try await registry.pushImage(1, to: source, tags: ["v1"])
            let target = try RepositoryName("one/new")
            await #expect(throws: CopyError.sourceUnknown("one/app:v9")) {
                try await registry.copies.copy(
                    Reference("v9"), from: source, to: target, projectID: source.projectID, by: "alice")
            }
            #expect(try await registry.repositories.find(target) == nil)
            try await registry.copies.copy(
                Reference("v1"), from: source, to: target, projectID: source.projectID, by: "alice")
            let made = try #require(try await registry.repositories.find(target))
            #expect(try await registry.has(image, in: made))
            await #expect(throws: CopyError.projectGone("gone")) {
                try await registry.copies.copy(
                    Reference("v1"), from: source, to: RepositoryName("gone/app"), projectID: 999, by: "alice")
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func theTargetsRulesHold(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let source = try await registry.makeRepository("one/app")
            let target = try await registry.makeRepository("two/app")
            let image = try await registry.pushImage(1, to: source, tags: ["v1", "v2"])
            let size = image.totalSize
            try await registry.quotas.setLimit(StorageLimit(size - 1), projectID: target.projectID)
            await #expect(throws: AdmissionError.self) {
                try await registry.copies.copy(
                    Reference("v1"), from: source, to: target.name, projectID: target.projectID, by: "alice")
            }
            try await registry.quotas.setLimit(StorageLimit(size + 1_000_000), projectID: target.projectID)
            let newer = try await registry.pushImage(2, to: target, tags: ["v2", "v3"])
            try await registry.makeRule("v*", in: target)
            await #expect(throws: AdmissionError.immutable(repository: target.name, tag: "v2")) {
                try await registry.copies.copy(
                    Reference("v1"), from: source, to: target.name, projectID: target.projectID, by: "alice")
            }
            #expect(try await !registry.has(image, in: target), "nothing of it was done")
            try await registry.copies.copy(
                .digest(newer.digest()), from: target, to: source.name, projectID: source.projectID, by: "alice")
            let moved = try #require(try await registry.manifests.find(Reference("v2"), repositoryID: source.id))
            #expect(try moved.digest == newer.digest(), "no rule keeps it there")
            #expect(try await registry.isCounted(target))
        }
    }
}
