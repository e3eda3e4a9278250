import Catalog
import GarbageCollection
import OCI
import RegistryTesting
import SQL
import Synchronization
import Testing

/// How a collection works: several batches at a time, telling how far it is, and going on after an interruption.
@Suite struct CollectionWorkTests {
    /// Blobs that nothing uses and whose grace period is over.
    private func pushLoose(_ count: Int, to registry: RegistryFixture) async throws {
        let repository = try await registry.makeRepository("team/app")
        for number in 0..<count { try await registry.pushBlob(Array("blob \(number)".utf8), to: repository) }
        registry.clock.advance(bySeconds: 100)
    }

    @Test(arguments: DatabaseKind.allCases)
    func workersDeleteAtTheSameTime(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await pushLoose(20, to: registry)
            let meeting = Meeting(of: 4)
            let storage = StoppingStorage(storage: registry.storage, moment: .never, meeting: meeting)
            let report = try await registry.collector(storage: storage).run(
                CollectionPolicy(gracePeriod: 10, workers: 4))
            #expect(report.removedBlobs == 20 && report.totalBlobs == 20)
            #expect(await meeting.most == 4)
            #expect(try await registry.objectCount() == 0)
        }
    }

    @Test func oneWorkerDeletesAlone() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            try await pushLoose(1200, to: registry)
            let meeting = Meeting(of: 1)
            let storage = StoppingStorage(storage: registry.storage, moment: .never, meeting: meeting)
            #expect(
                try await registry.collector(storage: storage).run(CollectionPolicy(gracePeriod: 10)).removedBlobs
                    == 1200)
            #expect(await meeting.most == 1)
        }
    }

    /// What can be read of a run while it works only grows, and ends with what the report says.
    @Test func progressIsToldInNumbers() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            try await pushLoose(1200, to: registry)
            let told = Told()
            let report = try await registry.collector().run(CollectionPolicy(gracePeriod: 10)) { step, report in
                told.add(step, report)
            }
            let blobs = told.all.filter { $0.step == .blobs }.map(\.report)
            #expect(blobs.map(\.removedBlobs) == [0, 200, 400, 600, 800, 1000, 1200], "after each batch")
            #expect(blobs.allSatisfy { $0.totalBlobs == 1200 })
            let last = try #require(told.all.last)
            #expect(last.step == .finished && last.report == report)
            let attributes = last.report.jobAttributes(at: .blobs)
            #expect(attributes["step"]?.string == "blobs" && attributes["total_blobs"]?.integer == 1200)
            #expect(attributes["freed_space"]?.integer == report.freedBytes)
        }
    }

    /// A run that goes on after another one counts what both have done.
    @Test func aRunGoesOnWhereAnotherWasInterrupted() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            try await pushLoose(30, to: registry)
            var begun = CollectionReport()
            (begun.removedBlobs, begun.freedBytes, begun.totalBlobs) = (70, 7000, 100)
            let report = try await registry.collector().run(CollectionPolicy(gracePeriod: 10), continuing: begun)
            #expect(report.removedBlobs == 100 && report.totalBlobs == 100 && report.freedBytes > 7000)
        }
    }

    private final class Told: Sendable {
        private let told = Mutex<[(step: CollectionStep, report: CollectionReport)]>([])

        var all: [(step: CollectionStep, report: CollectionReport)] { told.withLock(\.self) }

        func add(_ step: CollectionStep, _ report: CollectionReport) { told.withLock { $0.append((step, report)) } }
    }
}
