import BlobStorage
import NIOCore
import OCI

extension BlobStorageConformance {
    /// Writing objects in one go, reading and deleting them.
    static let objects: [BlobStorageConformance] = [
        .opened("an object appended in pieces of many sizes reads back whole") { storage in
            let pieces = [1, 0, 4096, 65_537, 3, 1 << 20].enumerated()
                .map { TestContent.bytes($0.element, seed: UInt8($0.offset)) }
            let partial = try await storage.beginObject()
            let appender = try await storage.appender(to: partial, at: 0)
            try await appender.append([])
            try await appender.append([ByteBuffer(bytes: pieces[0])])
            try await appender.append(pieces[1...4].map { ByteBuffer(bytes: $0) })
            try await appender.append([ByteBuffer(bytes: pieces[5])])
            await appender.close()
            let whole = Array(pieces.joined())
            let key = try await storage.finishObject(
                partial, digest: TestContent.digest(1), size: Int64(whole.count))
            try await storage.expectContent(of: key, is: whole, "the object")
        },
        .opened("only what is readable in a buffer is appended") { storage in
            var buffer = ByteBuffer(string: "not this, but this, and not that")
            buffer.moveReaderIndex(forwardBy: 10)
            buffer.moveWriterIndex(to: 18)
            let partial = try await storage.beginObject()
            let appender = try await storage.appender(to: partial, at: 0)
            try await appender.append([buffer, ByteBuffer(string: "!")])
            await appender.close()
            let key = try await storage.finishObject(partial, digest: TestContent.digest(1), size: 9)
            try await storage.expectContent(of: key, is: Array("but this!".utf8), "the object")
        },
        .opened("more buffers than a system call takes are appended in order") { storage in
            let whole = TestContent.bytes(2500)
            let partial = try await storage.beginObject()
            let appender = try await storage.appender(to: partial, at: 0)
            try await appender.append(whole.map { ByteBuffer(bytes: [$0]) })
            await appender.close()
            let key = try await storage.finishObject(partial, digest: TestContent.digest(1), size: 2500)
            try await storage.expectContent(of: key, is: whole, "the object")
        },
        .opened("40 MiB come back as they went") { storage in
            let block = TestContent.bytes(1 << 20)
            let partial = try await storage.beginObject()
            let appender = try await storage.appender(to: partial, at: 0)
            for _ in 0..<20 { try await appender.append([ByteBuffer(bytes: block), ByteBuffer(bytes: block)]) }
            await appender.close()
            let key = try await storage.finishObject(partial, digest: TestContent.digest(1), size: 40 << 20)
            let reader = try await storage.openObject(key)
            for number in 0..<40 {
                let read = try await reader.read(at: Int64(number) << 20, count: 1 << 20)
                try expect(read == ByteBuffer(bytes: block), is: true, "block \(number) is the one that was written")
            }
            await reader.close()
        },
        .opened("the same digest stored twice is two objects, and the first stays when the second goes") { storage in
            let digest = try TestContent.digest(1)
            let first = try await storage.store([1, 2, 3], as: digest)
            let second = try await storage.store([1, 2, 3], as: digest)
            try expect(first == second, is: false, "both have one key")
            try expect(await storage.deleteObjects([second]), is: [], "failures")
            try await storage.expectContent(of: first, is: [1, 2, 3], "the first")
            try await expectError(.missing, "opening the second") { _ = try await storage.openObject(second) }
        },
        .opened("a key is blobs/<algorithm>/<2 digits>/<hex>.<16 digits>, for each algorithm") { storage in
            for algorithm in Digest.Algorithm.allCases {
                let digest = try TestContent.digest(5, algorithm: algorithm)
                let key = try await storage.store([1], as: digest)
                let prefix = "blobs/\(algorithm.rawValue)/\(digest.hex.prefix(2))/\(digest.hex)."
                try expect(key.description.hasPrefix(prefix), is: true, "\(key) begins with \(prefix)")
                try expect(key.description.count, is: prefix.count + 16, "the length of \(key)")
                try expect(ObjectKey(key.description), is: key, "the key, read from its text")
                try await storage.expectContent(of: key, is: [1], "\(key)")
            }
        },
        .opened("ranges are read exactly, and cut off at the end") { storage in
            let whole = TestContent.bytes(1000)
            let key = try await storage.store(whole, as: TestContent.digest(1))
            let reader = try await storage.openObject(key)
            try expect(reader.size, is: 1000, "the size")
            for (offset, count, expected) in ranges {
                let read = try await reader.read(at: offset, count: count)
                try expect(Array(read.readableBytesView), is: Array(whole[expected]), "\(count) bytes at \(offset)")
            }
            await reader.close()
        },
        .opened("what isn't there is missing") { storage in
            let key = ObjectKey(of: try TestContent.digest(1), distinguisher: 7)
            for text in [key.description, "blobs/other", "blobs/sha256/zz/x", "blobs/md5/00/00", "uploads/x"] {
                try await expectError(.missing, "opening \(text)") { _ = try await storage.openObject(ObjectKey(text)) }
            }
        },
        .opened("objects are deleted in bulk, and once more without an error") { storage in
            var keys: [ObjectKey] = []
            for number in 0..<5 { keys.append(try await storage.store([1], as: TestContent.digest(number))) }
            let doomed = Array(keys[1...]) + [try ObjectKey("blobs/never/was")]
            try expect(await storage.deleteObjects(doomed), is: [], "failures")
            try expect(await storage.deleteObjects(doomed), is: [], "failures of the second time")
            try expect(await storage.deleteObjects([]), is: [], "failures of nothing")
            try expect(await storage.listObjects(after: nil, limit: 10).map(\.key), is: [keys[0]], "what is left")
        },
        .opened("a healthy store says so, leaves nothing behind, and has no more free than there is") { storage in
            try await storage.health()
            try expect(await storage.listObjects(after: nil, limit: 10), is: [], "objects")
            try expect(await storage.listPartialObjects(after: nil, limit: 10), is: [], "partial objects")
            if let capacity = try await storage.capacity() {
                try expect(0...capacity.total ~= capacity.free, is: true, "free space within \(capacity)")
            }
        },
    ]

    /// Of an object of 1000 bytes, by offset and count.
    private static let ranges: [(Int64, Int, Range<Int>)] = [
        (0, 1000, 0..<1000),
        (0, 1, 0..<1),
        (999, 1, 999..<1000),
        (500, 100, 500..<600),
        // past the end
        (500, 5000, 500..<1000),
        (1000, 1, 1000..<1000),
        (5000, 10, 1000..<1000),
        (Int64.max, Int.max, 1000..<1000),
        (1, Int.max, 1..<1000),
        // nothing
        (0, 0, 0..<0),
        (0, -1, 0..<0),
        (-1, 10, 0..<0),
    ]
}
