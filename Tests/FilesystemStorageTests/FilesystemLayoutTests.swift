import BlobStorage
import FilesystemStorage
import NIOCore
import OCI
import RegistryTesting
import Testing

/// Where the files are, and whom they belong to.
@Suite struct FilesystemLayoutTests {
    @Test func nobodyElseMayReadOrWrite() async throws {
        try await withStorage { storage, root in
            let partial = try await storage.append([1], to: storage.beginObject(), at: 0)
            let digest = try TestContent.digest(1)
            let key = try await storage.store([1], as: digest)
            for directory in [
                "uploads", "blobs", "blobs/sha256", "blobs/sha512", "blobs/sha256/\(digest.hex.prefix(2))",
            ] {
                #expect(FileProbe.permissions("\(root)/\(directory)") == 0o700, "\(directory)")
            }
            for file in ["uploads/\(partial.encoded)", key.description] {
                #expect(FileProbe.permissions("\(root)/\(file)") == 0o600, "\(file)")
            }
        }
    }

    @Test func aFolderComesWithItsFirstObject() async throws {
        try await withStorage { storage, root in
            let digest = try TestContent.digest(1)
            let folder = "\(root)/blobs/sha256/\(digest.hex.prefix(2))"
            let key = ObjectKey(of: digest, distinguisher: 1)
            try await expectError(.missing, "opening") { _ = try await storage.openObject(key) }
            #expect(try await storage.deleteObjects([key]) == [])
            #expect(try await storage.listObjects(after: nil, limit: 10) == [])
            #expect(FileProbe.permissions(folder) == nil)
            let stored = try await withThrowingTaskGroup(of: ObjectKey.self) { group in
                for _ in 0..<20 { group.addTask { try await storage.store([1], as: digest) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(FileProbe.permissions(folder) == 0o700)
            #expect(try await storage.listObjects(after: nil, limit: 100).map(\.key) == stored.sorted())
        }
    }

    @Test func anUploadWithoutAByteTakesNoFile() async throws {
        try await withStorage { storage, root in
            let partial = try await storage.beginObject()
            let appender = try await storage.appender(to: partial, at: 0)
            await appender.close()
            #expect(FileProbe.size("\(root)/uploads/\(partial.encoded)") == nil)
        }
    }

    @Test func partialObjectsAreListedWithTheirSizes() async throws {
        try await withStorage { storage, _ in
            let partial = try await storage.append([1, 2, 3], to: storage.beginObject(), at: 0)
            let listed = try await storage.listPartialObjects(after: nil, limit: 10)
            #expect(listed.map(\.partial) == [partial])
            #expect(listed.map(\.size) == [3])
        }
    }

    @Test func strangersFilesAreNeitherListedNorDeleted() async throws {
        try await withStorage { storage, root in
            let hex = try TestContent.digest(1).hex
            let folder = "blobs/sha256/\(hex.prefix(2))"
            let strangers = [
                "uploads/README", "uploads/0123456789abcdef0123456789abcdeg", "blobs/other", "\(folder)/lost",
                "\(folder)/\(hex)", "\(folder)/\(hex).00000000000000AB", "blobs/sha256/ff/\(hex).0000000000000000",
            ]
            for name in [folder, "blobs/sha256/ff"] { try FileProbe.makeDirectory("\(root)/\(name)") }
            for name in strangers { try FileProbe.write("mine", to: "\(root)/\(name)") }
            #expect(try await storage.listObjects(after: nil, limit: 100) == [])
            #expect(try await storage.listPartialObjects(after: nil, limit: 100) == [])
            let keys = try strangers.map { try ObjectKey($0) }
            #expect(try await storage.deleteObjects(keys) == [])
            for name in strangers { #expect(try FileProbe.read("\(root)/\(name)") == "mine") }
        }
    }

    @Test func aReaderKnowsItsFile() async throws {
        try await withStorage { storage, root in
            let key = try await storage.store(Array("content".utf8), as: TestContent.digest(1))
            let reader = try await storage.openObject(key)
            let file = try #require(reader.file)
            #expect(file.path == "\(root)/\(key)")
            #expect(try FileProbe.read(file.path) == "content")
            #expect(try FileProbe.read("/proc/self/fd/\(file.descriptor)") == "content")
            await reader.close()
        }
    }

    @Test func aReaderOutlivesItsObject() async throws {
        try await withStorage { storage, _ in
            let key = try await storage.store([1, 2, 3], as: TestContent.digest(1))
            let reader = try await storage.openObject(key)
            _ = try await storage.deleteObjects([key])
            #expect(try await reader.read(at: 0, count: 3) == ByteBuffer(bytes: [1, 2, 3]))
            await reader.close()
            try await expectError(.unavailable, "reading after closing") { _ = try await reader.read(at: 0, count: 3) }
        }
    }

    @Test func anObjectIsAsYoungAsItsFinishing() async throws {
        try await withStorage { storage, root in
            let partial = try await storage.append([1], to: storage.beginObject(), at: 0)
            let written = try #require(FileProbe.modified("\(root)/uploads/\(partial.encoded)"))
            try await Task.sleep(for: .milliseconds(100))
            let key = try await storage.finishObject(partial, digest: TestContent.digest(1), size: 1)
            let first = try #require(await storage.listObjects(after: nil, limit: 1).first)
            #expect(first.modified >= written + 100_000, "a collector spares it for its grace period from now on")
            try await Task.sleep(for: .milliseconds(100))
            #expect(try await storage.finishObject(partial, digest: TestContent.digest(1), size: 1) == key)
            let second = try #require(await storage.listObjects(after: nil, limit: 1).first)
            #expect(second.modified >= first.modified + 100_000, "and once more when it is finished again")
        }
    }

    @Test func theObserverHearsOfEveryOperation() async throws {
        try await TemporaryDirectory.with { path in
            let (heard, listener) = AsyncStream.makeStream(of: (String, Double).self)
            let storage = try FilesystemStorage(root: path, threads: 1) { listener.yield(($0, $1)) }
            let partial = try await storage.append([1], to: storage.beginObject(), at: 0)
            let key = try await storage.finishObject(partial, digest: TestContent.digest(1), size: 1)
            _ = try await storage.content(of: key)
            listener.finish()
            var operations: [String] = []
            for await (operation, seconds) in heard {
                operations.append(operation)
                #expect((0..<60).contains(seconds))
            }
            #expect(operations == ["append", "synchronize", "finish", "open", "read"])
        }
    }
}
