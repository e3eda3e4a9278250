import BlobStorage
import FilesystemStorage
import Glibc
import NIOCore
import RegistryTesting
import Testing

/// A disk that takes no more.
@Suite struct FullDiskTests {
    @Test(.enabled(if: SmallFileSystem.isAllowed, "needs the right to mount file systems"))
    func aFullFileSystemIsToldAndRecovers() async throws {
        try await SmallFileSystem.with(bytes: 8 << 20) { root in
            let storage = try FilesystemStorage(root: root, threads: 2)
            let kept = try await storage.store(TestContent.bytes(1 << 20), as: TestContent.digest(1))
            let partial = try await storage.beginObject()
            let appender = try await storage.appender(to: partial, at: 0)
            try await expectError(.full, "16 MiB in 8 MiB") {
                for _ in 0..<16 { try await appender.append([ByteBuffer(bytes: TestContent.bytes(1 << 20))]) }
            }
            await appender.close()
            try await expectError(.full, "health") { try await storage.health() }
            try await storage.expectContent(of: kept, is: TestContent.bytes(1 << 20), "what was there before")
            try await storage.cancelObject(partial)
            try await storage.health()
            let next = try await storage.store(TestContent.bytes(1 << 20), as: TestContent.digest(2))
            try await storage.expectContent(of: next, is: TestContent.bytes(1 << 20), "what came afterwards")
        }
    }

    @Test(.enabled(if: SmallFileSystem.isAllowed, "needs the right to mount file systems"))
    func anUploadGoesOnWhereTheDiskWasFull() async throws {
        try await SmallFileSystem.with(bytes: 8 << 20) { root in
            let storage = try FilesystemStorage(root: root, threads: 2)
            let filler = try await storage.store(TestContent.bytes(5 << 20), as: TestContent.digest(1))
            let whole = TestContent.bytes(4 << 20, seed: 1)
            let partial = try await storage.append(Array(whole[..<(1 << 20)]), to: storage.beginObject(), at: 0)
            try await expectError(.full, "3 MiB more") {
                _ = try await storage.append(Array(whole[(1 << 20)...]), to: partial, at: 1 << 20)
            }
            _ = try await storage.deleteObjects([filler])
            let next = try await storage.append(Array(whole[(1 << 20)...]), to: partial, at: 1 << 20)
            let key = try await storage.finishObject(next, digest: TestContent.digest(2), size: 4 << 20)
            try await storage.expectContent(of: key, is: whole, "the object")
        }
    }

    @Test(.enabled(if: SmallFileSystem.isAllowed, "needs the right to mount file systems"))
    func aFileSystemThatIsNotWritableIsTold() async throws {
        try await SmallFileSystem.with(bytes: 8 << 20) { root in
            let storage = try FilesystemStorage(root: root, threads: 1)
            let key = try await storage.store([1, 2, 3], as: TestContent.digest(1))
            try FileProbe.check(mount("none", root, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil), "remount")
            try await expectError(.readOnly, "storing") { try await storage.store([1], as: TestContent.digest(2)) }
            try await expectError(.readOnly, "health") { try await storage.health() }
            try await storage.expectContent(of: key, is: [1, 2, 3], "what was there before")
            #expect(try await storage.deleteObjects([key]).map(\.error.kind) == [.readOnly])
        }
    }

    /// The limit belongs to the whole process, so this needs one of its own.
    @Test func aLimitOnTheSizeOfFilesIsTold() async {
        await #expect(processExitsWith: .success) {
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 100_000, rlim_max: 100_000)
            try FileProbe.check(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit), "setrlimit")
            try await withStorage { storage, _ in
                let partial = try await storage.beginObject()
                try await expectError(.full, "100,001 bytes") {
                    _ = try await storage.append(TestContent.bytes(100_001), to: partial, at: 0)
                }
                try await storage.store(TestContent.bytes(100_000), as: TestContent.digest(1))
            }
        }
    }
}

/// A file system in memory that is soon full.
enum SmallFileSystem {
    /// Whether this process may mount one; tried once.
    static let isAllowed: Bool = {
        var template = Array("/tmp/haven-mount-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return false }
        defer { rmdir(template) }
        guard mount("none", template, "tmpfs", 0, "size=4096") == 0 else { return false }
        umount2(template, CInt(MNT_DETACH))
        return true
    }()

    /// Runs the body with the path of a fresh one.
    static func with(bytes: Int, _ body: (String) async throws -> Void) async throws {
        try await TemporaryDirectory.with { path in
            try FileProbe.check(mount("none", path, "tmpfs", 0, "size=\(bytes)"), "mount")
            defer { umount2(path, CInt(MNT_DETACH)) }
            try await body(path)
        }
    }
}
