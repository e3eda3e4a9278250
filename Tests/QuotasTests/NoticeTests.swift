import Admission
import Catalog
import Events
import Logging
import OCI
import Quotas
import RegistryTesting
import SQL
import Synchronization
import Testing

/// Who wants to know is told when little storage is left, and when a push was refused.
@Suite struct NoticeTests {
    /// Keeps what it is told.
    private final class Listener: EventConsumer {
        private let told = Mutex<[Event]>([])

        func receive(_ events: [Event], on connection: any SQLConnection) throws -> Int {
            told.withLock { $0 += events }
            return events.count
        }

        /// What was told since the last call.
        func take() -> [Event] {
            told.withLock { told in
                defer { told = [] }
                return told
            }
        }
    }

    /// A project of 10,000 bytes, whose notices are wanted or not, and what is told of it.
    private func with(
        _ kind: DatabaseKind, isWanted: Bool = true,
        _ body: (RegistryFixture, RepositoryRecord, _ told: () async throws -> [Event]) async throws -> Void
    ) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            try await registry.quotas.setLimit(StorageLimit(10_000), projectID: repository.projectID)
            if isWanted {
                try await registry.database.write {
                    try EventStore.setInterest(
                        of: "test", in: repository.projectID, kinds: [.quotaWarning, .quotaExceeded], on: $0)
                }
            }
            let listener = Listener()
            let dispatcher = EventDispatcher(
                database: registry.database, changes: registry.changes, consumers: [listener],
                logger: Logger(label: "test"))
            try await body(registry, repository) {
                try await dispatcher.dispatch()
                return listener.take()
            }
        }
    }

    /// Pushes an image whose layer has so many bytes.
    @discardableResult
    private func push(
        _ bytes: Int, seed: UInt8 = 0, tags: [String] = [], to repository: RepositoryRecord,
        of registry: RegistryFixture
    ) async throws -> Manifest {
        let config = try await registry.pushBlob([1], to: repository, mediaType: .ociImageConfig)
        let layer = try await registry.pushBlob(TestContent.bytes(bytes, seed: seed), to: repository)
        let image = try SampleManifest.image(config: config, layers: [layer])
        try await registry.push(image, to: repository, tags: tags)
        return image
    }

    @Test(arguments: DatabaseKind.allCases)
    func aWarningComesWithThePushThatPasses(_ kind: DatabaseKind) async throws {
        try await with(kind) { registry, repository, told in
            try await push(4000, to: repository, of: registry)
            #expect(try await told() == [], "there is room")
            let image = try await push(4000, seed: 1, tags: ["v1"], to: repository, of: registry)
            let events = try await told()
            #expect(events.map(\.kind) == [.quotaWarning])
            let event = try #require(events.first)
            #expect(event.projectID == repository.projectID && event.content.repository?.name == "team/app")
            #expect(try event.content.artifacts == [EventArtifact(digest: image.digest().description, tag: "v1")])
            let used = try await registry.used(repository.projectID)
            #expect(used >= 8500)
            let details = event.content.attributes["details"]?.string
            #expect(
                details == "quota usage reach 85%: resource storage used \(AdmissionError.amount(used)) of 9.8 KiB")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func warningsDontFlood(_ kind: DatabaseKind) async throws {
        try await with(kind) { registry, repository, told in
            for seed in 0..<3 { try await push(2500, seed: UInt8(seed), to: repository, of: registry) }
            #expect(try await told().count == 1)
            try await push(10, seed: 3, to: repository, of: registry)
            #expect(try await told() == [], "it was told within the hour")
            registry.clock.advance(bySeconds: 3601)
            try await push(20, seed: 4, to: repository, of: registry)
            #expect(try await told().map(\.kind) == [.quotaWarning], "it still is so")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aRefusedPushIsToldOf(_ kind: DatabaseKind) async throws {
        try await with(kind) { registry, repository, told in
            for round in 0..<2 {
                for _ in 0..<3 {
                    let refusal = try await registry.refusal {
                        try await push(9999, tags: ["big"], to: repository, of: registry)
                    }
                    #expect(refusal != nil)
                }
                let events = try await told()
                #expect(events.map(\.kind) == [.quotaExceeded], "once, in round \(round)")
                let event = try #require(events.first)
                #expect(event.content.artifacts.map(\.tag) == ["big"] && event.operatorName == "alice")
                #expect(event.content.attributes["details"]?.string?.hasPrefix("adding ") == true)
                registry.clock.advance(bySeconds: 301)
            }
            #expect(try await registry.used(repository.projectID) == 0, "the pushes were undone")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func nodesTellTogetherOnce(_ kind: DatabaseKind) async throws {
        try await with(kind) { registry, repository, told in
            try await registry.withAnotherNode { other in
                for node in [registry, other] {
                    _ = try await registry.refusal { try await push(9999, to: repository, of: node) }
                }
            }
            #expect(try await told().count == 1)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aFullProjectRefusesUploadsAndSaysSo(_ kind: DatabaseKind) async throws {
        try await with(kind) { registry, repository, told in
            try await registry.fill(repository.projectID, bytes: 20_000)
            let refusal = try await registry.refusal {
                try await registry.admission.beforeUpload(projectID: repository.projectID)
            }
            #expect(refusal != nil)
            #expect(try await told().map(\.kind) == [.quotaExceeded])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func nothingIsWrittenForNobody(_ kind: DatabaseKind) async throws {
        try await with(kind, isWanted: false) { registry, repository, told in
            try await push(9000, to: repository, of: registry)
            _ = try await registry.refusal { try await push(9999, seed: 1, to: repository, of: registry) }
            #expect(try await told() == [])
            #expect(try await registry.number("SELECT count(*) AS n FROM quota_notice") == 0)
        }
    }
}
