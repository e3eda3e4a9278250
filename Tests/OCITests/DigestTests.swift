import OCI
import Testing

@Suite struct DigestTests {
    @Test(arguments: [Samples.digest, Samples.longDigest])
    func acceptedDigestsPrintAsTheyWereWritten(_ text: String) throws {
        let digest = try Digest(text)
        #expect(digest.description == text)
        #expect("\(digest.algorithm.rawValue):\(digest.hex)" == text)
        #expect(digest.hex.utf8.count == digest.algorithm.hexLength)
    }

    static let refused: [(text: String, error: DigestError, reason: String)] = [
        ("", .malformed, "nothing"),
        ("sha256", .malformed, "no colon"),
        ("sha256:", .malformed, "no hash"),
        (":" + Samples.hex, .malformed, "no algorithm"),
        (Samples.hex, .malformed, "a bare hash"),
        ("sha256:" + Samples.hex.dropLast(), .malformed, "a letter too few"),
        ("sha256:" + Samples.hex + "0", .malformed, "a letter too many"),
        ("sha512:" + Samples.hex, .malformed, "the length of the other algorithm"),
        ("sha256:" + Samples.hex.uppercased(), .malformed, "upper case would give one content two names"),
        ("sha256:" + Samples.hex.dropLast() + "g", .malformed, "not hexadecimal"),
        ("sha256:" + Samples.hex.dropLast(2) + "é", .malformed, "the right number of bytes, not of ASCII"),
        ("SHA256:" + Samples.hex, .malformed, "algorithms are written in lower case"),
        (" sha256:" + Samples.hex, .malformed, "a blank before"),
        ("sha256:" + Samples.hex + "\n", .malformed, "a line's end behind"),
        ("sha256::" + Samples.hex, .malformed, "two colons"),
        ("../x:" + Samples.hex, .malformed, "a path for an algorithm"),
        (
            "md5:d41d8cd98f00b204e9800998ecf8427e", .unsupportedAlgorithm,
            "well-formed, of an algorithm that is too weak"
        ),
        ("sha384:" + Samples.hex, .unsupportedAlgorithm, "well-formed, not registered"),
        (
            "multihash+base58:QmRZxt2b1FVZPNqd8hsiykDL3TdBDeTSPX9Kv46HmX4Gx8", .unsupportedAlgorithm,
            "the spec's example"
        ),
        ("sha256+b64u:LCa0a2j_xo_5m0U8HTBBNBNCLXBkg7-g-YpeiGJm564", .unsupportedAlgorithm, "the spec's example"),
        ("a..b:c", .malformed, "two separators in a row"),
        ("a.:c", .malformed, "an algorithm that ends with a separator"),
        ("a:", .malformed, "another algorithm without a hash"),
        ("a:b c", .malformed, "a blank in the hash of another algorithm"),
    ]

    @Test(arguments: refused)
    func refusedDigestsSayWhy(_ text: String, _ error: DigestError, _ reason: String) {
        #expect(throws: error, "\(reason)") { try Digest(text) }
    }

    @Test func bytesOfAHashMakeItsDigest() throws {
        let bytes = (0..<32).map { UInt8($0 * 8 + 7) }
        let digest = try Digest(algorithm: .sha256, bytes: bytes)
        #expect(digest.hex == "070f171f272f373f474f575f676f777f878f979fa7afb7bfc7cfd7dfe7eff7ff")
        #expect(try Digest(digest.description) == digest)
        #expect(throws: DigestError.malformed) { try Digest(algorithm: .sha512, bytes: bytes) }
        #expect(throws: DigestError.malformed) { try Digest(algorithm: .sha256, bytes: bytes.dropLast()) }
        #expect(throws: DigestError.malformed) { try Digest(algorithm: .sha256, bytes: [UInt8]()) }
    }

    @Test func digestsAreOrderedByTheirText() throws {
        let texts = [Samples.longDigest, Samples.digest(2), Samples.digest, Samples.digest(1)]
        #expect(try texts.map { try Digest($0) }.sorted().map(\.description) == texts.sorted())
    }

    @Test func partsOfATextAreRead() throws {
        let text = "/v2/a/b/blobs/" + Samples.digest
        let digest = try Digest(text.suffix(71))
        #expect(digest.description == Samples.digest)
    }
}
