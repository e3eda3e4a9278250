import HTTPTypes
import ManagementAPI
import OCI
import RegistryTesting
import Testing

/// The routes that show repositories and artifacts: who may call them, what they answer, and what they refuse.
@Suite struct ReadingRouteTests {
    private static let app = "/projects/team/repositories/web%252Fapp"

    private struct Call: Sendable, CustomTestStringConvertible {
        let path: String
        /// What nobody, the stranger, the guest of a part, the guest and the administrator get, in this order.
        let expected: [Int]
        var testDescription: String { path }

        init(_ path: String, _ expected: [Int]) {
            self.path = path
            self.expected = expected
        }
    }

    private static let calls = [
        Call("/repositories", [200, 200, 200, 200, 200]),
        Call("/projects/team/repositories", [401, 403, 200, 200, 200]),
        // A project that isn't there looks like one that is closed.
        Call("/projects/none/repositories", [401, 403, 403, 403, 404]),
        Call(app, [401, 403, 200, 200, 200]),
        Call("/projects/team/repositories/db", [401, 403, 403, 200, 200]),
        Call("/projects/team/repositories/none", [401, 403, 403, 404, 404]),
        Call("/projects/team/repositories/web%252Fnone", [401, 403, 404, 404, 404]),
        Call("/projects/team/artifacts", [401, 403, 200, 200, 200]),
        Call("\(app)/artifacts", [401, 403, 200, 200, 200]),
        Call("/projects/team/repositories/db/artifacts", [401, 403, 403, 200, 200]),
        Call("\(app)/artifacts/v1", [401, 403, 200, 200, 200]),
        Call("\(app)/artifacts/none", [401, 403, 404, 404, 404]),
        Call("\(app)/artifacts/v1/tags", [401, 403, 200, 200, 200]),
        Call("\(app)/artifacts/none/tags", [401, 403, 404, 404, 404]),
        Call("\(app)/artifacts/v1/accessories", [401, 403, 200, 200, 200]),
        Call("\(app)/artifacts/v1/additions/build_history", [401, 403, 200, 200, 200]),
        Call("\(app)/tags", [401, 403, 200, 200, 200]),
        Call("/projects/team/repositories/db/tags", [401, 403, 403, 200, 200]),
        Call("\(app)/artifacts/v1/additions/manifest", [401, 403, 200, 200, 200]),
        Call("\(app)/artifacts/none/additions/manifest", [401, 403, 404, 404, 404]),
        Call("/projects/open/repositories", [200, 200, 200, 200, 200]),
    ]

