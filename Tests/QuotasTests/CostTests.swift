import Admission
import Catalog
import OCI
import Quotas
import RegistryTesting
import SQL
import Testing

/// What counting and checking cost, however much a registry holds.
@Suite struct CostTests {
    /// A registry in which 100 projects share layers: 200 artifacts each, one blob that all have, many that few have.
    private func fill(_ registry: RegistryFixture) async throws -> RepositoryRecord {
        for name in ["filled"] + (1..<100).map({ "other\($0)" }) { try await registry.makeProject(name) }
        try await registry.database.write { connection in
            try connection.execute(
                """
                INSERT INTO repository (project_id, name, pull_count, created_at, updated_at)
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10)
                SELECT p.id, p.name || '/' || n.i, 0, 0, 0 FROM project p, n
                """)
            try connection.execute(
                """
                INSERT INTO artifact (repository_id, digest, media_type, artifact_type, manifest_size, total_size,
                    pull_count, pushed_at, type, config_media_type, extra_attributes)
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)
                SELECT r.id, 'sha256:' || (r.id * 1000000 + n.i), 'm', 'a', 1, 1, 0, n.i, 'IMAGE', 'c', '{}'
                FROM repository r, n
                """)
            try connection.execute(
                """
                INSERT INTO blob (digest, size, object_key, deleting, created_at)
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000)
                SELECT 'sha512:' || n.i, n.i, 'key' || n.i, \(false), 0 FROM n
                """)
            for statement: SQL in [
                "INSERT INTO artifact_blob (artifact_id, blob_id) SELECT a.id, 1 + a.id % 39999 FROM artifact a",
                "INSERT INTO artifact_blob (artifact_id, blob_id) SELECT a.id, 40000 FROM artifact a",
                """
                INSERT INTO repository_blob (repository_id, blob_id, renewed_at)
                SELECT DISTINCT a.repository_id, u.blob_id, 0 FROM artifact a JOIN artifact_blob u ON u.artifact_id = a.id
                ORDER BY a.repository_id, u.blob_id
                """,
            ] { try connection.execute(statement) }
            for statement in QuotaStore.migrations[0].statements(for: connection.dialect)
            where statement.text.hasPrefix("INSERT INTO project_content") { try connection.execute(statement) }
        }
        if registry.database.dialect == .postgresql {
            try await registry.database.write { _ = try $0.execute("ANALYZE") }
        }
        let found = try await registry.repositories.find(RepositoryName("filled/7"))
        return try #require(found)
    }

    /// A database that is watched, and the services that push and delete on it.
    private struct Watched {
        let database: WatchedDatabase
        let quotas: QuotaService
        let manifests: ManifestService
        let deletion: DeletionService

        init(_ registry: RegistryFixture, checked: Bool = true) {
            database = WatchedDatabase(registry.database)
            let time = registry.clock.wallClock
            quotas = QuotaService(
                database: database, changes: registry.changes, clock: time, configuration: registry.configuration)
            let admission = checked ? AdmissionChecks(tags: [], contents: [quotas.contentCheck]) : .none
            manifests = ManifestService(database: database, clock: time, cacheBytes: 0, admission: admission)
            deletion = DeletionService(
                database: database, changes: registry.changes, clock: time, manifests: manifests, admission: admission,
                undeleteHours: { 0 })
        }

        func push(_ manifest: Manifest, to repository: RepositoryRecord) async throws {
            try await manifests.push(
                ManifestPush(
                    repository: repository, manifest: manifest, digest: manifest.digest(), tags: [Tag("t")],
                    allowsSparseIndex: false,
                    pushedBy: "alice"))
        }

        /// The statements of some work.
        func count(_ body: (Watched) async throws -> Void) async throws -> Int {
            let before = database.statements.count
            try await body(self)
            return database.statements.count - before
        }
    }

    private static let postgresql = DatabaseKind.postgresql

    @Test(arguments: DatabaseKind.allCases)
    func aPushTakesFewStatements(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await fill(registry)
            let isPostgreSQL = kind == Self.postgresql
            // Insert, keep, look at usage, append; SQLite has nothing to keep.
            let counting = isPostgreSQL ? 4 : 3
            // The configuration; on PostgreSQL the lock and a second look.
            let checking = isPostgreSQL ? 3 : 1
            let cases: [(blobs: Int, limit: Int64, extra: Int, reason: String)] = [
                (1, -1, counting, "without a limit"), (60, -1, counting, "however many blobs"),
                (1, 1 << 50, counting + checking, "far from the limit"),
                (60, 100_000_000, counting + checking, "near the limit"),
            ]
            let (checked, unchecked) = (Watched(registry), Watched(registry, checked: false))
            for (number, item) in cases.enumerated() {
                try await registry.quotas.setLimit(StorageLimit(item.limit), projectID: repository.projectID)
                var blobs: [Descriptor] = []
                for blob in 0..<item.blobs {
                    let bytes = TestContent.bytes(100, seed: UInt8(blob)) + [UInt8(number)]
                    blobs.append(try await registry.pushBlob(bytes, to: repository))
                }
                func image(_ name: String) throws -> Manifest {
                    try SampleManifest.image(config: blobs[0], layers: blobs, annotations: ["n": "\(name)\(number)"])
                }
                // Its push is the one that the blobs were waiting for.
                try await unchecked.push(image("first"), to: repository)
                let (first, second) = (try image("a"), try image("b"))
                let plain = try await unchecked.count { try await $0.push(first, to: repository) }
                let counted = try await checked.count { try await $0.push(second, to: repository) }
                #expect(counted - plain == item.extra, "\(item.reason)")
                let again = try await checked.count { try await $0.push(second, to: repository) }
                #expect(again - plain == (isPostgreSQL ? 2 : 1), "\(item.reason), pushed again: nothing is appended")
            }
        }
    }

    private static func fullScans(_ plan: [String], _ dialect: Dialect) -> [String] {
        plan.filter { line in
            switch dialect {
            case .sqlite:
                let words = line.split(separator: " ")
                let large: Set<Substring> = [
                    "a", "u", "b", "l", "c", "t", "artifact", "tag", "blob", "artifact_blob", "repository_blob",
                    "project_content",
                ]
                return words.first == "SCAN" && large.contains(words.dropFirst().first ?? "")
            case .postgresql:
                return ["artifact", "blob", "artifact_blob", "repository_blob", "project_content"].contains { table in
                    line.contains("Seq Scan on \(table) ") || line.hasSuffix("Seq Scan on \(table)")
                }
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func noStatementGoesThroughAWholeTable(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await fill(registry)
            try await registry.quotas.setLimit(StorageLimit(1 << 50), projectID: repository.projectID)
            let watched = Watched(registry)
            let config = try await registry.pushBlob([1], to: repository)
            let image = try SampleManifest.image(config: config, layers: [config])
            try await watched.push(image, to: repository)
            try await watched.deletion.deleteManifest(
                try image.digest(), of: repository, by: "admin", skipsTrash: true)
            try await watched.quotas.contentCheck.beforeUpload(repository.projectID)
            _ = try await watched.quotas.quota(projectID: repository.projectID)
            try await watched.quotas.fold()
            let own = watched.database.statements.filter { statement in
                ["project_content", "project_quota", "quota_ledger", "is_pending"].contains {
                    statement.text.contains($0)
                }
            }
            #expect(own.count >= 10)
            for statement in Set(own) {
                let plan = try await watched.database.plan(of: statement)
                #expect(Self.fullScans(plan, watched.database.dialect) == [], "\(statement.text)\n\(plan)")
            }
        }
    }
}
