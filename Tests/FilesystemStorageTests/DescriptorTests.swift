import BlobStorage
import FilesystemStorage
import Glibc
import NIOCore
import RegistryTesting
import Testing

/// How many files stay open; each test in a process of its own, where nobody else opens any.
@Suite struct DescriptorTests {
    @Test func idleUploadsKeepABoundedNumberOfFilesOpen() async {
        await #expect(processExitsWith: .success) {
            try await withStorage { storage, _ in
                let before = try await settledDescriptors()
                var partials: [PartialObject] = []
                for number in 0..<400 {
                    let bytes = TestContent.bytes(10, seed: UInt8(truncatingIfNeeded: number))
                    partials.append(try await storage.append(bytes, to: storage.beginObject(), at: 0))
                }
                let opened = try await settledDescriptors(atMost: before + 140)
                try require(opened > before + 100, "the latest uploads stay open: \(opened - before)")
                for (number, partial) in partials.enumerated() {
                    let digest = try TestContent.digest(256 * number)
                    let key = try await storage.finishObject(partial, digest: digest, size: 10)
                    let bytes = TestContent.bytes(10, seed: UInt8(truncatingIfNeeded: number))
                    try await storage.expectContent(of: key, is: bytes, "upload \(number)")
                }
                // One more: the directory of the objects.
                _ = try await settledDescriptors(atMost: before + 1)
            }
        }
    }

    @Test func whoForgetsToCloseLosesNoDescriptor() async {
        await #expect(processExitsWith: .success) {
            try await withStorage { storage, _ in
                let key = try await storage.store([1], as: TestContent.digest(1))
                let before = try await settledDescriptors()
                for _ in 0..<300 {
                    _ = try await storage.openObject(key)
                    let appender = try await storage.appender(to: storage.beginObject(), at: 0)
                    try await appender.append([ByteBuffer(bytes: [1])])
                }
                _ = try await settledDescriptors(atMost: before + 140)
            }
        }
    }

    @Test func aStorageThatIsDroppedLeavesNothingOpen() async {
        await #expect(processExitsWith: .success) {
            try await withStorage { storage, _ in try await storage.store([1], as: TestContent.digest(1)) }
            let before = try await settledDescriptors()
            for _ in 0..<20 {
                try await withStorage { storage, _ in
                    for number in 0..<20 { try await storage.store([1], as: TestContent.digest(number)) }
                    _ = try await storage.append([1], to: storage.beginObject(), at: 0)
                }
            }
            _ = try await settledDescriptors(atMost: before)
        }
    }
}

private struct UnmetRequirement: Error {
    let text: String
}

private func require(_ condition: Bool, _ text: String) throws {
    guard condition else { throw UnmetRequirement(text: text) }
}

/// How many descriptors this process has open.
private func openDescriptors() -> Int {
    (0..<4096).count { fcntl($0, F_GETFD) >= 0 }
}

/// Waits until no other thread has anything left to close and the runtime has opened what it needs to wait; returns how many
/// descriptors are open then.
private func settledDescriptors() async throws -> Int {
    try await Task.sleep(for: .milliseconds(200))
    return openDescriptors()
}

/// Waits until at most so many descriptors are open, as some are closed by other threads, and returns how many.
private func settledDescriptors(atMost limit: Int) async throws -> Int {
    for _ in 0..<3000 where openDescriptors() > limit { try await Task.sleep(for: .milliseconds(20)) }
    try require(openDescriptors() <= limit, "\(openDescriptors()) descriptors instead of \(limit)")
    return openDescriptors()
}
