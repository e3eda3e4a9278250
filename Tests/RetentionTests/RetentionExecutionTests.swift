import Catalog
import Jobs
import Listing
import OCI
import Quotas
import RegistryTesting
import Retention
import SQL
import Testing
import Time

/// Policies at work in a registry.
@Suite struct RetentionExecutionTests {
    @Test(arguments: DatabaseKind.allCases)
    func whatNoRuleKeepsGoes(_ kind: DatabaseKind) async throws {
        try await RetentionFixture.with(kind) { world in
            let other = try await world.registry.makeRepository("team/base")
            try await world.push("old", to: other)
            try await world.push("a", "b", "c", "d")
            let newest = try RetentionFixture.rule(RetentionCondition(.latestPushed, 2), repositories: "app")
            let policy = try await world.makePolicy(.artifact, newest)
            let foretold = try await world.run(policy, isDryRun: true)
            #expect(try await world.tags() == ["a", "b", "c", "d"], "a dry run deletes nothing")
            #expect(foretold.progress.counts == RetentionCounts(total: 4, retained: 2, deleted: 2))
            let done = try await world.run(policy)
            #expect(done.progress.counts == foretold.progress.counts && done.progress.repositories == 1)
            #expect(try await world.tags() == ["c", "d"])
            #expect(try await world.artifacts() == 2)
            #expect(try await world.tags(of: other) == ["old"], "no rule is about it")
            let expected = ["d RETAIN RULE", "c RETAIN RULE", "b DEL NOT_KEPT", "a DEL NOT_KEPT"]
            #expect(try await world.decisions(foretold.execution) == expected)
            #expect(try await world.decisions(done.execution) == expected)
            #expect(try await world.decisions(done.execution, outcome: .delete) == Array(expected.suffix(2)))
            let trash = try await world.registry.trash.list(
                ListRequest(filters: [], sort: [], page: .everything), projectID: world.repository.projectID)
            #expect(trash.elements.map(\.deletedBy) == ["retention", "retention"])
            #expect(try await world.run(policy).progress.counts.deleted == 0, "nothing is left to do")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func artifactsGoWholeOrTagByTag(_ kind: DatabaseKind) async throws {
        for level in [RetentionPolicy.Level.artifact, .tag] {
            try await RetentionFixture.with(kind) { world in
                let image = try await world.push("v1")[0]
                world.registry.clock.advance(bySeconds: 3600)
                try await world.registry.push(image, to: world.repository, tags: ["latest"])
                try await world.push("v2", "dev")
                let policy = try await world.makePolicy(
                    level, try RetentionFixture.rule(RetentionCondition(.always), tags: "v*"))
                let done = try await world.run(policy)
                let kept = level == .artifact ? ["latest", "v1", "v2"] : ["v1", "v2"]
                #expect(try await world.tags() == kept, "\(level)")
                #expect(try await world.artifacts() == 2, "an artifact goes with its last tag: \(level)")
                let lines = try await world.decisions(done.execution)
                let expected =
                    level == .artifact
                    ? ["dev DEL NOT_SELECTED", "v2 RETAIN RULE", "latest,v1 RETAIN RULE"]
                    : ["dev DEL NOT_SELECTED", "v2 RETAIN RULE", "latest DEL NOT_SELECTED", "v1 RETAIN RULE"]
                #expect(lines == expected)
            }
        }
    }

    /// All tags of an artifact go at once, and with the artifact if it is nobody's child.
    @Test(arguments: DatabaseKind.allCases)
    func tagsOfOneArtifactGoTogether(_ kind: DatabaseKind) async throws {
        try await RetentionFixture.with(kind) { world in
            let image = try await world.push("one")[0]
            try await world.registry.push(image, to: world.repository, tags: ["two", "three"])
            let policy = try await world.makePolicy(.tag, try RetentionFixture.rule(RetentionCondition(.nothing)))
            #expect(try await world.run(policy).progress.counts == RetentionCounts(total: 3, retained: 0, deleted: 3))
            #expect(try await world.artifacts() == 0)
            let trash = try await world.registry.trash.list(
                ListRequest(filters: [], sort: [], page: .everything), projectID: world.repository.projectID)
            #expect(trash.elements.map(\.tags) == [["one", "three", "two"]], "one entry, restored as a whole")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func immutableTagsStay(_ kind: DatabaseKind) async throws {
        for level in [RetentionPolicy.Level.artifact, .tag] {
            try await RetentionFixture.with(kind) { world in
                try await world.push("v1", "v2", "dev")
                try await world.makeImmutable("v1")
                let policy = try await world.makePolicy(
                    level, try RetentionFixture.rule(RetentionCondition(.nothing)))
                let done = try await world.run(policy)
                #expect(try await world.tags() == ["v1"])
                #expect(
                    try await world.decisions(done.execution)
                        == ["dev DEL NOT_KEPT", "v2 DEL NOT_KEPT", "v1 IMMUTABLE IMMUTABLE"])
                #expect(done.progress.counts == RetentionCounts(total: 3, retained: 1, deleted: 2))
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func indexesKeepTheirChildren(_ kind: DatabaseKind) async throws {
        try await RetentionFixture.with(kind) { world in
            let children = try await world.push("amd64", "arm64")
            let loose = try await world.registry.pushImage(99, to: world.repository)
            let kept = try SampleManifest.index(try children.map { try $0.descriptor() })
            let gone = try SampleManifest.index([try children[0].descriptor(), try loose.descriptor()])
            world.registry.clock.advance(bySeconds: 60)
            try await world.registry.push(gone, to: world.repository, tags: ["old"])
            world.registry.clock.advance(bySeconds: 60)
            try await world.registry.push(kept, to: world.repository, tags: ["new"])
            let policy = try await world.makePolicy(
                .artifact, try RetentionFixture.rule(RetentionCondition(.latestPushed, 1), untagged: false))
            let done = try await world.run(policy)
            #expect(try await world.tags() == ["amd64", "arm64", "new"], "what the kept index lists stays")
            #expect(try await world.artifacts() == 3, "the child that belonged to the other one alone went with it")
            #expect(
                try await world.decisions(done.execution) == [
                    "new RETAIN RULE", "old DEL NOT_KEPT", "arm64 RETAIN IN_KEPT_INDEX", "amd64 RETAIN IN_KEPT_INDEX",
                ])
        }
    }

    /// At the level of tags a child may lose its names; it stays as long as an index lists it.
    @Test(arguments: DatabaseKind.allCases)
    func tagsOfChildrenGoAndChildrenStay(_ kind: DatabaseKind) async throws {
        try await RetentionFixture.with(kind) { world in
            let children = try await world.push("amd64", "arm64")
            let index = try SampleManifest.index(try children.map { try $0.descriptor() })
            try await world.registry.push(index, to: world.repository, tags: ["v1"])
            let policy = try await world.makePolicy(
                .tag, try RetentionFixture.rule(RetentionCondition(.always), tags: "v*", untagged: false))
            try await world.run(policy)
            #expect(try await world.tags() == ["v1"])
            #expect(try await world.artifacts() == 3)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func anIndexAndItsTaggedChildrenGoTogether(_ kind: DatabaseKind) async throws {
        for level in [RetentionPolicy.Level.artifact, .tag] {
            try await RetentionFixture.with(kind) { world in
                let children = try await world.push("amd64", "arm64")
                let index = try SampleManifest.index(try children.map { try $0.descriptor() })
                try await world.registry.push(index, to: world.repository, tags: ["v1"])
                let policy = try await world.makePolicy(level, try RetentionFixture.rule(RetentionCondition(.nothing)))
                #expect(try await world.run(policy).progress.counts.deleted == 3)
                #expect(try await world.artifacts() == 0, "\(level)")
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func untaggedArtifactsAreJudgedAsTold(_ kind: DatabaseKind) async throws {
        for untagged in [true, false] {
            try await RetentionFixture.with(kind) { world in
                _ = try await world.registry.pushImage(1, to: world.repository)
                world.registry.clock.advance(bySeconds: 3600)
                try await world.push("v1")
                let policy = try await world.makePolicy(
                    .tag, try RetentionFixture.rule(RetentionCondition(.always), untagged: untagged))
                try await world.run(policy)
                #expect(try await world.artifacts() == (untagged ? 2 : 1))
            }
        }
    }

    /// The parts of an image of several architectures are pushed by digest, the index that lists them last.
    @Test(arguments: DatabaseKind.allCases)
    func aPushUnderWayIsLeftAlone(_ kind: DatabaseKind) async throws {
        for level in [RetentionPolicy.Level.artifact, .tag] {
            try await RetentionFixture.with(kind) { world in
                try await world.push("v1")
                world.registry.clock.advance(bySeconds: 1)
                let parts = [
                    try await world.registry.pushImage(1, to: world.repository),
                    try await world.registry.pushImage(2, to: world.repository),
                ]
                world.registry.clock.advance(bySeconds: 7199)
                let policy = try await world.makePolicy(
                    level, try RetentionFixture.rule(RetentionCondition(.latestPushed, 1)))
                let done = try await world.run(policy)
                #expect(
                    try await world.decisions(done.execution) == [
                        " RETAIN RECENT", " RETAIN RECENT", "v1 RETAIN RULE",
                    ],
                    "they take no place among the newest")
                try await world.registry.push(
                    SampleManifest.index(try parts.map { try $0.descriptor() }), to: world.repository, tags: ["v2"])
                try await world.run(policy)
                #expect(try await world.tags() == ["v2"])
                #expect(try await world.artifacts() == 3, "the index and its parts: \(level)")
                world.registry.clock.advance(bySeconds: 1)
                _ = try await world.registry.pushImage(3, to: world.repository)
                world.registry.clock.advance(bySeconds: 7200)
                try await world.run(policy)
                #expect(try await world.artifacts() == 1, "what got no name goes, and an older index too: \(level)")
            }
        }
    }

    /// What had a tag isn't on its way.
    @Test(arguments: DatabaseKind.allCases)
    func whatLostItsTagIsJudgedAtOnce(_ kind: DatabaseKind) async throws {
        try await RetentionFixture.with(kind) { world in
            try await world.push("v1")
            _ = try await world.registry.pushImage(9, to: world.repository, tags: ["v1"])
            #expect(try await world.artifacts() == 2)
            let rule = try RetentionFixture.rule(RetentionCondition(.always), untagged: false)
            try await world.run(world.makePolicy(.tag, rule))
            #expect(try await world.artifacts() == 1)
        }
    }

    /// Pulls that wait in memory count, those of an index's children and by digest too.
    @Test(arguments: DatabaseKind.allCases)
    func pullsThatWaitAreWrittenFirst(_ kind: DatabaseKind) async throws {
        try await RetentionFixture.with(kind) { world in
            let images = try await world.push("used", "unused")
            let found = try await world.registry.manifests.find(
                .digest(images[0].digest()), repositoryID: world.repository.id)
            let record = try #require(found)
            world.registry.pulls.note(
                record, from: world.repository, reference: .digest(try images[0].digest()), by: "bob")
            let policy = try await world.makePolicy(
                .tag, try RetentionFixture.rule(RetentionCondition(.pulledWithin, 1)))
            try await world.run(policy)
            #expect(try await world.tags() == ["used"])
        }
    }

    /// Usage falls with what goes.
    @Test(arguments: DatabaseKind.allCases)
    func usageFalls(_ kind: DatabaseKind) async throws {
        try await RetentionFixture.with(kind) { world in
            try await world.push("a", "b", "c")
            let policy = try await world.makePolicy(
                .artifact, try RetentionFixture.rule(RetentionCondition(.nothing)))
            #expect(try await usage(in: world) > 0)
            try await world.run(policy)
            #expect(try await usage(in: world) == 0)
        }
    }

    private func usage(in world: RetentionFixture) async throws -> Int64 {
        let listed = try await world.registry.quotas.list(
            ListRequest(filters: [], sort: [], page: .everything), projectID: world.repository.projectID)
        return listed.elements.reduce(0) { $0 + $1.used }
    }

    @Test(arguments: DatabaseKind.allCases)
    func previewsChangeNothing(_ kind: DatabaseKind) async throws {
        try await RetentionFixture.with(kind) { world in
            try await world.push("a", "b", "c")
            let policy = try RetentionPolicy(
                projectID: world.repository.projectID, level: .tag,
                rules: [try RetentionFixture.rule(RetentionCondition(.latestPushed, 1))])
            let preview = try await world.previews.preview(policy)
            #expect(preview.isComplete && preview.repositories.map(\.name) == ["app"])
            #expect(preview.repositories[0].counts == RetentionCounts(total: 3, retained: 1, deleted: 2))
            #expect(preview.candidates.map(\.candidate.decision.outcome) == [.retain, .delete, .delete])
            #expect(try await world.previews.preview(policy, repository: "absent").repositories.isEmpty)
            #expect(try await world.tags() == ["a", "b", "c"])
        }
    }
}
