import BlobStorage
import Catalog
import Content
import Glibc
import OCI
import RegistryTesting
import SQL
import Testing
import Time
import Verification

/// Every kind of damage is found, and told by the digest that suffers.
@Suite struct VerificationTests {
    /// A registry with an index of two images, and the second image's layer, to be damaged.
    private func withRegistry(
        _ kind: DatabaseKind, damage: (RegistryFixture, RepositoryRecord, StoredBlob) async throws -> Void,
        check: (VerificationReport, Digest) throws -> Void
    ) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let images = [
                try await registry.pushImage(1, to: repository), try await registry.pushImage(2, to: repository),
            ]
            try await registry.push(SampleManifest.index(images.map { try $0.descriptor() }), to: repository)
            let verifier = VerificationService(
                database: registry.database, storage: registry.storage, hashing: registry.hashing)
            let whole = try await verifier.run()
            #expect(whole.problemCount == 0 && whole.artifacts == 3 && whole.blobs == 4)
            #expect(whole.bytes == images.flatMap(\.blobs).reduce(0) { $0 + $1.size })
            let layer = images[1].blobs[1].digest
            let blob = try #require(try await registry.blobs.find(layer, repositoryID: repository.id))
            try await damage(registry, repository, blob)
            try check(try await verifier.run(), layer)
        }
    }

    private func path(of blob: StoredBlob, in registry: RegistryFixture) async throws -> String {
        let reader = try await registry.storage.openObject(blob.key)
        let path = reader.file?.path
        await reader.close()
        return try #require(path)
    }

    @Test(arguments: DatabaseKind.allCases)
    func aMissingObject(_ kind: DatabaseKind) async throws {
        try await withRegistry(kind) { registry, _, blob in
            _ = try await registry.storage.deleteObjects([blob.key])
        } check: { report, layer in
            #expect(report.problems.map(\.digest) == [layer.description])
            #expect(report.problems.allSatisfy { $0.problem.contains("missing") })
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aDamagedByte(_ kind: DatabaseKind) async throws {
        try await withRegistry(kind) { registry, _, blob in
            let file = open(try await path(of: blob, in: registry), O_WRONLY)
            #expect(pwrite(file, "X", 1, 3) == 1)
            close(file)
        } check: { report, layer in
            #expect(report.problems.map(\.digest) == [layer.description])
            #expect(report.problems.allSatisfy { $0.problem.contains("damaged") })
        }
    }

    @Test(arguments: DatabaseKind.allCases, [Int64(-1), 1])
    func anObjectOfAnotherLength(_ kind: DatabaseKind, _ difference: Int64) async throws {
        try await withRegistry(kind) { registry, _, blob in
            let path = try await path(of: blob, in: registry)
            #expect(truncate(path, Int(blob.size + difference)) == 0)
        } check: { report, layer in
            #expect(report.problems.map(\.digest) == [layer.description])
            #expect(report.problems.allSatisfy { $0.problem.contains("damaged") })
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func lostRowsOfABlob(_ kind: DatabaseKind) async throws {
        for statement: @Sendable (Int64) -> SQL in [
            { "DELETE FROM artifact_blob WHERE blob_id = \($0)" },
            { "DELETE FROM repository_blob WHERE blob_id = \($0)" },
            { "UPDATE blob SET deleting = \(true) WHERE id = \($0)" },
        ] {
            try await withRegistry(kind) { registry, _, blob in
                try await registry.database.write { _ = try $0.execute(statement(blob.id)) }
            } check: { report, layer in
                #expect(report.problems.map(\.digest) == [layer.description])
                #expect(report.problems.map(\.repository) == ["team/app"])
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func damagedManifests(_ kind: DatabaseKind) async throws {
        let statements: [(SQL, Int, String)] = [
            ("DELETE FROM manifest", 3, "every manifest is missing"),
            ("UPDATE manifest SET content = \([UInt8]("{}".utf8))", 3, "every manifest is another"),
            ("DELETE FROM artifact_child", 2, "the index has lost both children"),
        ]
        for (statement, count, reason) in statements {
            try await withRegistry(kind) { registry, _, _ in
                try await registry.database.write { _ = try $0.execute(statement) }
            } check: { report, _ in
                #expect(report.problemCount == count, "\(reason)")
                #expect(report.problems.allSatisfy { $0.repository == "team/app" })
            }
        }
    }

    @Test func aLongListIsCounted() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            let now = registry.clock.now
            try await registry.database.write { connection in
                for number in 0..<1100 {
                    let digest = try TestContent.digest(number)
                    try connection.execute(
                        """
                        INSERT INTO blob (digest, size, object_key, deleting, created_at)
                        VALUES (\(digest.description), 1, \("blobs/sha256/\(digest.hex.prefix(2))/\(digest.hex).0123456789abcdef"),
                            \(false), \(now))
                        """)
                }
            }
            let report = try await VerificationService(
                database: registry.database, storage: registry.storage, hashing: registry.hashing
            ).run()
            #expect(report.problemCount == 1100 && report.problems.count == 1000)
            #expect(report.blobs == 1100)
        }
    }
}
