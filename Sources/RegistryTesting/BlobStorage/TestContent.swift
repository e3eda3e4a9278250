package import BlobStorage
import NIOCore
package import OCI

/// Bytes for tests of storage.
package enum TestContent {
    /// Bytes that differ from their neighbours and from those of another seed, so that a piece in the wrong place shows.
    package static func bytes(_ count: Int, seed: UInt8 = 0) -> [UInt8] {
        // A prime length: blocks of every usual size begin at different places of the pattern.
        let pattern = (0..<min(count, 4093)).map {
            UInt8(truncatingIfNeeded: $0 &* 31 &+ ($0 >> 8) &+ Int(seed) &* 101)
        }
        var bytes = pattern
        bytes.reserveCapacity(count)
        while bytes.count < count { bytes += pattern.prefix(count - bytes.count) }
        return bytes
    }

    /// A well-formed digest that differs with the number; drivers don't look at the content.
    package static func digest(_ number: Int, algorithm: Digest.Algorithm = .sha256) throws -> Digest {
        let first = UInt8(truncatingIfNeeded: number &* 37)
        let rest = withUnsafeBytes(of: UInt64(truncatingIfNeeded: number).littleEndian, Array.init)
        let filling = [UInt8](repeating: 0xA5, count: algorithm.hexLength / 2 - 1 - rest.count)
        return try Digest(algorithm: algorithm, bytes: [first] + rest + filling)
    }
}

extension BlobStorage {
    /// Stores bytes as an object, in one go.
    @discardableResult
    package func store(_ bytes: [UInt8], as digest: Digest) async throws -> ObjectKey {
        let partial = try await beginObject()
        let appender = try await appender(to: partial, at: 0)
        try await appender.append([ByteBuffer(bytes: bytes)])
        await appender.close()
        return try await finishObject(partial, digest: digest, size: Int64(bytes.count))
    }

    /// Appends bytes to a partial object and makes them durable; returns the partial object to go on with.
    package func append(_ bytes: [UInt8], to partial: PartialObject, at offset: Int) async throws -> PartialObject {
        let appender = try await appender(to: partial, at: Int64(offset))
        try await appender.append([ByteBuffer(bytes: bytes)])
        let next = try await appender.synchronize()
        await appender.close()
        return next
    }

    /// All bytes of an object.
    package func content(of key: ObjectKey) async throws -> [UInt8] {
        let reader = try await openObject(key)
        let buffer = try await reader.read(at: 0, count: Int(reader.size))
        await reader.close()
        return Array(buffer.readableBytesView)
    }

    /// Throws `ConformanceFailure` unless the object has exactly these bytes.
    package func expectContent(of key: ObjectKey, is expected: [UInt8], _ subject: String) async throws {
        let actual = try await content(of: key)
        if actual == expected { return }
        try expect(actual.count, is: expected.count, "\(subject): bytes")
        let difference = zip(actual, expected).enumerated().first { $0.element.0 != $0.element.1 }
        try expect(difference?.offset, is: nil, "\(subject): the first byte that differs")
    }
}

/// Runs a body several times at once and returns what it returned, in no order.
package func concurrently<Result: Sendable>(
    _ count: Int, times body: @escaping @Sendable (Int) async throws -> Result
) async throws -> [Result] {
    try await withThrowingTaskGroup { group in
        for number in 0..<count { group.addTask { try await body(number) } }
        return try await group.reduce(into: []) { $0.append($1) }
    }
}
