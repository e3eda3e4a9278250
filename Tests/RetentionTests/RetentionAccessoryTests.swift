import Catalog
import OCI
import RegistryTesting
import Retention
import Testing

/// Signatures follow what they sign, hold it back, and are judged by themselves once it is gone.
@Suite struct RetentionAccessoryTests {
    private func sign(_ image: Manifest, tag: String? = nil, in world: RetentionFixture) async throws {
        let config = try await world.registry.pushBlob(Array("{}".utf8), to: world.repository)
        let signature = try SampleManifest.image(
            config: config, layers: [], subject: try image.descriptor(), artifactType: "application/x.signature")
        try await world.registry.push(signature, to: world.repository, tags: tag.map { [$0] } ?? [])
    }

    @Test(arguments: DatabaseKind.allCases)
    func signaturesFollowTheirSubjects(_ kind: DatabaseKind) async throws {
        try await RetentionFixture.with(kind) { world in
            for image in try await world.push("old", "new") { try await sign(image, in: world) }
            let policy = try await world.makePolicy(
                .artifact, try RetentionFixture.rule(RetentionCondition(.latestPushed, 1), untagged: false))
            let done = try await world.run(policy)
            #expect(done.progress.counts.total == 2, "signatures aren't judged")
            #expect(try await world.tags() == ["new"])
            #expect(try await world.artifacts() == 2, "each went or stayed with what it signs")
        }
    }

    /// What would go with an image and may not keeps the image, and a dry run says so.
    @Test(arguments: DatabaseKind.allCases)
    func protectedSignaturesHoldTheirSubjects(_ kind: DatabaseKind) async throws {
        for level in [RetentionPolicy.Level.artifact, .tag] {
            try await RetentionFixture.with(kind) { world in
                let signed = try await world.push("signed")[0]
                try await sign(signed, tag: "one.sig", in: world)
                try await world.registry.push(signed, to: world.repository, tags: ["again"])
                let part = try await world.registry.pushImage(1, to: world.repository)
                try await sign(part, tag: "two.sig", in: world)
                world.registry.clock.advance(bySeconds: 60)
                let index = try SampleManifest.index([try part.descriptor()])
                try await world.registry.push(index, to: world.repository, tags: ["index"])
                try await sign(try await world.push("unsigned")[0], tag: "three", in: world)
                try await world.makeImmutable("*.sig")
                let policy = try await world.makePolicy(
                    level, try RetentionFixture.rule(RetentionCondition(.nothing)))
                let foretold = try await world.run(policy, isDryRun: true)
                let done = try await world.run(policy)
                #expect(try await world.tags() == ["again", "index", "one.sig", "signed", "two.sig"], "\(level)")
                let decisions = try await world.decisions(done.execution)
                #expect(try await world.decisions(foretold.execution) == decisions)
                #expect(decisions.first == "unsigned DEL NOT_KEPT")
                #expect(decisions.dropFirst().allSatisfy { $0.hasSuffix("IMMUTABLE IMMUTABLE") }, "\(decisions)")
            }
        }
    }

    /// A tag may go from an image that stays by another one, whatever its signature has.
    @Test(arguments: DatabaseKind.allCases)
    func tagsGoFromHeldImages(_ kind: DatabaseKind) async throws {
        try await RetentionFixture.with(kind) { world in
            let image = try await world.push("v1")[0]
            try await world.registry.push(image, to: world.repository, tags: ["dev"])
            try await sign(image, tag: "one.sig", in: world)
            try await world.makeImmutable("*.sig")
            let policy = try await world.makePolicy(
                .tag, try RetentionFixture.rule(RetentionCondition(.always), tags: "v*"))
            let foretold = try await world.run(policy, isDryRun: true)
            #expect(foretold.progress.counts == RetentionCounts(total: 2, retained: 1, deleted: 1))
            try await world.run(policy)
            #expect(try await world.tags() == ["one.sig", "v1"])
        }
    }

    /// The OCI Distribution Specification's deletion takes the subject alone.
    @Test(arguments: DatabaseKind.allCases)
    func signaturesWithoutSubjectAreJudged(_ kind: DatabaseKind) async throws {
        try await RetentionFixture.with(kind) { world in
            let images = try await world.push("gone", "kept")
            for image in images { try await sign(image, in: world) }
            try await world.registry.delete(images[0].digest(), from: world.repository)
            world.registry.clock.advance(bySeconds: 7200)
            let policy = try await world.makePolicy(
                .artifact, try RetentionFixture.rule(RetentionCondition(.always), untagged: false))
            let done = try await world.run(policy)
            #expect(
                try await world.decisions(done.execution).sorted() == [" DEL NOT_SELECTED", "kept RETAIN RULE"])
            #expect(try await world.artifacts() == 2, "the image that is left, and its signature")
        }
    }
}
