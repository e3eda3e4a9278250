import BlobStorage
import NIOCore

extension BlobStorageConformance {
    /// Finishing and cancelling partial objects.
    static let finishing: [BlobStorageConformance] = [
        .opened("an object without a byte can be finished, with or without an appender") { storage in
            let untouched = try await storage.beginObject()
            let opened = try await storage.beginObject()
            _ = try await storage.appender(to: opened, at: 0)
            let synchronised = try await storage.append([], to: storage.beginObject(), at: 0)
            for partial in [untouched, opened, synchronised] {
                let key = try await storage.finishObject(partial, digest: TestContent.digest(1), size: 0)
                try await storage.expectContent(of: key, is: [], "the object")
                try expect(
                    key.distinguisher, is: String(partial.encoded.prefix(PartialObject.distinguisherLength)),
                    "what key and upload have in common")
            }
            let listed = try await storage.listObjects(after: nil, limit: 10)
            try expect(listed.map(\.size), is: [0, 0, 0], "sizes of the three")
        },
        .opened("more or fewer bytes than announced are a mismatch, and the upload can go on") { storage in
            let partial = try await storage.append([1, 2, 3], to: storage.beginObject(), at: 0)
            for size in [0, 2, 4] as [Int64] {
                try await expectError(.sizeMismatch, "3 bytes finished as \(size)") {
                    _ = try await storage.finishObject(partial, digest: TestContent.digest(1), size: size)
                }
            }
            try expect(await storage.listObjects(after: nil, limit: 10), is: [], "objects")
            let next = try await storage.append([4], to: partial, at: 3)
            let key = try await storage.finishObject(next, digest: TestContent.digest(1), size: 4)
            try await storage.expectContent(of: key, is: [1, 2, 3, 4], "the object")
        },
        BlobStorageConformance("finishing again gives the same key, here and after a restart") { store in
            let storage = try await store.open()
            let digest = try TestContent.digest(1)
            for bytes in [[1, 2, 3], []] as [[UInt8]] {
                let size = Int64(bytes.count)
                let partial = try await storage.append(bytes, to: storage.beginObject(), at: 0)
                let key = try await storage.finishObject(partial, digest: digest, size: size)
                try expect(
                    await storage.finishObject(partial, digest: digest, size: size), is: key,
                    "the key of the second time")
                try expect(
                    await store.open().finishObject(partial, digest: digest, size: size), is: key,
                    "the key after a restart")
                try await storage.expectContent(of: key, is: bytes, "the object")
            }
        },
        .opened("what never was or was cancelled can't be finished, and can be cancelled again") { storage in
            let never = try await storage.beginObject()
            let cancelled = try await storage.append([1], to: storage.beginObject(), at: 0)
            for _ in 0..<2 { try await storage.cancelObject(cancelled) }
            for (partial, subject) in [(never, "what never was"), (cancelled, "what was cancelled")] {
                try await expectError(.missing, "finishing \(subject)") {
                    _ = try await storage.finishObject(partial, digest: TestContent.digest(1), size: 1)
                }
                try await storage.cancelObject(partial)
            }
            try expect(await storage.listPartialObjects(after: nil, limit: 10), is: [], "partial objects")
        },
        .opened("cancelling what was finished leaves the object") { storage in
            let partial = try await storage.append([1], to: storage.beginObject(), at: 0)
            let key = try await storage.finishObject(partial, digest: TestContent.digest(1), size: 1)
            try await storage.cancelObject(partial)
            try await storage.expectContent(of: key, is: [1], "the object")
        },
        .opened("a hundred uploads at once don't mix, even in one directory") { storage in
            let keys = try await concurrently(100) { number in
                let bytes = TestContent.bytes(1000 + number, seed: UInt8(number))
                // Digests of two kinds: all in one directory, and one in each.
                let digest = try TestContent.digest(number % 2 == 0 ? 256 * number : number)
                return (try await storage.store(bytes, as: digest), bytes)
            }
            for (key, bytes) in keys { try await storage.expectContent(of: key, is: bytes, "\(key)") }
            try expect(Set(keys.map(\.0)).count, is: 100, "different keys")
        },
    ]
}
