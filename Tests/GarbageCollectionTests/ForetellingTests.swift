import Admission
import Catalog
import GarbageCollection
import OCI
import RegistryTesting
import SQL
import Testing

/// A dry run tells exactly what a run then does, whatever there is.
@Suite struct ForetellingTests {
    private static let rounds = 3

    @Test(arguments: DatabaseKind.allCases, [0, 24])
    func aDryRunIsExact(_ kind: DatabaseKind, _ undeleteHours: Int) async throws {
        var random = SeededGenerator(for: "ForetellingTests \(kind) \(undeleteHours)")
        for _ in 0..<Self.rounds {
            try await RegistryFixture.with(kind) { registry in
                try await fill(registry, &random)
                // Sometimes until the trash forgets.
                if random.index(below: 3) == 0 { registry.clock.advance(bySeconds: 200 * 3600) }
                let collector = registry.collector(undeleteHours: undeleteHours)
                let kinds = [[], UntaggedKinds.images, .indexes, .all][random.index(below: 4)]
                var policy = CollectionPolicy(gracePeriod: 3600, untagged: kinds, workers: 3, isDryRun: true)
                var dry = try await collector.run(policy)
                policy.isDryRun = false
                let real = try await collector.run(policy)
                dry.isDryRun = false
                #expect(dry == real, "\(kinds)")
            }
        }
    }

    /// Images and indexes that share their parts, some with tags, some deleted, some in the trash; some of it young, and
    /// some kept by a rule for tags of signatures.
    private func fill(_ registry: RegistryFixture, _ random: inout SeededGenerator) async throws {
        var repositories: [RepositoryRecord] = []
        for name in ["team/a", "team/b", "shop/a"] {
            repositories.append(try await registry.makeRepository(name))
            try await registry.makeRule("kept*", in: repositories[repositories.count - 1])
        }
        for number in 0..<40 {
            let repository = repositories[random.index(below: repositories.count)]
            var parts: [Descriptor] = []
            for _ in 0...random.index(below: 4) {
                let seed = UInt8(random.index(below: 12))
                parts.append(
                    try await registry.pushBlob(TestContent.bytes(100 + Int(seed), seed: seed), to: repository))
            }
            let tags = random.index(below: 3) == 0 ? ["t\(random.index(below: 5))"] : []
            let image = try SampleManifest.image(
                config: parts[0], layers: Array(parts.dropFirst()), annotations: ["n": "\(random.index(below: 30))"])
            try await registry.push(image, to: repository, tags: tags)
            switch random.index(below: 7) {
            case 0:
                let index = try SampleManifest.index([image.descriptor()])
                try await registry.push(index, to: repository, tags: random.index(below: 2) == 0 ? ["index"] : [])
            case 1:
                let signature = try SampleManifest.image(
                    config: parts[0], layers: [], subject: image.descriptor(),
                    artifactType: "application/vnd.dev.cosign.artifact.sig.v1+json")
                try await registry.push(
                    signature, to: repository, tags: random.index(below: 3) == 0 ? ["kept\(number)"] : [])
            case 2: try await delete(image, from: repository, of: registry, skipsTrash: random.index(below: 2) == 0)
            case 3:
                // Its signatures stay.
                do { try await registry.delete(image.digest(), from: repository) } catch CatalogError.partOfIndex {}
            default: break
            }
            if random.index(below: 4) == 0 { registry.clock.advance(bySeconds: 900) }
        }
    }

    private func delete(
        _ image: Manifest, from repository: RepositoryRecord, of registry: RegistryFixture, skipsTrash: Bool
    ) async throws {
        do {
            try await registry.deletion.deleteArtifact(
                .digest(image.digest()), of: repository, by: "admin", skipsTrash: skipsTrash)
        } catch CatalogError.partOfIndex {} catch AdmissionError.immutable {}
    }
}
