import BlobStorage
import FilesystemStorage
import Glibc
import NIOCore
import OCI
import RegistryTesting
import Testing

/// What a crash leaves behind, and what somebody else puts into the directories.
@Suite struct FilesystemFaultTests {
    @Test func aCrashRightAfterTheRenameLeavesAnObject() async throws {
        try await withStorage { storage, root in
            let partial = try await storage.append([1, 2, 3], to: storage.beginObject(), at: 0)
            let digest = try TestContent.digest(1)
            let twin = try await storage.finishObject(partial, digest: digest, size: 3)
            _ = try await storage.deleteObjects([twin])
            // The rename is all that happened: nobody was told of it.
            let other = try await storage.append([1, 2, 3], to: storage.beginObject(), at: 0)
            let name = "\(digest.hex).\(other.encoded.prefix(16))"
            try FileProbe.move(
                "\(root)/uploads/\(other.encoded)", to: "\(root)/blobs/sha256/\(digest.hex.prefix(2))/\(name)")
            let restarted = try FilesystemStorage(root: root, threads: 1)
            let listed = try await restarted.listObjects(after: nil, limit: 10)
            #expect(listed.map(\.key.description) == ["blobs/sha256/\(digest.hex.prefix(2))/\(name)"])
            #expect(try await restarted.listPartialObjects(after: nil, limit: 10) == [])
            let key = try await restarted.finishObject(other, digest: digest, size: 3)
            #expect(key == listed.first?.key, "the client that asks again gets the object that is there")
            try await expectError(.missing, "another size than the object's") {
                _ = try await restarted.finishObject(other, digest: digest, size: 4)
            }
        }
    }

    @Test func aFinishedObjectIsNeverReplaced() async throws {
        try await withStorage { storage, root in
            let digest = try TestContent.digest(1)
            let partial = try await storage.append(Array("good".utf8), to: storage.beginObject(), at: 0)
            let key = try await storage.finishObject(partial, digest: digest, size: 4)
            let again = try await storage.append(Array("evil".utf8), to: partial, at: 0)
            #expect(try await storage.finishObject(again, digest: digest, size: 4) == key)
            try await storage.expectContent(of: key, is: Array("good".utf8), "the object")
            #expect(FileProbe.size("\(root)/uploads/\(partial.encoded)") == nil)
        }
    }

    @Test func bytesThatACrashHasLostAreMissing() async throws {
        try await withStorage { storage, root in
            let partial = try await storage.append(TestContent.bytes(100), to: storage.beginObject(), at: 0)
            try FileProbe.check(truncate("\(root)/uploads/\(partial.encoded)", 60), "truncate")
            let restarted = try FilesystemStorage(root: root, threads: 1)
            try await expectError(.missing, "an appender at 100 of 60 bytes") {
                _ = try await restarted.appender(to: partial, at: 100)
            }
            try await expectError(.sizeMismatch, "finishing 60 bytes as 100") {
                _ = try await restarted.finishObject(partial, digest: TestContent.digest(1), size: 100)
            }
        }
    }

    @Test func anObjectThatLostItsEndIsCorrupted() async throws {
        try await withStorage { storage, root in
            let key = try await storage.store(TestContent.bytes(100), as: TestContent.digest(1))
            let reader = try await storage.openObject(key)
            try FileProbe.check(truncate("\(root)/\(key)", 60), "truncate")
            try await expectError(.corrupted, "reading it whole") { _ = try await reader.read(at: 0, count: 100) }
            #expect(try await reader.read(at: 0, count: 60).readableBytes == 60)
            await reader.close()
        }
    }

    @Test(arguments: [true, false])
    func aSymbolicLinkInPlaceOfAPartialObjectIsNotFollowed(_ isDangling: Bool) async throws {
        try await withStorage { storage, root in
            let victim = "\(root)/victim"
            if !isDangling { try FileProbe.write("precious", to: victim) }
            let partial = try await storage.beginObject()
            try FileProbe.link("\(root)/uploads/\(partial.encoded)", to: victim)
            let appender = try await storage.appender(to: partial, at: 0)
            try await expectError(.corrupted, "appending") { try await appender.append([ByteBuffer(string: "x")]) }
            await appender.close()
            try await expectError(.corrupted, "resuming") { _ = try await storage.appender(to: partial, at: 1) }
            try await expectError(.corrupted, "finishing") {
                _ = try await storage.finishObject(partial, digest: TestContent.digest(1), size: 8)
            }
            try await storage.cancelObject(partial)
            if isDangling {
                #expect(FileProbe.size(victim) == nil, "nothing was made behind the link")
            } else {
                #expect(try FileProbe.read(victim) == "precious")
            }
        }
    }

    @Test func aSymbolicLinkInPlaceOfAnObjectIsNotFollowed() async throws {
        try await withStorage { storage, root in
            let key = ObjectKey(of: try TestContent.digest(1), distinguisher: 1)
            try FileProbe.write("secret", to: "\(root)/victim")
            try FileProbe.makeDirectory("\(root)/blobs/sha256/\(try TestContent.digest(1).hex.prefix(2))")
            try FileProbe.link("\(root)/\(key)", to: "\(root)/victim")
            try await expectError(.corrupted, "opening") { _ = try await storage.openObject(key) }
            #expect(try await storage.listObjects(after: nil, limit: 10) == [])
            #expect(try await storage.deleteObjects([key]) == [])
            #expect(try FileProbe.read("\(root)/victim") == "secret", "the link is deleted, and not what it points to")
        }
    }

    @Test func aSymbolicLinkInPlaceOfAFolderIsNotFollowed() async throws {
        try await withStorage { storage, root in
            let digest = try TestContent.digest(1)
            let folder = "\(root)/blobs/sha256/\(digest.hex.prefix(2))"
            try FileProbe.link(folder, to: "/tmp")
            try await expectError(.corrupted, "storing") { try await storage.store([1], as: digest) }
            try await expectError(.corrupted, "opening") {
                _ = try await storage.openObject(ObjectKey(of: digest, distinguisher: 1))
            }
            let key = ObjectKey(of: digest, distinguisher: 1)
            #expect(try await storage.deleteObjects([key]).map(\.error.kind) == [.corrupted])
        }
    }

    @Test(.timeLimit(.minutes(60)))
    func aPipeInPlaceOfAFileStopsNobody() async throws {
        try await withStorage { storage, root in
            let key = ObjectKey(of: try TestContent.digest(1), distinguisher: 1)
            try FileProbe.makeDirectory("\(root)/blobs/sha256/\(try TestContent.digest(1).hex.prefix(2))")
            try FileProbe.check(mkfifo("\(root)/\(key)", 0o600), "mkfifo")
            try await expectError(.corrupted, "opening") { _ = try await storage.openObject(key) }
            let partial = try await storage.beginObject()
            try FileProbe.check(mkfifo("\(root)/uploads/\(partial.encoded)", 0o600), "mkfifo")
            try await expectError(.unavailable, "appending") {
                _ = try await storage.append([1], to: partial, at: 0)
            }
        }
    }
}
