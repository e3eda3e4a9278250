import Admission
import Catalog
import OCI
import Quotas
import RegistryTesting
import SQL
import Testing

/// What a limit refuses.
@Suite struct LimitTests {
    @Test(arguments: DatabaseKind.allCases)
    func aLimitIsExact(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let project = repository.projectID
            let config = try await registry.pushBlob([1], to: repository, mediaType: .ociImageConfig)
            let layer = try await registry.pushBlob(TestContent.bytes(1000, seed: 1), to: repository)
            let image = try SampleManifest.image(config: config, layers: [layer])
            let size = 1001 + Int64(image.bytes.count)
            try await registry.quotas.setLimit(StorageLimit(size - 1), projectID: project)
            let refusal = try await registry.refusal { try await registry.push(image, to: repository, tags: ["a"]) }
            #expect(refusal == .quotaExceeded(adding: size, used: 0, limit: size - 1))
            #expect(try await registry.used(project) == 0, "a refused push leaves nothing")
            #expect(try await registry.number("SELECT count(*) FROM artifact") == 0)
            #expect(try await registry.number("SELECT count(*) FROM project_content") == 0)
            try await registry.quotas.setLimit(StorageLimit(size), projectID: project)
            try await registry.push(image, to: repository, tags: ["a"])
            #expect(try await registry.used(project) == size, "the last byte fits")
            try await registry.push(image, to: repository, tags: ["b"])
            try await registry.quotas.setLimit(StorageLimit(1), projectID: project)
            try await registry.push(image, to: repository, tags: ["c"])
            #expect(try await registry.used(project) == size, "what adds nothing passes, even over the limit")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func anUploadIntoAFullProjectIsRefused(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let project = try await registry.makeProject("team").id
            func refusal() async throws -> AdmissionError? {
                try await registry.refusal { try await registry.admission.beforeUpload(projectID: project) }
            }
            try await registry.fill(project, bytes: 100)
            #expect(try await refusal() == nil, "there is no limit")
            try await registry.quotas.setLimit(StorageLimit(101), projectID: project)
            #expect(try await refusal() == nil, "a byte is left")
            try await registry.quotas.setLimit(StorageLimit(100), projectID: project)
            #expect(try await refusal() == .quotaExceeded(adding: 0, used: 100, limit: 100))
            try await registry.fill(project, bytes: -1)
            #expect(try await refusal() == nil, "something was deleted")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func uploadsWithoutManifestsAreBounded(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            try await registry.quotas.setLimit(StorageLimit(1000), projectID: repository.projectID)
            try await registry.pushBlob(TestContent.bytes(600, seed: 1), to: repository)
            try await registry.admission.beforeUpload(projectID: repository.projectID)
            try await registry.pushBlob(TestContent.bytes(600, seed: 2), to: repository)
            // Another node has counted nothing yet.
            try await registry.withAnotherNode { other in
                let refusal = try await other.refusal {
                    try await other.admission.beforeUpload(projectID: repository.projectID)
                }
                #expect(refusal == .quotaExceeded(adding: 1200, used: 0, limit: 1000))
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func whatWasDeletedKeepsNoUploadOut(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let project = repository.projectID
            try await registry.quotas.setLimit(StorageLimit(3000), projectID: project)
            for seed in UInt8(1)...2 {
                let layer = try await registry.pushBlob(TestContent.bytes(2000, seed: seed), to: repository)
                let image = try SampleManifest.image(config: layer, layers: [])
                try await registry.push(image, to: repository)
                try await registry.delete(image.digest(), from: repository)
            }
            #expect(try await registry.used(project) == 0)
            // Another node has counted nothing yet.
            try await registry.withAnotherNode { try await $0.admission.beforeUpload(projectID: project) }
            // Without a manifest the same bytes are pending again.
            for seed in UInt8(1)...2 {
                try await registry.pushBlob(TestContent.bytes(2000, seed: seed), to: repository)
            }
            try await registry.withAnotherNode { other in
                let refusal = try await other.refusal { try await other.admission.beforeUpload(projectID: project) }
                #expect(refusal == .quotaExceeded(adding: 4000, used: 0, limit: 3000))
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func pendingContentIsCountedOnceForAllWhoAsk(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let project = try await registry.makeProject("team").id
            try await registry.quotas.setLimit(StorageLimit(1000), projectID: project)
            let database = WatchedDatabase(registry.database)
            let quotas = QuotaService(
                database: database, changes: registry.changes, clock: registry.clock.wallClock,
                configuration: registry.configuration)
            _ = try await concurrently(8) { _ in try await quotas.contentCheck.beforeUpload(project) }
            #expect(database.statements.count { $0.text.contains("is_pending") } == 1)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func theConfigurationDecides(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await configure(registry, "storage_per_project", "1")
            let repository = try await registry.makeRepository("team/app")
            #expect(try await registry.quotas.quota(projectID: repository.projectID)?.limit.bytes == 1)
            let refusal = try await registry.refusal { _ = try await registry.pushImage(1, to: repository) }
            #expect(refusal != nil)
            try await configure(registry, "quota_per_project_enable", "false")
            try await registry.admission.beforeUpload(projectID: repository.projectID)
            _ = try await registry.pushImage(1, to: repository)
            #expect(
                try await registry.used(repository.projectID) == registry.recount(repository.projectID),
                "it is counted all the same")
        }
    }

    private func configure(_ registry: RegistryFixture, _ key: String, _ value: String) async throws {
        try await registry.changes.write(changing: [.configuration]) { connection in
            _ = try connection.execute(
                "INSERT INTO configuration (key, value, updated_at) VALUES (\(key), \(value), 0)")
        }
    }
}
