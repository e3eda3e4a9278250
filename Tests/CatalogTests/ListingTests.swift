import Catalog
import OCI
import RegistryTesting
import SQL
import Testing

/// Lists in pages: of tags, repositories and referrers.
@Suite struct ListingTests {
    /// Reads a list page by page until it ends.
    private func pages(of size: Int, _ read: (String?) async throws -> [String]) async throws -> [String] {
        var all: [String] = []
        while true {
            let page = try await read(all.last)
            all += page
            if page.count < size { return all }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func tagsComeInTheOrderOfTheirBytes(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let tags = ["1.10", "1.9", "A", "Z", "_x", "a", "a-b", "a.b", "a_b", "ab", "v1", "z"]
            _ = try await registry.pushImage(1, to: repository, tags: tags.shuffled())
            let other = try await registry.makeRepository("team/other")
            _ = try await registry.pushImage(1, to: other, tags: ["aa"])
            let expected = tags.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            for size in [1, 3, 12, 100] {
                let listed = try await pages(of: size) {
                    try await registry.manifests.tags(repositoryID: repository.id, after: $0, limit: size)
                }
                #expect(listed == expected, "pages of \(size)")
            }
            let behind = try await registry.manifests.tags(repositoryID: repository.id, after: "a/not-a-tag", limit: 2)
            #expect(behind == ["a_b", "ab"], "a place between two tags")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func repositoriesThatHoldSomethingAreListed(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let names = ["a-b/x", "a/x", "a/x-y", "a/x/y", "a/x_y", "b/x"]
            for name in names.shuffled() {
                _ = try await registry.pushImage(1, to: try await registry.makeRepository(name))
            }
            _ = try await registry.makeRepository("a/empty")
            let expected = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            for size in [1, 4, 100] {
                let listed = try await pages(of: size) {
                    try await registry.repositories.list(after: $0, limit: size)
                }
                #expect(listed == expected, "pages of \(size)")
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func referrersAreFoundByTheirSubject(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository)
            let subject = try image.descriptor()
            let config = try await registry.pushBlob(Array("{}".utf8), to: repository, mediaType: .ociEmpty)
            var expected: [Descriptor] = []
            for number in 0..<5 {
                let type = number < 3 ? "application/vnd.example.sbom" : nil
                let annotations = ["number": "\(number)", "quote": "\"\\\n\u{1F433}"]
                let referrer = try SampleManifest.image(
                    config: config, layers: [], subject: subject, artifactType: type, annotations: annotations)
                try await registry.push(referrer, to: repository, tags: ["r\(number)"])
                let descriptor = try referrer.descriptor()
                expected.append(
                    try Descriptor(
                        mediaType: descriptor.mediaType, digest: descriptor.digest, size: descriptor.size,
                        annotations: annotations, artifactType: type ?? MediaType.ociEmpty.rawValue))
            }
            expected.sort { $0.digest < $1.digest }
            func list(_ type: String? = nil, after last: Digest? = nil, limit: Int = 10) async throws -> [Descriptor] {
                try await registry.manifests.referrers(
                    to: subject.digest, artifactType: type, repositoryID: repository.id, after: last?.description,
                    limit: limit)
            }
            #expect(try await list() == expected)
            #expect(try await list("application/vnd.example.sbom").count == 3)
            #expect(try await list(MediaType.ociEmpty.rawValue).count == 2, "the config's media type stands in")
            #expect(try await list("application/vnd.example.other").isEmpty)
            let first = try await list(limit: 2)
            let rest = try await list(after: first.last?.digest)
            #expect(first + rest == expected)
            // They outlive their subject, and go one by one.
            try await registry.delete(subject.digest, from: repository)
            try await registry.delete(expected[0].digest, from: repository)
            #expect(try await list() == Array(expected.dropFirst()))
            let other = try await registry.makeRepository("team/other")
            #expect(
                try await registry.manifests.referrers(
                    to: subject.digest, artifactType: nil, repositoryID: other.id, after: nil, limit: 10
                ).isEmpty)
        }
    }
}
