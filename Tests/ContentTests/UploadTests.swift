import BlobStorage
import Catalog
import Content
import OCI
import RegistryTesting
import SQL
import Testing
import Time

/// Uploads in sessions: what has arrived, in which order, and who may go on.
@Suite struct UploadTests {
    private static let bytes = TestContent.bytes(1_500_000)

    /// Appends a part of the sample and returns how much has arrived.
    private func append(
        _ range: Range<Int>, to id: String, in repository: RepositoryRecord, _ registry: RegistryFixture,
        start: Int? = nil
    ) async throws -> Int64 {
        try await registry.uploads.append(
            ChunkedBody(Array(Self.bytes[range])), to: id, repositoryID: repository.id, start: start.map { Int64($0) },
            length: Int64(range.count)
        ).received
    }

    @Test(arguments: DatabaseKind.allCases)
    func chunksFollowEachOther(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let id = try await registry.uploads.start(repositoryID: repository.id).id
            #expect(try await append(0..<700_000, to: id, in: repository, registry, start: 0) == 700_000)
            for start in [0, 699_999, 700_001] {
                await #expect(throws: UploadError.outOfOrder(received: 700_000)) {
                    _ = try await append(start..<(start + 1), to: id, in: repository, registry, start: start)
                }
            }
            #expect(try await append(700_000..<1_000_000, to: id, in: repository, registry) == 1_000_000)
            #expect(try await registry.uploads.progress(id, repositoryID: repository.id).received == 1_000_000)
            let digest = try Digest(of: Self.bytes)
            await #expect(throws: UploadError.outOfOrder(received: 1_000_000)) {
                try await registry.uploads.finish(
                    ChunkedBody([]), of: id, repositoryID: repository.id, start: 5, length: nil, digest: digest)
            }
            try await registry.uploads.finish(
                ChunkedBody(Array(Self.bytes[1_000_000...])), of: id, repositoryID: repository.id, start: 1_000_000,
                length: 500_000, digest: digest)
            #expect(try await registry.content(of: digest, in: repository) == Self.bytes)
            await #expect(throws: UploadError.unknown) {
                _ = try await registry.uploads.progress(id, repositoryID: repository.id)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aRestartGoesOnWhereItWas(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let id = try await registry.uploads.start(repositoryID: repository.id).id
            _ = try await append(0..<600_000, to: id, in: repository, registry)
            let digest = try Digest(of: Self.bytes)
            try await registry.withAnotherNode { restarted in
                #expect(try await restarted.uploads.progress(id, repositoryID: repository.id).received == 600_000)
                _ = try await append(600_000..<900_000, to: id, in: repository, restarted, start: 600_000)
                try await restarted.uploads.finish(
                    ChunkedBody(Array(Self.bytes[900_000...])), of: id, repositoryID: repository.id, start: nil,
                    length: nil, digest: digest)
            }
            #expect(try await registry.content(of: digest, in: repository) == Self.bytes)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aBodyThatBreaksOffLeavesWhatArrived(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let id = try await registry.uploads.start(repositoryID: repository.id).id
            await #expect(throws: UploadError.truncated(received: 300_000)) {
                _ = try await registry.uploads.append(
                    ChunkedBody(Array(Self.bytes[..<300_000])), to: id, repositoryID: repository.id, start: 0,
                    length: 1_000_000)
            }
            await #expect(throws: ChunkedBody.Broken.self) {
                _ = try await registry.uploads.append(
                    ChunkedBody(Array(Self.bytes[300_000..<1_000_000]), breaks: true), to: id,
                    repositoryID: repository.id, start: 300_000, length: 1_200_000)
            }
            #expect(try await registry.uploads.progress(id, repositoryID: repository.id).received == 1_000_000)
            // A closing request that breaks off takes nothing along: the client repeats it from the same place.
            let digest = try Digest(of: Self.bytes)
            await #expect(throws: ChunkedBody.Broken.self) {
                try await registry.uploads.finish(
                    ChunkedBody(Array(Self.bytes[1_000_000..<1_100_000]), breaks: true), of: id,
                    repositoryID: repository.id, start: 1_000_000, length: 500_000, digest: digest)
            }
            #expect(try await registry.content(of: digest, in: repository) == nil)
            let received = Int(try await registry.uploads.progress(id, repositoryID: repository.id).received)
            try await registry.uploads.finish(
                ChunkedBody(Array(Self.bytes[received...])), of: id, repositoryID: repository.id, start: nil,
                length: nil, digest: digest)
            #expect(try await registry.content(of: digest, in: repository) == Self.bytes)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func ofTwoClientsOneIsRefused(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let id = try await registry.uploads.start(repositoryID: repository.id).id
            let (isHeld, mayEnd) = (Gate(), Gate())
            async let slow = registry.uploads.append(
                ChunkedBody(Array(Self.bytes[..<1000]), gate: mayEnd, reached: isHeld), to: id,
                repositoryID: repository.id, start: 0, length: 1000)
            try await isHeld.untilOpen()
            func isRefused(by node: RegistryFixture) async {
                await #expect(throws: UploadError.busy(received: 0)) {
                    _ = try await append(0..<1000, to: id, in: repository, node)
                }
                await #expect(throws: UploadError.busy(received: 0)) {
                    try await node.uploads.cancel(id, repositoryID: repository.id)
                }
            }
            await isRefused(by: registry)
            if kind == .postgresql { try await registry.withAnotherNode { await isRefused(by: $0) } }
            mayEnd.open()
            #expect(try await slow.received == 1000)
            try await registry.withAnotherNode { node in
                _ = try await append(1000..<2000, to: id, in: repository, node, start: 1000)
            }
            #expect(try await append(2000..<3000, to: id, in: repository, registry, start: 2000) == 3000)
        }
    }

    /// A node that died with a session in hand keeps it for an hour.
    @Test func aLeaseRunsOut() async throws {
        try await RegistryFixture.with(.postgresql) { registry in
            let repository = try await registry.makeRepository("team/app")
            let id = try await registry.uploads.start(repositoryID: repository.id).id
            let until = registry.clock.now.advanced(bySeconds: 3600)
            try await registry.database.write { connection in
                try connection.execute("UPDATE upload SET lease_owner = 'dead', lease_until = \(until)")
            }
            await #expect(throws: UploadError.busy(received: 0)) {
                _ = try await append(0..<10, to: id, in: repository, registry)
            }
            registry.clock.advance(bySeconds: 3601)
            #expect(try await append(0..<10, to: id, in: repository, registry) == 10)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aCancelledSessionIsGone(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            let other = try await registry.makeRepository("team/other")
            let id = try await registry.uploads.start(repositoryID: repository.id).id
            _ = try await append(0..<1000, to: id, in: repository, registry)
            await #expect(throws: UploadError.unknown, "another repository's") {
                try await registry.uploads.cancel(id, repositoryID: other.id)
            }
            try await registry.uploads.cancel(id, repositoryID: repository.id)
            await #expect(throws: UploadError.unknown) {
                try await registry.uploads.cancel(id, repositoryID: repository.id)
            }
            await #expect(throws: UploadError.unknown) {
                _ = try await append(1000..<2000, to: id, in: repository, registry)
            }
            #expect(try await registry.storage.listPartialObjects(after: nil, limit: 10).isEmpty)
        }
    }
}
