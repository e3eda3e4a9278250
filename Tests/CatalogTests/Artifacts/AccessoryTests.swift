import Catalog
import Listing
import OCI
import RegistryTesting
import SQL
import Testing

/// Which artifacts belong to others, and that lists show them there only.
@Suite struct AccessoryTests {
    private static let config = "application/vnd.oci.image.config.v1+json"

    private static func tag(_ subject: Descriptor, _ suffix: String) -> String {
        subject.digest.description.split(separator: ":").joined(separator: "-") + suffix
    }

    @Test(
        arguments: DatabaseKind.allCases,
        [
            ("application/vnd.dev.cosign.artifact.sig.v1+json", "signature.cosign"),
            ("application/vnd.dev.sigstore.bundle.v0.3+json", "signature.cosign"),
            ("application/vnd.cncf.notary.signature", "signature.notation"),
            ("application/vnd.goharbor.harbor.sbom.v1", "sbom.harbor"),
            ("application/spdx+json", "subject.accessory"),
        ])
    func manifestsWithASubject(_ kind: DatabaseKind, _ example: (artifactType: String, type: String)) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let subject = try await registry.pushImage(1, to: repository, tags: ["v1"])
            try await registry.push(
                configuration: "{}", of: MediaType.ociEmpty.rawValue, subject: subject.descriptor(),
                artifactType: example.artifactType, tags: ["signature"], to: repository)
            let listed = try await registry.list(in: .repository(repository.id))
            #expect(listed.total == 1, "an accessory is shown with its subject only")
            #expect(listed.elements.first?.accessories.map(\.type) == [example.type])
            #expect(listed.elements.first?.accessories.map(\.artifactType) == [example.artifactType])
            #expect(listed.elements.first?.accessories.map(\.subjectDigest) == [try subject.digest().description])
            let all = try await registry.list("base=*", in: .repository(repository.id))
            #expect(all.total == 2)
            let count = try await registry.repositoryLists.find(id: repository.id)?.artifactCount
            #expect(count == 1)
        }
    }

    @Test(arguments: DatabaseKind.allCases, [true, false])
    func theSubjectMayComeLater(_ kind: DatabaseKind, _ isLater: Bool) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let config = try await registry.pushBlob([1], to: repository)
            let subject = try SampleManifest.image(config: config, layers: [])
            if !isLater { try await registry.push(subject, to: repository, tags: ["v1"]) }
            try await registry.push(
                configuration: "{}", of: MediaType.ociEmpty.rawValue, subject: subject.descriptor(),
                artifactType: "application/vnd.cncf.notary.signature", to: repository)
            if isLater { try await registry.push(subject, to: repository, tags: ["v1"]) }
            let found = try await registry.artifactLists.find(Reference("v1"), repositoryID: repository.id)
            #expect(found?.accessories.map(\.type) == ["signature.notation"])
        }
    }

    @Test(
        arguments: DatabaseKind.allCases,
        [
            (".sig", "application/vnd.dev.cosign.simplesigning.v1+json", "signature.cosign"),
            (".att", "application/vnd.dsse.envelope.v1+json", "subject.accessory"),
            (".sbom", "text/spdx+json", "subject.accessory"),
            (".sig", "application/vnd.oci.image.layer.v1.tar", nil),
            (".other", "application/vnd.dev.cosign.simplesigning.v1+json", nil),
        ])
    func tagsOfOlderCosignVersions(
        _ kind: DatabaseKind, _ example: (suffix: String, layer: String, type: String?)
    ) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let subject = try await registry.pushImage(1, to: repository, tags: ["v1"]).descriptor()
            let signature = try await registry.push(
                configuration: "{}", of: Self.config, layers: [(example.layer, "payload")],
                tags: [Self.tag(subject, example.suffix)], to: repository)
            let found = try await registry.artifactLists.find(Reference("v1"), repositoryID: repository.id)
            #expect(found?.accessories.map(\.type) == (example.type.map { [$0] } ?? []))
            let total = try await registry.list(in: .repository(repository.id)).total
            #expect(total == (example.type == nil ? 2 : 1), "what isn't an accessory isn't hidden")
            let referrers = try await registry.manifests.referrers(
                to: subject.digest, artifactType: nil, repositoryID: repository.id, after: nil, limit: 10)
            #expect(referrers.isEmpty, "the referrers API knows subjects only: \(signature.digest)")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func childrenShowTheSignaturesOfTheirIndex(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let child = try await registry.pushImage(1, to: repository).descriptor()
            let index = try SampleManifest.index([child])
            try await registry.push(index, to: repository, tags: ["multi"])
            for type in ["application/vnd.cncf.notary.signature", "application/spdx+json"] {
                try await registry.push(
                    configuration: "{}", of: MediaType.ociEmpty.rawValue, subject: index.descriptor(),
                    artifactType: type, to: repository)
            }
            var options = ArtifactViewOptions()
            let plain = try await registry.artifactLists.find(
                .digest(child.digest), repositoryID: repository.id, options: options)
            #expect(plain?.inheritedAccessories.isEmpty == true)
            options.withInheritedAccessories = true
            let found = try await registry.artifactLists.find(
                .digest(child.digest), repositoryID: repository.id, options: options)
            #expect(found?.accessories.isEmpty == true)
            #expect(found?.inheritedAccessories.map(\.type) == ["signature.notation"])
            #expect(found?.inheritedAccessories.map(\.subjectDigest) == [try index.digest().description])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func accessoriesAreListedInPages(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let subject = try await registry.pushImage(1, to: repository, tags: ["v1"]).descriptor()
            for number in 0..<3 {
                try await registry.push(
                    configuration: #"{"n":\#(number)}"#, of: Self.config, subject: subject,
                    artifactType: number == 0 ? "application/vnd.cncf.notary.signature" : "application/spdx+json",
                    to: repository)
            }
            let number = try await registry.artifactLists.number(of: Reference("v1"), repositoryID: repository.id)
            let id = try #require(number)
            let page = try await registry.artifactLists.accessories(
                of: id, ListRequest(page: Page(number: 1, size: 2)))
            #expect(page.elements.count == 2)
            #expect(page.total == 3)
            let signatures = try await registry.artifactLists.accessories(
                of: id, ListRequest(filters: QueryGrammar.parse("type=signature.notation")))
            #expect(signatures.total == 1)
        }
    }
}
