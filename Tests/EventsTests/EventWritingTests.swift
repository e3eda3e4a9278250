import Catalog
import Events
import OCI
import RegistryTesting
import SQL
import Testing

@Suite struct EventWritingTests {
    private func want(_ kinds: Set<EventKind>, in project: Int64?, _ registry: RegistryFixture) async throws {
        try await registry.database.write {
            try EventStore.setInterest(of: "test", in: project, kinds: kinds, on: $0)
        }
    }

    /// What was written, as `KIND repository digest:tag,…`, without the digests' algorithm.
    private func written(_ registry: RegistryFixture) async throws -> [String] {
        let consumer = CollectingConsumer()
        try await EventDispatcher.collecting(consumer, registry).dispatch()
        return consumer.events.map { event in
            let artifacts = event.content.artifacts.map { "\($0.digest.suffix(4)):\($0.tag ?? "-")" }
            return "\(event.kind.rawValue) \(event.content.repository?.name ?? "-") "
                + artifacts.joined(separator: ",") + " by \(event.operatorName)"
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func nothingIsWrittenForNobody(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let other = try await registry.makeRepository("other/app")
            try await want([.artifactDeleted], in: repository.projectID, registry)
            try await want([.artifactPushed], in: other.projectID, registry)
            _ = try await registry.pushImage(1, to: repository, tags: ["a"])
            #expect(try await registry.number("SELECT count(*) FROM event") == 0)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func pushesPullsAndDeletionsAreWritten(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            try await want([.artifactPushed, .artifactPulled, .artifactDeleted], in: nil, registry)
            let image = try await registry.pushImage(1, to: repository, tags: ["b", "a"])
            let short = try image.digest().description.suffix(4)
            #expect(try await written(registry) == ["PUSH_ARTIFACT team/app \(short):a,\(short):b by alice"])
            // The interest in pulls is looked at with each flush.
            try await registry.pulls.flush()
            let reference = try Reference("a")
            let found = try #require(try await registry.manifests.find(reference, repositoryID: repository.id))
            registry.pulls.note(found, from: repository, reference: reference, by: "bob")
            try await registry.pulls.flush()
            #expect(try await written(registry) == ["PULL_ARTIFACT team/app \(short):a by bob"])
            try await registry.delete(image.digest(), from: repository)
            #expect(try await written(registry) == ["DELETE_ARTIFACT team/app \(short):a,\(short):b by admin"])
            #expect(try await written(registry) == [], "nothing is told twice")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func whatIsUndoneIsNotTold(_ kind: DatabaseKind) async throws {
        struct Undone: Error {}
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            try await want([.quotaWarning], in: repository.projectID, registry)
            await #expect(throws: Undone.self) {
                try await registry.database.write { connection in
                    try EventStore.append(
                        NewEvent(
                            .quotaWarning, projectID: repository.projectID, operatorName: "alice",
                            occurredAt: registry.clock.now, content: EventContent()), on: connection)
                    throw Undone()
                }
            }
            #expect(try await written(registry) == [])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func interestGoesWithTheProjectAndIsReplaced(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            try await want([.artifactPushed, .artifactPulled], in: repository.projectID, registry)
            try await want([.artifactPulled], in: repository.projectID, registry)
            #expect(try await registry.number("SELECT count(*) FROM event_interest") == 1)
            try await want([], in: repository.projectID, registry)
            #expect(try await registry.number("SELECT count(*) FROM event_interest") == 0)
        }
    }
}
