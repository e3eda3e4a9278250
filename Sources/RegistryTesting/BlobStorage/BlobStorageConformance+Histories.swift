import BlobStorage
import NIOCore

extension BlobStorageConformance {
    /// Random sequences of everything, compared with a model.
    static let histories: [BlobStorageConformance] = [
        BlobStorageConformance("a thousand random steps agree with a model in memory") { store in
            let seed = UInt64.random(in: .min ... .max)
            var history = StorageHistory(seed: seed, storage: try await store.open())
            for step in 0..<1000 {
                do {
                    try await history.takeStep(reopening: store)
                } catch {
                    throw ConformanceFailure(description: "step \(step) of seed \(seed): \(error)")
                }
            }
        }
    ]
}

/// A store and what should be in it.
private struct StorageHistory {
    /// A partial object and all bytes it should have.
    struct Upload {
        var partial: PartialObject
        var bytes: [UInt8] = []
    }

    private var random: SeededGenerator
    private var storage: any BlobStorage
    private var uploads: [Upload] = []
    private var objects: [ObjectKey: [UInt8]] = [:]

    init(seed: UInt64, storage: any BlobStorage) {
        random = SeededGenerator(seed: seed)
        self.storage = storage
    }

    mutating func takeStep(reopening store: StoreUnderTest) async throws {
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<4 where uploads.count < 8: uploads.append(Upload(partial: try await storage.beginObject()))
        case 4..<10: try await append()
        case 10..<13: try await finish()
        case 13: try await cancel()
        case 14: try await delete()
        case 15..<18: try await readOne()
        case 18: try await compareListings()
        default: storage = try await store.open()
        }
    }

    private mutating func append() async throws {
        guard let index = uploads.indices.randomElement(using: &random) else { return }
        var upload = uploads[index]
        let offset =
            Bool.random(using: &random) ? upload.bytes.count : Int.random(in: 0...upload.bytes.count, using: &random)
        let appender = try await storage.appender(to: upload.partial, at: Int64(offset))
        upload.bytes.removeSubrange(offset...)
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let piece = TestContent.bytes(Int.random(in: 0...9000, using: &random), seed: random.next())
            try await appender.append([ByteBuffer(bytes: piece)])
            upload.bytes += piece
        }
        // What isn't made durable may be lost, but not by a mere restart of the process.
        if Bool.random(using: &random) { upload.partial = try await appender.synchronize() }
        await appender.close()
        uploads[index] = upload
    }

    private mutating func finish() async throws {
        guard let index = uploads.indices.randomElement(using: &random) else { return }
        let upload = uploads[index]
        let digest = try TestContent.digest(Int.random(in: 0..<40, using: &random))
        let size = Int64(upload.bytes.count)
        if Int.random(in: 0..<4, using: &random) == 0 {
            try await expectError(size == 0 ? .missing : .sizeMismatch, "finishing \(size) bytes and one") {
                do {
                    _ = try await storage.finishObject(upload.partial, digest: digest, size: size + 1)
                } catch let error as StorageError where size == 0 && error.kind == .sizeMismatch {
                    // Whether there is an empty file already is the driver's business.
                    throw StorageError(.missing, error.message)
                }
            }
        }
        let key = try await storage.finishObject(upload.partial, digest: digest, size: size)
        try expect(objects[key] == nil, is: true, "\(key) is new")
        objects[key] = upload.bytes
        uploads.remove(at: index)
    }

    private mutating func cancel() async throws {
        guard let index = uploads.indices.randomElement(using: &random) else { return }
        try await storage.cancelObject(uploads.remove(at: index).partial)
    }

    private mutating func delete() async throws {
        guard let key = objects.keys.sorted().randomElement(using: &random) else { return }
        try expect(await storage.deleteObjects([key]), is: [], "failures")
        objects[key] = nil
    }

    private mutating func readOne() async throws {
        guard let key = objects.keys.sorted().randomElement(using: &random), let bytes = objects[key] else { return }
        try await storage.expectContent(of: key, is: bytes, "\(key)")
    }

    private func compareListings() async throws {
        let listed = try await storage.listObjects(after: nil, limit: .max)
        try expect(listed.map(\.key), is: objects.keys.sorted(), "keys")
        try expect(listed.map(\.size), is: listed.map { Int64(objects[$0.key]?.count ?? -1) }, "sizes")
        let partials = try await storage.listPartialObjects(after: nil, limit: .max)
        try expect(
            partials.count <= uploads.count, is: true, "\(partials.count) partial objects of \(uploads.count) uploads")
    }
}
