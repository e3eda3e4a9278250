import BlobStorage
import NIOCore

extension BlobStorageConformance {
    /// Two who work on one partial object: the later one has it, and the earlier one can't spoil it.
    static let claiming: [BlobStorageConformance] = [
        .opened("an appender that was left behind can't write any more") { storage in
            let partial = try await storage.append(Array("0123".utf8), to: storage.beginObject(), at: 0)
            let stale = try await storage.appender(to: partial, at: 4)
            try await stale.append([ByteBuffer(string: "stale")])
            let fresh = try await storage.appender(to: partial, at: 4)
            try await expectSuperseded(stale, "the earlier appender")
            try await fresh.append([ByteBuffer(string: "fresh")])
            try await expectSuperseded(stale, "the earlier appender, after the later one wrote")
            await stale.close()
            try await fresh.append([ByteBuffer(string: "!")])
            let next = try await fresh.synchronize()
            await fresh.close()
            let key = try await storage.finishObject(next, digest: TestContent.digest(1), size: 10)
            try await storage.expectContent(of: key, is: Array("0123fresh!".utf8), "the object")
        },
        .opened("an appender that was left behind by one at offset 0 can't write any more") { storage in
            let partial = try await storage.beginObject()
            let stale = try await storage.appender(to: partial, at: 0)
            try await stale.append([ByteBuffer(string: "stale")])
            let fresh = try await storage.appender(to: partial, at: 0)
            try await expectSuperseded(stale, "the earlier appender")
            await stale.close()
            try await fresh.append([ByteBuffer(string: "fresh")])
            await fresh.close()
            let key = try await storage.finishObject(partial, digest: TestContent.digest(1), size: 5)
            try await storage.expectContent(of: key, is: Array("fresh".utf8), "the object")
        },
        .opened("an appender still open can't write to a finished object") { storage in
            let partial = try await storage.beginObject()
            let appender = try await storage.appender(to: partial, at: 0)
            try await appender.append([ByteBuffer(string: "done")])
            let key = try await storage.finishObject(partial, digest: TestContent.digest(1), size: 4)
            try await expectSuperseded(appender, "an appender after the finishing")
            await appender.close()
            try await storage.expectContent(of: key, is: Array("done".utf8), "the object")
        },
        .opened("an appender still open can't write to a cancelled object") { storage in
            let partial = try await storage.beginObject()
            let appender = try await storage.appender(to: partial, at: 0)
            try await appender.append([ByteBuffer(string: "gone")])
            try await storage.cancelObject(partial)
            try await expectSuperseded(appender, "an appender after the cancellation")
            await appender.close()
            try expect(await storage.listPartialObjects(after: nil, limit: 10), is: [], "partial objects")
        },
        .opened("a closed appender refuses") { storage in
            let appender = try await storage.appender(to: storage.beginObject(), at: 0)
            await appender.close()
            try await expectSuperseded(appender, "a closed appender")
            await appender.close()
        },
        .opened("of many who take one partial object over, the last one's bytes are in it") { storage in
            let partial = try await storage.beginObject()
            _ = try await concurrently(16) { number in
                let appender = try await storage.appender(to: partial, at: 0)
                let bytes = ByteBuffer(bytes: TestContent.bytes(50_000, seed: UInt8(number)))
                do {
                    for _ in 0..<4 { try await appender.append([bytes]) }
                } catch let error as StorageError where error.kind == .superseded {}
                await appender.close()
            }
            let whole = TestContent.bytes(70_000, seed: 99)
            let next = try await storage.append(whole, to: partial, at: 0)
            let key = try await storage.finishObject(next, digest: TestContent.digest(1), size: 70_000)
            try await storage.expectContent(of: key, is: whole, "the object")
        },
    ]

    private static func expectSuperseded(_ appender: any ObjectAppender, _ subject: String) async throws {
        try await expectError(.superseded, "\(subject) appends") {
            try await appender.append([ByteBuffer(string: "never")])
        }
        try await expectError(.superseded, "\(subject) synchronises") { _ = try await appender.synchronize() }
    }
}
