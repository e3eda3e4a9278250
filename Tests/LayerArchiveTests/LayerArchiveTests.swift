import Cryptography
import LayerArchive
import Testing

@Suite struct LayerArchiveTests {
    private static func bytes(_ base64: String) throws -> [UInt8] { try #require(Base64.decode(base64)) }

    /// A gzip stream of stored blocks.
    private static func stored(_ content: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        let pieces = stride(from: 0, to: content.count, by: 65_535).map {
            content[$0..<min($0 + 65_535, content.count)]
        }
        for (index, piece) in pieces.enumerated() {
            let length = UInt16(piece.count)
            stream += [index == pieces.count - 1 ? 1 : 0, UInt8(length & 0xFF), UInt8(length >> 8)]
            stream += [UInt8(~length & 0xFF), UInt8(~length >> 8)] + piece
        }
        return stream + littleEndian(checksum(content)) + littleEndian(UInt32(content.count))
    }

    private static func littleEndian(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    /// CRC-32 (RFC 1952 section 8), bit by bit.
    private static func checksum(_ content: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in content {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB8_8320 }
        }
        return ~sum
    }

    /// A tar archive of one file, written by hand.
    private static func tar(_ name: String, size: String, content: [UInt8]) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        header.replaceSubrange(0..<name.utf8.count, with: name.utf8)
        header.replaceSubrange(124..<124 + size.utf8.count, with: size.utf8)
        header[156] = UInt8(ascii: "0")
        header.replaceSubrange(148..<156, with: [UInt8](repeating: 0x20, count: 8))
        let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
        header.replaceSubrange(148..<148 + sum.utf8.count, with: sum.utf8)
        let padding = [UInt8](repeating: 0, count: (512 - content.count % 512) % 512 + 1024)
        return header + content + padding
    }

    @Test(arguments: [SampleArchive.dynamicCodes, SampleArchive.fixedCodes])
    func filesAreFoundByName(_ base64: String) throws {
        let files = try LayerArchive(Self.bytes(base64)).files { $0.hasSuffix(".yaml") }
        #expect(files.keys.sorted() == ["web/Chart.yaml", "web/values.yaml"])
        #expect(files["web/Chart.yaml"] == Array("name: web\n".utf8))
        #expect(files["web/values.yaml"] == Array(String(repeating: "replicas: 1\n", count: 40).utf8))
    }

    @Test(arguments: [SampleArchive.longNames, SampleArchive.paxNames])
    func longNamesAreRead(_ base64: String) throws {
        let files = try LayerArchive(Self.bytes(base64)).files { $0.hasSuffix("/deep.txt") }
        #expect(files.keys.first?.utf8.count == 254)
        #expect(files.values.first == Array("deep\n".utf8))
    }

    @Test func plainAndStoredArchivesAreRead() throws {
        let content = [UInt8]((0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        let tar = Self.tar("a/big", size: String(content.count, radix: 8), content: content)
        #expect(try LayerArchive(tar).files { _ in true } == ["a/big": content])
        #expect(try LayerArchive(Self.stored(tar)).files { _ in true } == ["a/big": content])
    }

    @Test func whatIsTooLargeIsRefused() throws {
        let tar = Self.tar("a/big", size: String(4096, radix: 8), content: [UInt8](repeating: 7, count: 4096))
        var limits = ArchiveLimits()
        limits.fileBytes = 4095
        #expect(throws: ArchiveError.tooLarge) { try LayerArchive(tar, limits: limits).files { _ in true } }
        #expect(try LayerArchive(tar, limits: limits).files { _ in false }.isEmpty, "files nobody wants may be larger")
        limits = ArchiveLimits()
        limits.unpackedBytes = 4096
        #expect(throws: ArchiveError.tooLarge) { try LayerArchive(tar, limits: limits).files { _ in false } }
        #expect(throws: ArchiveError.tooLarge) {
            try LayerArchive(Self.stored(tar), limits: limits).files { _ in false }
        }
        limits = ArchiveLimits()
        limits.entries = 2
        let three = try LayerArchive(Self.bytes(SampleArchive.dynamicCodes), limits: limits)
        #expect(throws: ArchiveError.tooLarge) { try three.files { _ in false } }
    }

    @Test(arguments: [
        ("", "nothing at all ends the archive"), ("H4sI", "a header that breaks off"),
        ("H4sIAAAAAAAAAwAAAAAAAAAA", "a stored block whose lengths don't agree"),
        ("H4sIAAAAAAAAA/8AAAAAAAAA", "a kind of block that there isn't"),
    ])
    func malformedStreamsAreRefusedOrEmpty(_ base64: String, _ reason: String) throws {
        let archive = LayerArchive(try Self.bytes(base64))
        if base64.isEmpty {
            #expect(try archive.files { _ in true }.isEmpty, "\(reason)")
        } else {
            #expect(throws: ArchiveError.malformedCompression, "\(reason)") { try archive.files { _ in true } }
        }
    }

    @Test func aWrongChecksumIsRefused() throws {
        var tar = Self.tar("a", size: "1", content: [1])
        tar[0] = UInt8(ascii: "b")
        #expect(throws: ArchiveError.malformedArchive) { try LayerArchive(tar).files { _ in true } }
    }

    @Test func damagedContentIsRefused() throws {
        var stream = Self.stored(Self.tar("a", size: "1", content: [1]))
        stream[stream.count - 5] ^= 1
        #expect(throws: ArchiveError.malformedCompression) { try LayerArchive(stream).files { _ in true } }
    }

    @Test func streamsThatFollowOneAnotherAreOne() throws {
        let tar = Self.tar("a", size: "1", content: [1])
        let stream = Self.stored(Array(tar[..<512])) + Self.stored(Array(tar[512...]))
        #expect(try LayerArchive(stream).files { _ in true } == ["a": [1]])
    }

    /// Whatever bit is changed and wherever the stream ends, reading ends as well.
    @Test func changedBytesNeverStopTheProgram() throws {
        let whole = try Self.bytes(SampleArchive.dynamicCodes)
        for position in whole.indices {
            for bit in 0..<8 {
                var changed = whole
                changed[position] ^= 1 << bit
                do {
                    _ = try LayerArchive(changed).files { _ in true }
                } catch {}
            }
            do {
                _ = try LayerArchive(Array(whole[..<position])).files { _ in true }
            } catch {}
        }
    }
}