    @Test(arguments: DatabaseKind.allCases)
    func whoMayReadWhat(_ kind: DatabaseKind) async throws {
        try await ReadingFixture.with(kind) { fixture in
            for call in Self.calls {
                for (user, expected) in zip([nil, "bob", "part", "ada", "admin"], call.expected) {
                    let answer = try await fixture.client.send(.get, call.path, as: user)
                    #expect(answer.status == expected, "\(call.path) as \(user ?? "nobody"): \(answer)")
                }
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func everybodySeesTheirPartWithItsTotal(_ kind: DatabaseKind) async throws {
        try await ReadingFixture.with(kind) { fixture in
            let totals: [(path: String, user: String?, total: String)] = [
                ("/repositories", nil, "0"), ("/repositories", "bob", "0"), ("/repositories", "part", "1"),
                ("/repositories", "ada", "2"), ("/repositories", "admin", "2"),
                ("/projects/team/repositories", "part", "1"), ("/projects/team/repositories", "ada", "2"),
                ("/projects/team/artifacts", "part", "1"), ("/projects/team/artifacts", "ada", "2"),
            ]
            for (path, user, total) in totals {
                let answer = try await fixture.client.send(.get, "\(path)?page_size=1", as: user)
                let name = try #require(HTTPField.Name("X-Total-Count"))
                #expect(answer.headers[name] == total, "\(path) as \(user ?? "nobody")")
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aManifestComesAsItWasPushed(_ kind: DatabaseKind) async throws {
        try await ReadingFixture.with(kind) { fixture in
            let digest = try fixture.image.digest().description
            for reference in ["v1", digest] {
                let path = "\(Self.app)/artifacts/\(reference)/additions/manifest"
                let answer = try await fixture.client.send(.get, path, as: "ada")
                #expect(Array(answer.body.utf8) == fixture.image.bytes)
                #expect(answer.headers[.contentType] == MediaType.ociManifest.rawValue)
                #expect(answer.headers[try #require(HTTPField.Name("Docker-Content-Digest"))] == digest)
                #expect(answer.headers[.cacheControl] == "no-store")
            }
        }
    }

    @Test func tagsAreShownWithWhatTheyName() async throws {
        try await ReadingFixture.with(.sqlite) { fixture in
            let digest = try fixture.image.digest().description
            let path = "\(Self.app)/tags?sort=name&with_immutable_status=true"
            let tags = try await fixture.client.send(.get, path, as: "ada").json.array ?? []
            #expect(tags.map { $0["name"]?.string } == ["latest", "v1"])
            #expect(tags.map { $0["immutable"]?.bool } == [false, true])
            #expect(tags.allSatisfy { $0["digest"]?.string == digest && $0["type"]?.string == "IMAGE" })
            for (query, count, shown) in [("?tag_limit=1", 2 as Int64?, 1), ("?tag_limit=0", 2, 0), ("", nil, 2)] {
                let answer = try await fixture.client.send(.get, "\(Self.app)/artifacts/v1\(query)", as: "ada")
                #expect(answer.json["tag_count"]?.integer == count && answer.json["tags"]?.array?.count ?? 0 == shown)
            }
        }
    }

    /// Every malformed request and the status that it gets.
    private static let malformed: [(path: String, status: Int)] = [
        ("/repositories?page_size=101", 422), ("/repositories?page=0", 422), ("/repositories?page=x", 422),
        ("/repositories?q=name", 400), ("/repositories?q=name%3D", 400), ("/repositories?q=nope%3D1", 400),
        ("/repositories?q=project_id%3Dx", 400), ("/repositories?q=name%3D%5Ba", 400),
        ("/repositories?q=name%3D%00", 400), ("/repositories?q=creation_time%3Dsoon", 400),
        ("/repositories?sort=nothing", 200), ("/repositories?q=name%3D~%27%3B--", 200),
        ("/projects/team/repositories?page_size=-1", 422),
        ("/projects/team/repositories/WEB", 400), ("/projects/team/repositories/a%2500b", 400),
        ("/projects/team/repositories/..%252F..", 400),
        ("\(app)/artifacts?with_tag=maybe", 422), ("\(app)/artifacts?with_scan_overview=2", 422),
        ("\(app)/artifacts?with_scan_overview=true&with_sbom_overview=true&with_signature=true", 200),
        ("\(app)/artifacts?tag_limit=101", 422), ("\(app)/artifacts?tag_limit=-1", 422),
        ("\(app)/artifacts?tag_limit=x", 422), ("\(app)/tags?q=nope%3D1", 400), ("\(app)/tags?q=size%3Dx", 400),
        ("\(app)/tags?with_immutable_status=2", 422), ("\(app)/tags?page_size=101", 422),
        ("\(app)/artifacts?q=tags%3D%5Ba~b%5D", 400), ("\(app)/artifacts?q=labels%3Dx", 400),
        ("\(app)/artifacts?q=labels%3D(99999999999999999999)", 400), ("\(app)/artifacts?q=base%3Dx", 400),
        ("\(app)/artifacts?q=size%3D~1", 400), ("\(app)/artifacts?q=media_type%3D(a%20b)", 400),
        ("/projects/team/artifacts?latest_in_repository=true", 400),
        ("/projects/team/artifacts?latest_in_repository=x", 422),
        ("/projects/team/artifacts?latest_in_repository=true&q=media_type%3Da,artifact_type%3Db", 400),
        ("\(app)/artifacts/-bad", 422), ("\(app)/artifacts/sha256:12", 422), ("\(app)/artifacts/md5:12", 422),
        ("\(app)/artifacts/\(String(repeating: "a", count: 129))", 422),
        ("\(app)/artifacts/sha256:\(String(repeating: "0", count: 64))", 404),
        ("\(app)/artifacts/v1?with_label=x", 422), ("\(app)/artifacts/v1/tags?q=digest%3Dx", 400),
        ("\(app)/artifacts/v1/tags?with_immutable_status=x", 422), ("\(app)/artifacts/v1/tags?page_size=1000", 422),
        ("\(app)/artifacts/v1/accessories?q=nope%3D1", 400), ("\(app)/artifacts/v1/accessories?page=-1", 422),
        ("\(app)/artifacts/v1/additions/nothing", 422), ("\(app)/artifacts/v1/additions/values.yaml", 400),
        ("\(app)/artifacts/v1/additions/files", 400), ("\(app)/artifacts/none/additions/build_history", 404),
        ("/icons/x", 422), ("/icons/sha256:\(String(repeating: "0", count: 64))", 404),
    ]

    @Test(arguments: DatabaseKind.allCases)
    func malformedRequestsAreRefused(_ kind: DatabaseKind) async throws {
        try await ReadingFixture.with(kind) { fixture in
            for (path, status) in Self.malformed {
                let answer = try await fixture.client.send(.get, path, as: "admin")
                #expect(answer.status == status, "\(path): \(answer)")
                if status >= 400 { #expect(answer.json["errors"]?.array?.first?["message"]?.string?.isEmpty == false) }
            }
        }
    }

    private static let descriptions: [(body: String, status: Int, stored: String)] = [
        (#"{"description":"<b>bold</b> & \"more\"\n次"}"#, 200, "<b>bold</b> & \"more\"\n次"),
        // What clients send back with it is left as it is.
        (#"{"description":"x","name":"team/other","id":7,"pull_count":9}"#, 200, "x"),
        (#"{"description":null}"#, 200, "x"), ("{}", 200, "x"),
        (#"{"description":7}"#, 400, "x"), (#"{"description":["a"]}"#, 400, "x"),
        (#"{"description":"a\u0000b"}"#, 400, "x"), (#"{"description":"\u0007"}"#, 400, "x"),
        (#"{"description":"\#(String(repeating: "a", count: 65_537))"}"#, 422, "x"),
        ("[]", 400, "x"), ("{", 400, "x"), ("", 422, "x"), (#"{"description":""}"#, 200, ""),
    ]

    @Test(arguments: DatabaseKind.allCases)
    func descriptionsAreBoundedAndReturnedAsStored(_ kind: DatabaseKind) async throws {
        try await ReadingFixture.with(kind) { fixture in
            for (body, status, stored) in Self.descriptions {
                let answer = try await fixture.client.send(.put, Self.app, as: "admin", body: body)
                #expect(answer.status == status, "\(body.prefix(60)): \(answer)")
                let repository = try await fixture.client.send(.get, Self.app, as: "admin").json
                #expect(repository["description"] == .string(stored), "\(body.prefix(60))")
                #expect(repository["name"] == "team/web/app")
            }
            let refused = try await fixture.client.send(.put, Self.app, as: "ada", body: #"{"description":"y"}"#)
            #expect(refused.status == 403, "a guest reads only")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func anArtifactHasHarborsMembers(_ kind: DatabaseKind) async throws {
        try await ReadingFixture.with(kind) { fixture in
            let path = "\(Self.app)/artifacts/v1?with_immutable_status=true&with_inherited_accessory=true"
            let artifact = try await fixture.client.send(.get, path, as: "ada").json
            let names = [
                "id", "type", "media_type", "manifest_media_type", "artifact_type", "project_id", "repository_id",
                "repository_name", "digest", "size", "icon", "push_time", "pull_time", "extra_attrs", "annotations",
                "references", "tags", "addition_links", "labels", "accessories", "inherited_accessories",
            ]
            #expect(artifact.object?.members.map(\.name) == names)
            #expect(artifact["digest"] == .string(try fixture.image.digest().description))
            #expect(artifact["pull_time"] == "0001-01-01T00:00:00.000Z")
            let tags = artifact["tags"]?.array ?? []
            #expect(Set(tags.compactMap { $0["name"]?.string }) == ["v1", "latest"])
            for tag in tags { #expect(tag["immutable"] == .bool(tag["name"] == "v1")) }
            let href = artifact["addition_links"]?["build_history"]?["href"]?.string ?? ""
            #expect(href.hasPrefix("/api/v2.0\(Self.app)/artifacts/sha256:"))
            let addition = try await fixture.client.send(.get, String(href.dropFirst("/api/v2.0".count)), as: "ada")
            #expect(addition.body == "[]", "the configuration tells no history")
            let icon = artifact["icon"]?.string ?? ""
            let shown = try await fixture.client.send(.get, "/icons/\(icon)").json
            #expect(shown["content-type"] == "image/svg+xml")
            #expect(shown["content"]?.string?.isEmpty == false)
        }
    }
}
