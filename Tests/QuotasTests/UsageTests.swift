import Admission
import Catalog
import Content
import Listing
import OCI
import Quotas
import RegistryTesting
import SQL
import Testing

/// What counts, and for whom.
@Suite struct UsageTests {
    @Test(arguments: DatabaseKind.allCases)
    func everythingCountsOncePerProject(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let here = try await registry.makeRepository("team/app")
            let beside = try await registry.makeRepository("team/other")
            let elsewhere = try await registry.makeRepository("shop/app")
            var expected: [Int64: Int64] = [here.projectID: 0, elsewhere.projectID: 0]
            func check(_ reason: String) async throws {
                for (project, bytes) in expected {
                    #expect(try await registry.used(project) == bytes, "\(reason)")
                    #expect(try await registry.recount(project) == bytes, "\(reason), counted anew")
                }
            }
            let config = try await registry.pushBlob([1, 2, 3], to: here, mediaType: .ociImageConfig)
            let layer = try await registry.pushBlob(TestContent.bytes(5000, seed: 1), to: here)
            try await check("blobs without a manifest don't count")
            let foreign = try Descriptor(
                mediaType: MediaType("application/vnd.docker.image.rootfs.foreign.diff.tar.gzip"),
                digest: Digest(of: [9]), size: 1 << 40, urls: ["https://example.com/layer"])
            let image = try SampleManifest.image(config: config, layers: [layer, layer, foreign])
            try await registry.push(image, to: here, tags: ["a"])
            expected[here.projectID] = 5003 + Int64(image.bytes.count)
            try await check("manifest, configuration and layer, each once; a foreign layer isn't stored")
            try await registry.push(image, to: here, tags: ["b"])
            try await check("the same again, under another tag")
            let second = try SampleManifest.image(config: config, layers: [layer], annotations: ["n": "2"])
            try await registry.push(second, to: here)
            expected[here.projectID, default: 0] += Int64(second.bytes.count)
            try await check("only the manifest is new")
            for target in [beside, elsewhere] {
                for blob in [config, layer] {
                    #expect(try await registry.blobs.mount(blob.digest, from: here.id, to: target.id))
                }
                try await registry.push(image, to: target)
            }
            expected[elsewhere.projectID] = 5003 + Int64(image.bytes.count)
            try await check("another repository of the project costs nothing, another project pays itself")
            try await registry.delete(image.digest(), from: here)
            try await check("the project still has it, in another repository")
            try await registry.delete(image.digest(), from: beside)
            expected[here.projectID, default: 0] -= Int64(image.bytes.count)
            try await check("the manifest is gone, its blobs belong to the second image too")
            try await registry.delete(second.digest(), from: here)
            expected[here.projectID] = 0
            try await check("everything is gone, before anything is collected")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func theTrashIsFreeAndRestoringPays(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let image = try await registry.pushImage(1, to: repository, tags: ["a"])
            let used = try await registry.used(repository.projectID)
            try await registry.deletion.deleteManifest(image.digest(), of: repository, by: "admin")
            #expect(try await registry.used(repository.projectID) == 0)
            try await registry.quotas.setLimit(StorageLimit(used - 1), projectID: repository.projectID)
            let entry = Int64(try await registry.number("SELECT min(id) FROM trash"))
            let refusal = try await registry.refusal {
                try await registry.trash.restore(entry, projectID: repository.projectID)
            }
            #expect(refusal == .quotaExceeded(adding: used, used: 0, limit: used - 1))
            try await registry.quotas.setLimit(StorageLimit(used), projectID: repository.projectID)
            try await registry.trash.restore(entry, projectID: repository.projectID)
            #expect(try await registry.used(repository.projectID) == used)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func foldingChangesNothing(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repositories = [
                try await registry.makeRepository("team/app"), try await registry.makeRepository("shop/app"),
            ]
            for number in 0..<5 {
                for repository in repositories { _ = try await registry.pushImage(number, to: repository) }
            }
            var before: [Int64] = []
            for repository in repositories { before.append(try await registry.used(repository.projectID)) }
            #expect(try await registry.quotas.fold() == 10, "each push appended one row")
            #expect(try await registry.number("SELECT count(*) FROM quota_ledger") == 0)
            for (repository, bytes) in zip(repositories, before) {
                #expect(try await registry.used(repository.projectID) == bytes)
            }
            #expect(try await registry.quotas.fold() == 0)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func theMigrationCountsWhatIsThere(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let here = try await registry.makeRepository("team/app")
            let elsewhere = try await registry.makeRepository("shop/app")
            for number in 0..<3 { _ = try await registry.pushImage(number, to: here) }
            _ = try await registry.pushImage(1, to: elsewhere)
            let filling = QuotaStore.migrations[0].statements(for: registry.database.dialect).filter {
                $0.text.hasPrefix("INSERT")
            }
            #expect(filling.count == 3)
            try await registry.database.write { connection in
                for table: SQL in ["project_content", "quota_ledger", "project_quota"] {
                    try connection.execute("DELETE FROM \(fragment: table)")
                }
                for statement in filling { try connection.execute(statement) }
            }
            for project in [here.projectID, elsewhere.projectID] {
                #expect(try await registry.used(project) == registry.recount(project))
            }
            try await registry.database.write { connection in
                let rows = try connection.query("SELECT digest FROM artifact WHERE repository_id = \(here.id)")
                #expect(rows.count == 3)
            }
            let known = try await registry.used(here.projectID)
            _ = try await registry.pushImage(1, to: here)
            #expect(try await registry.used(here.projectID) == known, "what the migration counted isn't paid again")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func listsQuotas(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            var projects: [Int64] = []
            for name in ["a", "b", "c"] { projects.append(try await registry.makeProject(name).id) }
            try await registry.quotas.setLimit(StorageLimit(100), projectID: projects[1])
            try await registry.quotas.setLimit(StorageLimit(50), projectID: projects[0])
            for (project, bytes) in zip(projects, [2, 1, 3] as [Int64]) {
                try await registry.fill(project, bytes: bytes)
            }
            let cases: [(String, [Int], String)] = [
                ("", [0, 1, 2], "by number"), ("hard", [2, 0, 1], "no limit is -1"),
                ("-hard.storage", [1, 0, 2], "with the resource's name"),
                ("used.storage", [1, 0, 2], "the ledger counts"),
                ("-used", [2, 0, 1], "descending"), ("nonsense", [0, 1, 2], "an unknown key is ignored, as in Harbor"),
            ]
            for (sort, order, reason) in cases {
                let listed = try await registry.quotas.list(.init(sort: SortKey.parse(sort)))
                #expect(listed.elements.map(\.id) == order.map { projects[$0] }, "\(sort): \(reason)")
                #expect(listed.total == 3)
            }
            let filters: [(String, [Int], String)] = [
                ("name=b", [1], "a name"), ("ref.name=~A", [0], "a part of one, whatever its case"),
                ("name=~x", [], "none"),
                ("used=[2~]", [0, 2], "the ledger counts"), ("hard=-1", [2], "without a limit"),
                ("reference=project", [0, 1, 2], "there are no others"),
            ]
            for (query, found, reason) in filters {
                let listed = try await registry.quotas.list(.init(filters: QueryGrammar.parse(query)))
                #expect(listed.elements.map(\.id) == found.map { projects[$0] }, "\(query): \(reason)")
                #expect(listed.total == found.count)
            }
            await #expect(throws: ListingError.unknownKey("nonsense")) {
                try await registry.quotas.list(.init(filters: QueryGrammar.parse("nonsense=1")))
            }
            let one = try await registry.quotas.list(.init(), projectID: projects[1])
            #expect(one.elements.map(\.projectName) == ["b"] && one.total == 1)
            #expect(one.elements.first?.ownerName == "admin" && one.elements.first?.limit.bytes == 100)
            await #expect(throws: QuotaError.unknown(999)) {
                try await registry.quotas.setLimit(.unlimited, projectID: 999)
            }
        }
    }
}
