import BlobStorage
import NIOCore

extension BlobStorageConformance {
    /// Going on with a partial object: in another request, after a restart, behind a crash.
    static let resuming: [BlobStorageConformance] = [
        BlobStorageConformance("an upload goes on in other processes, at the offset that was made durable") { store in
            let whole = TestContent.bytes(30_000)
            var partial = try await store.open().beginObject()
            for start in stride(from: 0, to: 30_000, by: 10_000) {
                partial = try await store.open()
                    .append(Array(whole[start..<start + 10_000]), to: partial, at: start)
            }
            let storage = try await store.open()
            let key = try await storage.finishObject(partial, digest: TestContent.digest(1), size: 30_000)
            try await storage.expectContent(of: key, is: whole, "the object")
        },
        .opened("an upload goes on in the same process, with and without making each piece durable") { storage in
            let whole = TestContent.bytes(5000)
            let partial = try await storage.beginObject()
            for start in stride(from: 0, to: 5000, by: 1000) {
                let appender = try await storage.appender(to: partial, at: Int64(start))
                try await appender.append([ByteBuffer(bytes: whole[start..<start + 1000])])
                if start % 2000 == 0 { _ = try await appender.synchronize() }
                await appender.close()
            }
            let key = try await storage.finishObject(partial, digest: TestContent.digest(1), size: 5000)
            try await storage.expectContent(of: key, is: whole, "the object")
        },
        BlobStorageConformance("what lies past the offset is cut off, here and after a restart") { store in
            for isRestarted in [false, true] {
                let first = try await store.open()
                var partial = try await first.append(Array("0123456789".utf8), to: first.beginObject(), at: 0)
                let second = isRestarted ? try await store.open() : first
                partial = try await second.append(Array("abc".utf8), to: partial, at: 4)
                let key = try await second.finishObject(partial, digest: TestContent.digest(1), size: 7)
                try await second.expectContent(of: key, is: Array("0123abc".utf8), "restarted: \(isRestarted)")
            }
        },
        BlobStorageConformance("an appender at offset 0 begins anew, here and after a restart") { store in
            for isRestarted in [false, true] {
                let first = try await store.open()
                var partial = try await first.append(Array("0123456789".utf8), to: first.beginObject(), at: 0)
                let second = isRestarted ? try await store.open() : first
                partial = try await second.append(Array("abc".utf8), to: partial, at: 0)
                let key = try await second.finishObject(partial, digest: TestContent.digest(1), size: 3)
                try await second.expectContent(of: key, is: Array("abc".utf8), "restarted: \(isRestarted)")
            }
        },
        BlobStorageConformance("an appender at offset 0 that appends nothing still empties the object") { store in
            for (isRestarted, isClosed) in [(false, false), (false, true), (true, false), (true, true)] {
                let first = try await store.open()
                let partial = try await first.append(Array("0123456789".utf8), to: first.beginObject(), at: 0)
                let second = isRestarted ? try await store.open() : first
                let appender = try await second.appender(to: partial, at: 0)
                if isClosed { await appender.close() }
                // Closing it is enough to make the next process see that.
                let third = isClosed ? try await store.open() : second
                let key = try await third.finishObject(partial, digest: TestContent.digest(1), size: 0)
                try await third.expectContent(of: key, is: [], "restarted: \(isRestarted), closed: \(isClosed)")
                await appender.close()
            }
        },
        .opened("bytes that aren't there are missing, and the upload can go on where they end") { storage in
            let partial = try await storage.append([1, 2, 3, 4, 5], to: storage.beginObject(), at: 0)
            try await expectError(.missing, "an appender at 6 of 5 bytes") {
                _ = try await storage.appender(to: partial, at: 6)
            }
            let next = try await storage.append([6], to: partial, at: 5)
            let key = try await storage.finishObject(next, digest: TestContent.digest(1), size: 6)
            try await storage.expectContent(of: key, is: [1, 2, 3, 4, 5, 6], "the object")
        },
        .opened("a partial object without a byte has none before offset 1") { storage in
            let partial = try await storage.beginObject()
            try await expectError(.missing, "an appender at 1") { _ = try await storage.appender(to: partial, at: 1) }
        },
        .opened("a word that is none of the driver's is refused and touches nothing") { storage in
            for encoded in ["", ".", "..", "../../etc/passwd", "uploads/x", "a/b", "x\0y", "ä"] {
                let stranger = PartialObject(encoded: encoded)
                try await expectError(.corrupted, "an appender to '\(encoded)'") {
                    _ = try await storage.appender(to: stranger, at: 0)
                }
                try await expectError(.corrupted, "finishing '\(encoded)'") {
                    _ = try await storage.finishObject(stranger, digest: TestContent.digest(1), size: 0)
                }
                try await expectError(.corrupted, "cancelling '\(encoded)'") {
                    try await storage.cancelObject(stranger)
                }
            }
        },
    ]
}
