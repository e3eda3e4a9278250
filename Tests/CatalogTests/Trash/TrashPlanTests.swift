import Admission
import Catalog
import Listing
import OCI
import RegistryTesting
import SQL
import Testing
import Time

/// How the databases carry out what is done with a large trash: no table is read from end to end.
@Suite struct TrashPlanTests {
    private static let tables = [
        "t", "s", "x", "a", "c", "trash", "trashed_artifact", "trashed_tag", "trashed_child", "artifact", "tag",
    ]

    /// Puts entries into a project's trash that never were in a repository.
    private func fill(_ project: Project, count: Int, _ registry: RegistryFixture) async throws {
        let now = registry.clock.now
        try await registry.database.write { connection in
            try connection.execute(
                """
                INSERT INTO trash (deletion_id, kind, project_id, repository_id, repository_name, artifact_id, digest,
                    deleted_by, deleted_at, expires_at)
                WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < \(count))
                SELECT 'd' || CAST(n / 3 AS TEXT), 'artifact', CAST(\(project.id) AS BIGINT), 4711,
                    CAST(\(project.name + "/app") AS TEXT), n, 'sha256:' || CAST(n AS TEXT), 'alice',
                    CAST(\(now) AS BIGINT) + n, CAST(\(now.advanced(bySeconds: 3600)) AS BIGINT) + n
                FROM numbers
                """)
            for statement: SQL in [
                """
                INSERT INTO trashed_artifact (trash_id, media_type, manifest_size, total_size, pull_count, pushed_at, content)
                SELECT t.id, 'text/plain', 1, 1, 0, 0, m.content FROM trash t CROSS JOIN manifest m
                WHERE t.project_id = \(project.id)
                """,
                """
                INSERT INTO trashed_tag (trash_id, name, pushed_at) SELECT id, digest, 0 FROM trash
                WHERE project_id = \(project.id)
                """,
                """
                INSERT INTO trashed_child (trash_id, digest) SELECT id, digest || 'c' FROM trash
                WHERE project_id = \(project.id)
                """,
            ] { try connection.execute(statement) }
        }
    }

    /// Writes rows of artifacts and tags, so that a database has a reason to look for few of them.
    private func fill(_ repository: RepositoryRecord, count: Int, _ registry: RegistryFixture) async throws {
        try await registry.database.write { connection in
            try connection.execute(
                """
                INSERT INTO artifact (repository_id, digest, media_type, manifest_size, total_size, subject_digest,
                    accessory_subject, pull_count, pushed_at)
                WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < \(count))
                SELECT CAST(\(repository.id) AS BIGINT), 'sha256:' || CAST(n AS TEXT), 'text/plain', 1, 1,
                    's' || CAST(n AS TEXT), 's' || CAST(n AS TEXT), 0, n
                FROM numbers
                """)
            try connection.execute(
                """
                INSERT INTO tag (repository_id, name, artifact_id, pushed_at)
                SELECT repository_id, digest, id, 0 FROM artifact WHERE repository_id = \(repository.id)
                """)
            try connection.execute(
                """
                INSERT INTO artifact_blob (artifact_id, blob_id)
                SELECT a.id, b.id FROM artifact a CROSS JOIN (SELECT min(id) AS id FROM blob) b
                WHERE a.repository_id = \(repository.id)
                """)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func nothingIsReadFromEndToEnd(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("small/app")
            _ = try await registry.pushImage(1, to: repository, tags: ["a"])
            let large = try await registry.makeProject("large")
            try await fill(registry.makeRepository("large/app"), count: 20_000, registry)
            try await fill(large, count: 20_000, registry)
            for number in 2..<5 {
                let image = try await registry.pushImage(number, to: repository, tags: ["v\(number)"])
                try await registry.deletion.deleteArtifact(.digest(image.digest()), of: repository, by: "alice")
            }
            try await registry.database.write { _ = try $0.execute("ANALYZE") }
            let recorder = StatementRecorder(registry.database)
            let trash = TrashService(
                database: recorder, clock: registry.clock.wallClock, manifests: registry.manifests,
                admission: registry.admission)
            for query in ["", "tag=v2", "kind=artifact,deleted_by=~LIC", "repository_name=small/app"] {
                let found = try await trash.list(
                    ListRequest(filters: QueryGrammar.parse(query)), projectID: repository.projectID)
                #expect(found.total == (query == "tag=v2" ? 1 : 3))
            }
            let listed = recorder.statements()
            #expect(listed.count == 4 * 3, "as many for every page")
            let entry = try #require(try await registry.trashed(repository).first)
            try await trash.restore(entry.id, projectID: repository.projectID)
            let restored = recorder.statements()
            #expect(try await trash.purgeExpired() == 0)
            for statement in listed + restored + recorder.statements() {
                let plan = try await recorder.plan(of: statement)
                #expect(StatementRecorder.scans(of: Self.tables, in: plan) == [], "\(statement.text)\n\(plan)")
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aDeletionTakesAsManyStatementsForMuchAsForLittle(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let recorder = StatementRecorder(registry.database)
            let deletion = DeletionService(
                database: recorder, changes: registry.changes, clock: registry.clock.wallClock,
                manifests: registry.manifests, admission: .none,
                undeleteHours: { 1 })
            var counts: Set<Int> = []
            for size in [1, 40] {
                var children: [Descriptor] = []
                for number in 0..<size {
                    children.append(try await registry.pushImage(number, to: repository).descriptor())
                }
                let index = try SampleManifest.index(children)
                try await registry.push(index, to: repository, tags: (0..<size).map { "t\($0)" })
                try await deletion.deleteArtifact(.digest(index.digest()), of: repository, by: "alice")
                counts.insert(recorder.statements().count)
                #expect(try await registry.number("SELECT count(*) AS n FROM artifact") == 0)
            }
            #expect(counts.count == 1, "\(counts)")
        }
    }
}
