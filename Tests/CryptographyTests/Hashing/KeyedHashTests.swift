import Cryptography
import Testing

@Suite struct KeyedHashTests {
    /// The test cases of RFC 4231; the fifth gives half of its code only.
    static let cases: [(key: [UInt8], message: [UInt8], code: String)] = [
        (
            [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        (
            Array(1...25), [UInt8](repeating: 0xCD, count: 50),
            "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
        ),
        ([UInt8](repeating: 0x0C, count: 20), Array("Test With Truncation".utf8), "a3b6167473100ee06e0c796c2955552b"),
        (
            [UInt8](repeating: 0xAA, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
        (
            [UInt8](repeating: 0xAA, count: 131),
            Array(
                ("This is a test using a larger than block-size key and a larger than block-size data. "
                    + "The key needs to be hashed before being used by the HMAC algorithm.").utf8),
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
        ),
    ]

    @Test(arguments: cases)
    func codesAreTheStandards(_ key: [UInt8], _ message: [UInt8], _ code: String) {
        let hash = KeyedHash(key: key)
        #expect(Hex.encode(hash.code(for: message)).hasPrefix(code))
        #expect(hash.code(for: message) == hash.code(for: message), "a key may be used again")
        #expect(hash.code(for: message).count == 32)
    }

    @Test func textsAreHashedAsUTF8() {
        let hash = KeyedHash(key: [1, 2, 3])
        #expect(hash.code(for: "é") == hash.code(for: [0xC3, 0xA9]))
        #expect(hash.code(for: "") == hash.code(for: []))
        #expect(hash.code(for: "é") != hash.code(for: "e\u{301}"), "equal strings with other bytes")
    }

    @Test(arguments: [63, 64, 65])
    func keysAroundABlockAreDifferent(_ count: Int) {
        let key = HashSamples.pattern(count)
        let code = KeyedHash(key: key).code(for: "a")
        #expect(code != KeyedHash(key: key.dropLast()).code(for: "a"))
        let isHashed = count > 64
        #expect((code == KeyedHash(key: HashSamples.hash(.sha256, key)).code(for: "a")) == isHashed)
    }
}
