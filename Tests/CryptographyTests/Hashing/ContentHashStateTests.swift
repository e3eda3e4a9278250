import Cryptography
import Testing

@Suite struct ContentHashStateTests {
    @Test(arguments: ContentHash.Algorithm.allCases)
    func workGoesOnFromEveryOffset(_ algorithm: ContentHash.Algorithm) throws {
        let message = HashSamples.pattern(300)
        let expected = HashSamples.hash(algorithm, message)
        for offset in 0...message.count {
            var begun = ContentHash(algorithm)
            begun.update(Array(message[..<offset]))
            var resumed = try ContentHash(state: begun.state)
            #expect(resumed.state == begun.state, "offset \(offset)")
            #expect(resumed.byteCount == UInt64(offset) && resumed.algorithm == algorithm)
            #expect(resumed.finalized() == begun.finalized(), "offset \(offset)")
            resumed.update(Array(message[offset...]))
            #expect(resumed.finalized() == expected, "offset \(offset)")
        }
    }

    @Test(arguments: ContentHash.Algorithm.allCases)
    func workGoesOnAfterEveryByte(_ algorithm: ContentHash.Algorithm) throws {
        let message = HashSamples.pattern(300)
        var hash = ContentHash(algorithm)
        for byte in message {
            hash = try ContentHash(state: hash.state)
            hash.update([byte])
        }
        #expect(hash.finalized() == HashSamples.hash(algorithm, message))
    }

    /// The form is written in databases: a change to it needs a new version, and this one must stay readable.
    @Test func theFormIsFixed() throws {
        let abc = Array("abc".utf8)
        for (algorithm, text) in [(ContentHash.Algorithm.sha256, Self.abc256), (.sha512, Self.abc512)] {
            var hash = ContentHash(algorithm)
            hash.update(abc)
            #expect(Hex.encode(hash.state) == text)
            let state = try #require(Hex.decode(text))
            #expect(try ContentHash(state: state).finalized() == HashSamples.hash(algorithm, abc))
        }
    }

    static let abc256 =
        "0101030000000000000067e6096a85ae67bb72f36e3c3af54fa57f520e518c68059babd9831f19cde05b6162633f5fce2507360934"
    static let abc512 =
        "0102030000000000000008c9bcf367e6096a3ba7ca8485ae67bb2bf894fe72f36e3cf1361d5f3af54fa5d182e6ad7f520e51"
        + "1f6c3e2b8c68059b6bbd41fbabd9831f79217e1319cde05b616263338b5c5450de37e2"

    /// States at which the counted bits reach beyond 32, and nearly beyond 64; the hashes after 300 more bytes were
    /// calculated by another program, written for the purpose.
    static let large: [(state: String, hash: String, reason: String)] = [
        (
            "0101c0ffff1f0000000067e6096a85ae67bb72f36e3c3af54fa57f520e518c68059babd9831f19cde05b739f68f5262d62f0",
            "3b870ff61c171568d1cf2bec8023e0302f782eba589bcb08dbb041ace643d9d1", "512 MiB: 2^32 bits"
        ),
        (
            "0101c0ffffff0000000067e6096a85ae67bb72f36e3c3af54fa57f520e518c68059babd9831f19cde05b60321f50bcd46b98",
            "d3c006e014302d01bd24f7f11d202cec5baa80c08fccc2188b16ed8034171bd2", "4 GiB"
        ),
        (
            "0101c0fdffffffffff1f67e6096a85ae67bb72f36e3c3af54fa57f520e518c68059babd9831f19cde05b93d677b3cb90b092",
            "f5a6d724577d895743f586f39fd37131c5e91d5c00f780a5c3850699ccda7bba", "as much as can be counted"
        ),
        (
            "010280ffff1f0000000008c9bcf367e6096a3ba7ca8485ae67bb2bf894fe72f36e3cf1361d5f3af54fa5d182e6ad7f520e51"
                + "1f6c3e2b8c68059b6bbd41fbabd9831f79217e1319cde05b1204a0e49d8824a3",
            "3974fe6510a24f6339dc39a3b566c61f6b4110c38d6c6628143b07cb26c281e9"
                + "cbaf1a66669eab9a3acacc01362f9952aa6bd8846ffb3e69c406b5bedb1f1e86", "512 MiB: 2^32 bits"
        ),
        (
            "010200fcffffffffff1f08c9bcf367e6096a3ba7ca8485ae67bb2bf894fe72f36e3cf1361d5f3af54fa5d182e6ad7f520e51"
                + "1f6c3e2b8c68059b6bbd41fbabd9831f79217e1319cde05b8dcbb056fbee2451",
            "1755b22c02ec97fb3d779b39822c10b2f0645984d0aa9544de1ec5a13e1d5bf7"
                + "14512a55dd830dc7de4393a009bc63c0f5b5eb1a3141bd620c4db063902bd924", "as much as can be counted"
        ),
    ]

    @Test(arguments: large)
    func largeContentIsCounted(_ state: String, _ expected: String, _ reason: String) throws {
        let message = HashSamples.pattern(300)
        var whole = try ContentHash(state: #require(Hex.decode(state)))
        var halves = whole
        whole.update(message)
        #expect(Hex.encode(whole.finalized()) == expected, "\(reason)")
        halves.update(Array(message[..<150]))
        halves = try ContentHash(state: halves.state)
        halves.update(Array(message[150...]))
        #expect(Hex.encode(halves.finalized()) == expected, "\(reason)")
    }
}
