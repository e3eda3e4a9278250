import DistributionAPI
import OCI
import RegistryTesting
import Testing

@Suite struct DistributionEndpointTests {
    private static func name(_ text: String) throws -> RepositoryName { try RepositoryName(text) }

    @Test func paths() throws {
        let app = try Self.name("team/app")
        let digest = "sha256:" + String(repeating: "a", count: 64)
        let cases: [(String, DistributionEndpoint)] = [
            ("/v2", .ping), ("/v2/", .ping), ("/v2/_catalog", .catalog), ("/v2/team/app/tags/list", .tags(app)),
            ("/v2/team/app/manifests/latest", .manifest(app, reference: "latest")),
            ("/v2/team/app/manifests/list", .manifest(app, reference: "list")),
            ("/v2/team/app/manifests/uploads", .manifest(app, reference: "uploads")),
            ("/v2/team/app/blobs/\(digest)", .blob(app, digest: digest)),
            ("/v2/team/app/blobs/uploads/", .uploads(app)), ("/v2/team/app/blobs/uploads", .uploads(app)),
            ("/v2/team/app/blobs/uploads/1f", .upload(app, session: "1f")),
            ("/v2/team/app/referrers/\(digest)", .referrers(app, digest: digest)),
            ("/v2/a/manifests/manifests/b", .manifest(try Self.name("a/manifests"), reference: "b")),
            ("/v2/a/blobs/uploads/manifests/b", .manifest(try Self.name("a/blobs/uploads"), reference: "b")),
            ("/v2/a/tags/list/tags/list", .tags(try Self.name("a/tags/list"))),
            ("/v2/a/blobs/blobs/uploads/", .uploads(try Self.name("a/blobs"))),
        ]
        for (path, expected) in cases {
            #expect(try DistributionEndpoint(path: path[...]) == expected, "\(path)")
        }
    }

    @Test(arguments: [
        ("/v2/Team/app/manifests/a", "upper case"),
        ("/v2/app/manifests/a", "no project"), ("/v2//app/manifests/a", "an empty component"),
        ("/v2/team/app%2f..%2fx/manifests/a", "encoded slashes stay encoded"),
        ("/v2/team/app//tags/list", "an empty component"),
        ("/v2/team/../app/blobs/uploads/", "dots"), ("/v2/team/app\u{0}/tags/list", "a NUL"),
    ])
    func badNames(_ path: String, reason: String) {
        do {
            let endpoint = try DistributionEndpoint(path: path[...])
            Issue.record("\(reason): \(endpoint)")
        } catch {
            #expect(error != .notFound, "\(reason)")
        }
    }

    @Test(arguments: [
        "/v2/team/app/manifests/../../x", "/v2x", "/v2/team", "/v2/team/app", "/v2/team/app/tags",
        "/v2/team/app/unknown/x", "/v2/a/b/c/d",
    ])
    func noEndpoint(_ path: String) {
        #expect(throws: DistributionEndpoint.Failure.notFound) { try DistributionEndpoint(path: path[...]) }
    }

    /// Repositories may be called like the endpoints: what is written is what is read.
    @Test func namesMadeOfKeywordsAreReadBack() throws {
        let words = ["blobs", "uploads", "manifests", "tags", "list", "referrers", "a", "v2", "catalog"]
        let digest = "sha256:" + String(repeating: "0", count: 64)
        let session = String(repeating: "0", count: 32)
        var generator = SeededGenerator(for: "paths")
        for _ in 0..<3000 {
            let text = (0...(1 + generator.index(below: 5))).map { _ in words[generator.index(below: words.count)] }
                .joined(separator: "/")
            let name = try Self.name(text)
            let tag = words[generator.index(below: words.count)]
            let cases: [(String, DistributionEndpoint)] = [
                ("tags/list", .tags(name)), ("manifests/\(tag)", .manifest(name, reference: tag)),
                ("manifests/\(digest)", .manifest(name, reference: digest)),
                ("blobs/\(digest)", .blob(name, digest: digest)),
                ("blobs/uploads/", .uploads(name)), ("blobs/uploads/\(session)", .upload(name, session: session)),
                ("referrers/\(digest)", .referrers(name, digest: digest)),
            ]
            for (rest, expected) in cases {
                #expect(try DistributionEndpoint(path: "/v2/\(name)/\(rest)"[...]) == expected, "\(name) \(rest)")
            }
        }
    }

    @Test func randomPathsHaveValidNamesOrNone() {
        let pieces = [
            "/", "//", "a", "manifests", "blobs", "uploads", "tags", "list", "..", ".", "%2e", "A", "é", "\u{0}", "?",
        ]
        var generator = SeededGenerator(for: "random paths")
        for _ in 0..<10_000 {
            let path =
                "/v2/"
                + (0..<generator.index(below: 12)).map { _ in pieces[generator.index(below: pieces.count)] }.joined()
            guard let endpoint = try? DistributionEndpoint(path: path[...]) else { continue }
            #expect(endpoint.template.hasPrefix("/v2/"))
        }
    }
}
