import Cryptography
import Testing

@Suite struct ContentHashTests {
    static let answers: [(algorithm: ContentHash.Algorithm, message: String, repeats: Int, hash: String)] = [
        (.sha256, "", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (.sha256, "abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (.sha256, HashSamples.message448, 1, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
        (.sha256, HashSamples.message896, 1, "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"),
        (.sha256, "a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
        (
            .sha512, "", 1,
            "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
                + "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e"
        ),
        (
            .sha512, "abc", 1,
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
        ),
        (
            .sha512, HashSamples.message896, 1,
            "8e959b75dae313da8cf4f72814fc143f8f7779c6eb9f7fa17299aeadb6889018"
                + "501d289e4900f7e4331b99dec4b5433ac7d329eeb6dd26545e96e55b874be909"
        ),
        (
            .sha512, "a", 1_000_000,
            "e718483d0ce769644e2e42c7bc15b4638e1f98b13b2044285632a803afa973eb"
                + "de0ff244877ea60a4cb0432ce577c31beb009c5c2c49aa2e4eadb217ad8cc09b"
        ),
    ]

    @Test(arguments: answers)
    func hashesAreTheStandards(
        _ algorithm: ContentHash.Algorithm, _ message: String, _ repeats: Int, _ expected: String
    ) {
        var hash = ContentHash(algorithm)
        for _ in 0..<repeats { hash.update(Array(message.utf8)) }
        #expect(Hex.encode(hash.finalized()) == expected)
        #expect(hash.byteCount == UInt64(message.utf8.count * repeats))
        #expect(hash.algorithm == algorithm)
    }

    /// The hash of all hashes of the first 0 to 300 bytes, calculated by another program.
    static let allLengths: [(algorithm: ContentHash.Algorithm, hash: String)] = [
        (.sha256, "78f25692e2f4dd74482ac3dcf4f505a7c278fa279588b764b99a497144bcd49c"),
        (
            .sha512,
            "4d453e114ab3806337606be8f53c6e5956d81a16bf152b21ad7a38b1933cdec9"
                + "126d3cc7237f765ab8d7e3609dacd7cf18dd69798caa1ab8832b7951d0507a8b"
        ),
    ]

    @Test(arguments: allLengths)
    func everyLengthAroundTheBlocksIsPadded(_ algorithm: ContentHash.Algorithm, _ expected: String) {
        var all = ContentHash(algorithm)
        for count in 0...300 { all.update(HashSamples.hash(algorithm, HashSamples.pattern(count))) }
        #expect(Hex.encode(all.finalized()) == expected)
    }

    @Test(arguments: ContentHash.Algorithm.allCases)
    func everySplitGivesTheSame(_ algorithm: ContentHash.Algorithm) {
        let message = HashSamples.pattern(300)
        let expected = HashSamples.hash(algorithm, message)
        for split in 0...message.count {
            var hash = ContentHash(algorithm)
            hash.update(Array(message[..<split]))
            hash.update(Array(message[split...]))
            #expect(hash.finalized() == expected, "split at \(split)")
        }
        for size in [1, 2, 3, 63, 64, 65, 127, 128, 129] {
            var hash = ContentHash(algorithm)
            for start in stride(from: 0, to: message.count, by: size) {
                hash.update(Array(message[start..<min(start + size, message.count)]))
            }
            #expect(hash.finalized() == expected, "pieces of \(size)")
        }
    }

    @Test(arguments: ContentHash.Algorithm.allCases)
    func finishingChangesNothing(_ algorithm: ContentHash.Algorithm) {
        let message = HashSamples.pattern(200)
        var hash = ContentHash(algorithm)
        for (index, byte) in message.enumerated() {
            #expect(hash.finalized() == HashSamples.hash(algorithm, Array(message[..<index])))
            hash.update([byte])
        }
        #expect(hash.finalized() == hash.finalized())
    }

    @Test func copiesGoOnAlone() {
        var hash = ContentHash(.sha256)
        hash.update(Array("ab".utf8))
        var copy = hash
        copy.update(Array("X".utf8))
        hash.update(Array("c".utf8))
        #expect(hash.finalized() == HashSamples.hash(.sha256, Array("abc".utf8)))
        #expect(copy.finalized() == HashSamples.hash(.sha256, Array("abX".utf8)))
    }

    @Test func emptyPiecesChangeNothing() {
        var hash = ContentHash(.sha512)
        hash.update(UnsafeRawBufferPointer(start: nil, count: 0))
        hash.update([])
        #expect(hash.byteCount == 0)
        #expect(hash.finalized() == HashSamples.hash(.sha512, []))
    }
}
