import Admission
import Catalog
import Immutability
import OCI
import RegistryTesting
import SQL
import Testing

/// What a rule keeps from happening.
@Suite struct EnforcementTests {
    private func makeRule(_ tag: String, in repository: RepositoryRecord, _ registry: RegistryFixture) async throws {
        _ = try await registry.immutability.create(
            ImmutableRuleContent(
                repositories: .init(pattern: "app", isExcluding: false), tags: .init(pattern: tag, isExcluding: false)),
            projectID: repository.projectID, projectName: repository.name.project)
    }

    private func refusal(_ body: () async throws -> Void) async throws -> AdmissionError? {
        do {
            try await body()
            return nil
        } catch let error as AdmissionError { return error }
    }

    @Test(arguments: DatabaseKind.allCases)
    func keepsTagsWhereTheyAre(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let first = try await registry.pushImage(1, to: repository, tags: ["v1", "latest"])
            try await makeRule("v*", in: repository, registry)
            let kept = AdmissionError.immutable(repository: repository.name, tag: "v1")
            var moved = try await refusal { _ = try await registry.pushImage(2, to: repository, tags: ["v1", "new"]) }
            #expect(moved == kept, "another image under the tag")
            #expect(try await registry.number("SELECT count(*) FROM tag") == 2, "nothing of the push is left")
            moved = try await refusal { try await registry.push(first, to: repository, tags: ["v1"]) }
            #expect(moved == nil, "the very image that the tag names changes nothing")
            moved = try await refusal { _ = try await registry.pushImage(2, to: repository, tags: ["v2", "latest"]) }
            #expect(moved == nil, "a tag that is new, and one that no rule is about")
            #expect(try await refusal { try await registry.delete(Tag("v1"), from: repository) } == kept)
            #expect(try await refusal { try await registry.delete(first.digest(), from: repository) } == kept)
            #expect(try await refusal { try await registry.delete(Tag("latest"), from: repository) } == nil)
            await #expect(throws: CatalogError.unknown) { try await registry.delete(Tag("v3"), from: repository) }
            let other = try await registry.makeRepository("team/other")
            _ = try await registry.pushImage(1, to: other, tags: ["v1"])
            _ = try await registry.pushImage(2, to: other, tags: ["v1"])
            try await registry.delete(Tag("v1"), from: other)
        }
    }

    /// A repository of more artifacts than go at once: nothing of it goes.
    @Test(arguments: DatabaseKind.allCases)
    func aLargeRepositoryStaysWhole(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let config = try await registry.pushBlob([1], to: repository)
            for number in 0..<510 {
                let image = try SampleManifest.image(config: config, layers: [], annotations: ["n": "\(number)"])
                try await registry.push(image, to: repository, tags: number == 509 ? ["zz"] : [])
            }
            try await makeRule("zz", in: repository, registry)
            let refusal = try await refusal { try await registry.deletion.deleteRepository(repository, by: "admin") }
            #expect(refusal == .immutable(repository: repository.name, tag: "zz"))
            #expect(try await registry.number("SELECT count(*) FROM artifact") == 510)
        }
    }

    /// Several pushes make the same tag at once: one of them does, the others are refused.
    @Test(arguments: DatabaseKind.allCases)
    func oneOfManyMakesTheTag(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            try await makeRule("**", in: repository, registry)
            var images: [Manifest] = []
            for number in 0..<8 { images.append(try await registry.pushImage(number, to: repository)) }
            for round in 0..<20 {
                let winners = try await withThrowingTaskGroup(of: Digest?.self) { group in
                    for image in images {
                        group.addTask {
                            let refusal = try await refusal {
                                try await registry.push(image, to: repository, tags: ["t\(round)"])
                            }
                            return try refusal == nil ? image.digest() : nil
                        }
                    }
                    return try await group.reduce(into: [Digest]()) { if let digest = $1 { $0.append(digest) } }
                }
                #expect(winners.count == 1)
                let found = try await registry.manifests.find(Reference("t\(round)"), repositoryID: repository.id)
                #expect(found?.digest == winners.first)
            }
        }
    }

    /// A rule that another node has made counts at once, though this one hasn't heard of it.
    @Test func rulesOfOtherNodesCountAtOnce() async throws {
        try await RegistryFixture.with(.postgresql) { registry in
            let repository = try await registry.makeRepository("team/app")
            _ = try await registry.pushImage(1, to: repository, tags: ["v1"])
            let shown = try await registry.immutability.immutableTags(
                projectID: repository.projectID, repositoryPath: "app", tags: ["v1"])
            #expect(shown.isEmpty)
            try await registry.withAnotherNode { try await makeRule("v*", in: repository, $0) }
            let refusal = try await refusal { try await registry.delete(Tag("v1"), from: repository) }
            #expect(refusal == .immutable(repository: repository.name, tag: "v1"))
        }
    }
}
