import Cryptography
import Testing

@Suite struct SecureRandomTests {
    @Test(arguments: [0, 1, 16, 1000, (1 << 20) + 1])
    func asManyBytesComeAsWereAskedFor(_ count: Int) throws {
        #expect(try SecureRandom.bytes(count).count == count)
        #expect(try SecureRandom.hex(byteCount: count).utf8.count == 2 * count)
    }

    @Test func nothingComesForNegativeCounts() throws {
        #expect(try SecureRandom.bytes(-1).isEmpty)
    }

    @Test func everyPartIsFilled() throws {
        // A part that stayed zero would show: 64 random bytes are all zero once in 2^512 times.
        let bytes = try SecureRandom.bytes((1 << 20) + 64)
        for start in stride(from: 0, to: bytes.count, by: 64) {
            #expect(bytes[start..<start + 64].contains { $0 != 0 }, "from byte \(start)")
        }
    }

    @Test func nothingComesTwice() throws {
        let texts = try (0..<1000).map { _ in try SecureRandom.hex(byteCount: 16) }
        #expect(Set(texts).count == texts.count)
    }

    @Test(arguments: [8, 32, 128])
    func passwordsHaveEveryKindOfLetter(_ length: Int) throws {
        for _ in 0..<200 {
            let password = try SecureRandom.password(length: length)
            #expect(password.utf8.count == length)
            #expect(password.contains { ("A"..."Z").contains($0) })
            #expect(password.contains { ("a"..."z").contains($0) })
            #expect(password.contains { ("0"..."9").contains($0) })
            #expect(password.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) })
        }
    }

    @Test func lettersAreEquallyLikely() throws {
        var counts: [Character: Int] = [:]
        for _ in 0..<1000 { for letter in try SecureRandom.password(length: 128) { counts[letter, default: 0] += 1 } }
        #expect(counts.count == 62)
        // 128,000 letters: 2,065 of each, give or take 45; eight times that means a mistake and not chance.
        #expect(counts.values.allSatisfy { (1700...2430).contains($0) })
    }

    @Test(arguments: [Int.min, -1, 0, 7, 129, .max])
    func otherLengthsAreRefused(_ length: Int) {
        #expect(throws: CryptographyError.lengthOutOfRange) { try SecureRandom.password(length: length) }
    }
}
