import BlobStorage
import FilesystemStorage
import Glibc
import RegistryTesting
import Testing

/// Opening a storage, once and again, and closing it.
@Suite struct FilesystemStartTests {
    @Test(arguments: ["new", "new/", "some/levels/down", "some//levels/./down"])
    func aRootThatIsNotThereIsMade(_ path: String) async throws {
        try await TemporaryDirectory.with { directory in
            let storage = try FilesystemStorage(root: "\(directory)/\(path)", threads: 1)
            let key = try await storage.store([1], as: TestContent.digest(1))
            let again = try FilesystemStorage(root: "\(directory)/\(path)", threads: 1)
            try await again.expectContent(of: key, is: [1], "the object, seen by the second storage")
            #expect(FileProbe.permissions("\(directory)/\(path)") == 0o700)
        }
    }

    @Test func theRootItselfMayBeASymbolicLink() async throws {
        try await TemporaryDirectory.with { directory in
            try FileProbe.check(mkdir("\(directory)/real", 0o700), "real")
            try FileProbe.link("\(directory)/link", to: "real")
            let storage = try FilesystemStorage(root: "\(directory)/link", threads: 1)
            let key = try await storage.store([1], as: TestContent.digest(1))
            #expect(FileProbe.size("\(directory)/real/\(key)") == 1)
            let reader = try await storage.openObject(key)
            #expect(reader.file?.path == "\(directory)/real/\(key)", "the path stays right if the link is turned")
            await reader.close()
        }
    }

    @Test(arguments: ["", "uploads", "blobs", "blobs/sha256"])
    func aFileWhereADirectoryShouldBeIsTold(_ path: String) async throws {
        try await TemporaryDirectory.with { directory in
            let root = "\(directory)/root"
            try await expectRefusal(of: root, with: path) { try FileProbe.write("a file", to: $0) }
        }
    }

    @Test(arguments: ["uploads", "blobs", "blobs/sha256"])
    func aSymbolicLinkWhereADirectoryShouldBeIsTold(_ path: String) async throws {
        try await TemporaryDirectory.with { directory in
            try FileProbe.check(mkdir("\(directory)/elsewhere", 0o700), "elsewhere")
            let root = "\(directory)/root"
            try await expectRefusal(of: root, with: path) { try FileProbe.link($0, to: "\(directory)/elsewhere") }
        }
    }

    /// Makes all directories above `path` in the root, lets `make` put something there, and tries to open the root.
    private func expectRefusal(of root: String, with path: String, _ make: (String) throws -> Void) async throws {
        let segments = path.split(separator: "/")
        if !path.isEmpty { try FileProbe.check(mkdir(root, 0o700), root) }
        for count in segments.indices.dropFirst() {
            let parent = "\(root)/\(segments[..<count].joined(separator: "/"))"
            try FileProbe.check(mkdir(parent, 0o700), parent)
        }
        try make(path.isEmpty ? root : "\(root)/\(path)")
        try await expectError(.corrupted, "opening the root") { _ = try FilesystemStorage(root: root, threads: 1) }
    }

    @Test func aClosedStorageRefuses() async throws {
        try await withStorage { storage, _ in
            let key = try await storage.store([1], as: TestContent.digest(1))
            let reader = try await storage.openObject(key)
            let appender = try await storage.appender(to: storage.beginObject(), at: 0)
            await storage.close()
            try await expectError(.unavailable, "opening") { _ = try await storage.openObject(key) }
            try await expectError(.unavailable, "reading") { _ = try await reader.read(at: 0, count: 1) }
            try await expectError(.unavailable, "appending") { try await appender.append([]) }
            try await expectError(.unavailable, "health") { try await storage.health() }
            await appender.close()
            await reader.close()
            await storage.close()
        }
    }
}
