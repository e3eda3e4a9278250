import Cryptography
import Testing

@Suite struct Base64Tests {
    /// The vectors of RFC 4648 section 10, and bytes for which the two alphabets differ.
    static let pairs: [(bytes: [UInt8], standard: String, urlSafe: String)] = [
        ([], "", ""),
        (Array("f".utf8), "Zg==", "Zg"),
        (Array("fo".utf8), "Zm8=", "Zm8"),
        (Array("foo".utf8), "Zm9v", "Zm9v"),
        (Array("foob".utf8), "Zm9vYg==", "Zm9vYg"),
        (Array("fooba".utf8), "Zm9vYmE=", "Zm9vYmE"),
        (Array("foobar".utf8), "Zm9vYmFy", "Zm9vYmFy"),
        ([0xFB, 0xEF, 0xBE], "++++", "----"),
        ([0xFF, 0xFF, 0xFF, 0xFE], "/////g==", "_____g"),
        (Array("Aladdin:open sesame".utf8), "QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "QWxhZGRpbjpvcGVuIHNlc2FtZQ"),
    ]

    @Test(arguments: pairs)
    func bytesAndLettersAreTheSame(_ bytes: [UInt8], _ standard: String, _ urlSafe: String) {
        #expect(Base64.encode(bytes) == standard)
        #expect(Base64.decode(standard) == bytes)
        #expect(Base64URL.encode(bytes) == urlSafe)
        #expect(Base64URL.decode(urlSafe) == bytes)
    }

    @Test func everyLengthComesBack() {
        for count in 0...260 {
            let bytes = HashSamples.pattern(count)
            #expect(Base64.decode(Base64.encode(bytes)) == bytes)
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
        }
    }

    static let refused: [(text: String, reason: String)] = [
        ("A", "one letter is less than a byte"),
        ("AAAAA", "one letter too many"),
        ("AB", "bits behind the last byte"),
        ("AAB", "bits behind the last byte"),
        ("AB==", "bits behind the last byte, and padding"),
        ("=", "only padding"),
        ("====", "only padding"),
        ("A===", "too much padding"),
        ("AA=A", "padding in the middle"),
        ("AA==AAAA", "padding in the middle"),
        ("AAA=\n", "a line's end"),
        ("AA AA", "a blank"),
        ("AA\u{0}A", "a zero byte"),
        ("AAé", "not ASCII"),
        ("AAA*", "no letter of either alphabet"),
    ]

    @Test(arguments: refused)
    func otherTextsAreRefused(_ text: String, _ reason: String) {
        #expect(Base64.decode(text) == nil, "\(reason)")
        #expect(Base64URL.decode(text) == nil, "\(reason)")
    }

    @Test func theAlphabetsAreNotMixed() {
        #expect(Base64.decode("-_-_") == nil && Base64.decode("Zg") == nil)
        #expect(Base64URL.decode("+/+/") == nil && Base64URL.decode("Zg==") == nil)
    }
}
