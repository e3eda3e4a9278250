import BlobStorage
import Catalog
import Listing
import OCI
import RegistryTesting
import SQL
import Testing

/// What is shown of an artifact, whatever it is.
@Suite struct ArtifactDetailsTests {
    private static let image = "application/vnd.oci.image.config.v1+json"
    private static let chart = "application/vnd.cncf.helm.config.v1+json"

    /// A configuration, its media type, and what is shown of it.
    struct Case: Sendable, CustomTestStringConvertible {
        let mediaType: String
        let configuration: String
        let type: String
        let attributes: String
        let testDescription: String

        init(_ reason: String, _ mediaType: String, _ configuration: String, _ type: String, _ attributes: String) {
            testDescription = reason
            self.mediaType = mediaType
            self.configuration = configuration
            self.type = type
            self.attributes = attributes
        }
    }

    static let cases = [
        Case(
            "an image shows these members and no others", image,
            #"{"architecture":"arm64","os":"linux","author":"me","created":"now","config":{"Env":["A=1"]},"history":[]}"#,
            "IMAGE",
            #"{"architecture":"arm64","os":"linux","author":"me","created":"now","config":{"Env":["A=1"]}}"#
        ),
        Case(
            "Docker's type", "application/vnd.docker.container.image.v1+json", #"{"os":"linux"}"#, "IMAGE",
            #"{"os":"linux"}"#),
        Case(
            "a chart shows everything", chart, #"{"name":"web","version":"1"}"#, "CHART",
            #"{"name":"web","version":"1"}"#),
        Case(
            "a model", "application/vnd.cncf.model.config.v1+json", #"{"descriptor":{}}"#, "CNAI", #"{"descriptor":{}}"#
        ),
        Case("WebAssembly", "application/vnd.wasm.config.v0+json", #"{"os":"wasip1"}"#, "WASM", #"{"os":"wasip1"}"#),
        Case(
            "a type that nobody foresaw", "application/vnd.acme.weather-map.config.v1alpha1+json", #"{"a":1}"#,
            "WEATHER-MAP", #"{"a":1}"#),
        Case("a type that says nothing", "application/vnd.acme.thing", #"{"a":1}"#, "UNKNOWN", "{}"),
        Case("an empty configuration", "application/vnd.oci.empty.v1+json", "{}", "UNKNOWN", "{}"),
        Case("malformed JSON", image, #"{"os":"linux""#, "IMAGE", "{}"),
        Case("an array", image, "[1, 2, 3]", "IMAGE", "{}"),
        Case("a bare NUL", image, "{\"os\":\"\u{0}\"}", "IMAGE", "{}"),
        Case("an escaped NUL", image, #"{"os":"\u0000"}"#, "IMAGE", #"{"os":"\u0000"}"#),
        Case("deep nesting", image, String(repeating: "[", count: 100_000), "IMAGE", "{}"),
        Case(
            "more than fits", image,
            #"{"os":"linux","author":"\#(String(repeating: "x", count: 70_000))","created":"now"}"#, "IMAGE",
            #"{"os":"linux","created":"now"}"#),
        Case(
            "a large configuration", image, #"{"os":"\#(String(repeating: "x", count: 2 << 20))"}"#, "IMAGE", "{}"),
    ]

    /// As it is shown right after the push, and as it is shown if an earlier version has stored it.
    @Test(arguments: DatabaseKind.allCases, cases)
    func typeAndAttributes(_ kind: DatabaseKind, _ example: Case) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            try await registry.push(
                configuration: example.configuration, of: example.mediaType, annotations: ["a": "b"], tags: ["v1"],
                to: repository)
            for round in ["pushed", "stored by an earlier version"] {
                let found = try await registry.artifactLists.find(Reference("v1"), repositoryID: repository.id)
                let artifact = try #require(found)
                #expect(artifact.type == example.type, "\(round)")
                #expect(artifact.mediaType == example.mediaType, "\(round)")
                #expect(artifact.artifactType == example.mediaType, "\(round)")
                #expect(artifact.manifestMediaType == MediaType.ociManifest.rawValue, "\(round)")
                #expect(artifact.extraAttributes == example.attributes, "\(round)")
                #expect(artifact.annotations == #"{"a":"b"}"#, "\(round)")
                try await registry.forgetDetails()
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func namesInTheSkipListAreLeftOut(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let config = try await registry.pushBlob(Array(#"{"a":1,"metrics":2,"git":3}"#.utf8), to: repository)
            let described = try Descriptor(
                mediaType: MediaType("application/vnd.acme.model.config.v1+json"), digest: config.digest,
                size: config.size, annotations: ["io.goharbor.artifact.v1alpha1.skip-list": "metrics,git"])
            try await registry.push(SampleManifest.image(config: described, layers: []), to: repository, tags: ["v1"])
            let found = try await registry.artifactLists.find(Reference("v1"), repositoryID: repository.id)
            #expect(found?.type == "MODEL")
            #expect(found?.extraAttributes == #"{"a":1}"#)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func anIndexShowsItsChildren(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let child = try await registry.pushImage(1, to: repository)
            let entry = try Descriptor(
                mediaType: .ociManifest, digest: child.digest(), size: Int64(child.bytes.count),
                urls: ["https://example.com"], annotations: ["n": "v"],
                platform: Platform(architecture: "arm64", os: "linux", variant: "v8"))
            let absent = try Descriptor(mediaType: .ociManifest, digest: Digest(of: [9]), size: 1)
            let index = try SampleManifest.index([entry, absent])
            try await registry.push(index, to: repository, tags: ["multi"], allowsSparseIndex: true)
            let before = try await registry.artifactLists.find(
                .digest(child.digest()), repositoryID: repository.id)
            for round in ["pushed", "stored by an earlier version"] {
                let found = try await registry.artifactLists.find(Reference("multi"), repositoryID: repository.id)
                let artifact = try #require(found)
                #expect(artifact.type == "IMAGE")
                #expect(artifact.mediaType == MediaType.ociIndex.rawValue)
                #expect(artifact.artifactType == nil)
                let size = Int64(index.bytes.count + child.bytes.count) + child.blobs.reduce(0) { $0 + $1.size }
                #expect(artifact.size == size, "\(round)")
                #expect(artifact.references.map(\.childID) == [before?.id, nil], "\(round)")
                let first = try #require(artifact.references.first).content
                #expect(first["platform"]?["variant"] == "v8", "\(round)")
                #expect(first["annotations"] == ["n": "v"], "\(round)")
                #expect(first["urls"] == ["https://example.com"], "\(round)")
                try await registry.forgetDetails()
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func olderArtifactsAreDescribedInTheBackground(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            for number in 0..<7 { _ = try await registry.pushImage(number, to: repository, tags: ["v\(number)"]) }
            try await registry.forgetDetails()
            await registry.artifactDetails.run()
            let missing = try await registry.number(
                "SELECT count(*) FROM artifact WHERE extra_attributes IS NULL OR type IS NULL")
            #expect(missing == 0)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aLostConfigurationHidesNothingElse(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            _ = try await registry.pushImage(1, to: repository, tags: ["v1"])
            try await registry.forgetDetails()
            for object in try await registry.storage.listObjects(after: nil, limit: 10) {
                _ = try await registry.storage.deleteObjects([object.key])
            }
            let listed = try await registry.list(in: .repository(repository.id))
            #expect(listed.elements.map(\.type) == ["IMAGE"])
            #expect(listed.elements.map(\.extraAttributes) == [nil], "it may come back")
        }
    }
}
