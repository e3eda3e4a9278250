import Catalog
import GarbageCollection
import Listing
import Logging
import OCI
import RegistryTesting
import SQL
import Testing
import Verification

/// How long the trash keeps what it has, and for whom.
@Suite struct TrashKeepingTests {
    private func collector(_ registry: RegistryFixture) -> GarbageCollectionService {
        GarbageCollectionService(
            database: registry.database, storage: registry.storage, clock: registry.clock.wallClock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    @Test(arguments: DatabaseKind.allCases)
    func theCollectorLeavesTheTrashAloneUntilItExpires(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository, tags: ["a"])
            try await registry.deletion.deleteManifest(image.digest(), of: repository, by: "alice")
            registry.clock.advance(bySeconds: 168 * 3600 - 1)
            let kept = try await collector(registry).run(CollectionPolicy(gracePeriod: 0))
            #expect(kept.removedBlobs == 0 && kept.removedLinks == 2 && kept.purgedTrash == 0)
            #expect(try await registry.problems() == [])
            #expect(try await registry.content(of: image.blobs[0].digest, in: repository) == nil, "no link, no blob")
            let entry = try #require(try await registry.trashed(repository).first)
            try await registry.trash.restore(entry.id, projectID: repository.projectID)
            #expect(try await registry.content(of: image.blobs[0].digest, in: repository) != nil)

            try await registry.deletion.deleteManifest(image.digest(), of: repository, by: "alice")
            registry.clock.advance(bySeconds: 168 * 3600)
            let last = try await registry.number("SELECT max(id) AS id FROM trash")
            await #expect(throws: TrashError.unknown(Int64(last))) {
                try await registry.trash.restore(Int64(last), projectID: repository.projectID)
            }
            let dry = try await collector(registry).run(CollectionPolicy(gracePeriod: 0, isDryRun: true))
            #expect(dry.removedBlobs == 2 && dry.purgedTrash == 1)
            let gone = try await collector(registry).run(CollectionPolicy(gracePeriod: 0))
            #expect(gone.removedBlobs == 2 && gone.purgedTrash == 1)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func purgingFreesTheBlobs(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            for number in 1...3 {
                let image = try await registry.pushImage(number, to: repository)
                try await registry.deletion.deleteManifest(image.digest(), of: repository, by: "alice")
            }
            let other = try await registry.makeRepository("others/app")
            let kept = try await registry.pushImage(4, to: other)
            try await registry.deletion.deleteManifest(kept.digest(), of: other, by: "alice")
            let entries = try await registry.trashed(repository)
            await #expect(throws: TrashError.unknown(entries[0].id)) {
                try await registry.trash.purge(entries[0].id, projectID: other.projectID)
            }
            try await registry.trash.purge(entries[0].id, projectID: repository.projectID)
            #expect(try await registry.trashed(repository).count == 2)
            #expect(try await registry.trash.purgeAll(projectID: repository.projectID) == 2)
            #expect(try await registry.trashed(repository).isEmpty)
            registry.clock.advance(bySeconds: 1)
            #expect(try await collector(registry).run(CollectionPolicy(gracePeriod: 0)).removedBlobs == 6)
            #expect(try await registry.trashed(other).count == 1)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aProjectTakesItsTrashAlong(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository)
            try await registry.deletion.deleteManifest(image.digest(), of: repository, by: "alice")
            try await registry.projects.delete(named: "team")
            #expect(try await registry.number("SELECT count(*) AS n FROM trash") == 0)
            #expect(try await registry.number("SELECT count(*) AS n FROM trashed_blob") == 0)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func lostContentOfTheTrashIsReported(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository)
            try await registry.deletion.deleteManifest(image.digest(), of: repository, by: "alice")
            #expect(try await registry.problems() == [])
            try await registry.database.write { connection in
                let row = try connection.query("SELECT min(blob_id) AS id FROM trashed_blob")[0]
                _ = try connection.execute("DELETE FROM trashed_blob WHERE blob_id = \(row.int64("id"))")
            }
            #expect(try await registry.problems().map(\.repository) == ["team/app"])
            try await registry.database.write { _ = try $0.execute("DELETE FROM trashed_artifact") }
            #expect(try await registry.problems().map(\.digest) == [image.digest().description])
        }
    }

    /// Each query, and the numbers of the images that it finds; image n has the tag tn and was deleted n days ago.
    private static let queries: [(String, [Int])] = [
        ("", [1, 2, 3]), ("tag=t2", [2]), ("name=~T", [1, 2, 3]), ("tag={t1 t3}", [1, 3]), ("tag=~_", []),
        ("deleted_by=alice", [1, 3]), ("deleted_by=~LIC", [1, 3]), ("kind=tag", []), ("kind=artifact", [1, 2, 3]),
        ("repository_name=team/b", [2]), ("repository_name=~team", [1, 2, 3]), ("digest=sha256:00", []),
    ]

    @Test(arguments: DatabaseKind.allCases)
    func listsAreFilteredAndPaged(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let places = [try await registry.makeRepository("team/a"), try await registry.makeRepository("team/b")]
            var numbers: [String: Int] = [:]
            for number in (1...3).reversed() {
                let place = places[number == 2 ? 1 : 0]
                let image = try await registry.pushImage(number, to: place, tags: ["t\(number)"])
                numbers[try image.digest().description] = number
                try await registry.deletion.deleteManifest(
                    image.digest(), of: place, by: number == 2 ? "bob" : "alice")
                registry.clock.advance(bySeconds: 3600)
            }
            for (query, expected) in Self.queries {
                let found = try await registry.trashed(places[0], query).compactMap { numbers[$0.digest] }
                #expect(found == expected, "\(query)")
            }
            await #expect(throws: ListingError.unknownKey("colour")) {
                _ = try await registry.trashed(places[0], "colour=red")
            }
            let page = try await registry.trash.list(
                ListRequest(page: Page(number: 2, size: 2)), projectID: places[0].projectID)
            #expect(page.total == 3 && page.elements.map { numbers[$0.digest] } == [3])
            let visible = try await registry.trash.list(
                ListRequest(), projectID: places[0].projectID, isVisible: { $0.path == "b" })
            #expect(visible.total == 1 && visible.elements.map { numbers[$0.digest] } == [2])
        }
    }
}
