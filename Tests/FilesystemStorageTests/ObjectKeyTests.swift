import BlobStorage
import OCI
import RegistryTesting
import Testing

@Suite struct ObjectKeyTests {
    /// What a key may look like, and why.
    static let accepted: [(key: String, reason: String)] = [
        ("blobs/sha256/ab/abcd.0123", "the form the drivers give out"),
        ("uploads/x", "two segments are enough"),
        ("blobs/A-Z_a.z/0-9", "every kind of character"),
        ("blobs/.hidden", "a dot in front is only a dot"),
        ("blobs/...", "neither . nor .."),
        ("blobs/" + String(repeating: "x", count: 506), "512 bytes"),
    ]

    /// What no key looks like, and why.
    static let refused: [(key: String, reason: String)] = [
        ("", "nothing"),
        ("blobs", "one segment"),
        ("blobs/", "an empty segment"),
        ("/blobs/x", "an absolute path"),
        ("blobs//x", "an empty segment in the middle"),
        ("blobs/x/", "an empty segment at the end"),
        ("blobs/.", "the directory itself"),
        ("blobs/..", "the directory above"),
        ("blobs/../../etc/passwd", "a way out"),
        ("./blobs/x", "a first segment that is neither blobs nor uploads"),
        ("Blobs/x", "another case"),
        ("blobsx/y", "a first segment that only begins so"),
        ("other/x", "another first segment"),
        ("blobs/a b", "a space"),
        ("blobs/a\\b", "a backslash"),
        ("blobs/a\0b", "a zero byte, where C would end"),
        ("blobs/a\nb", "a line feed"),
        ("blobs/%2e%2e", "a percent sign"),
        ("blobs/ä", "a letter outside of ASCII"),
        ("blobs/e\u{301}", "a combining mark"),
        ("blobs/a:b", "a colon"),
        ("blobs/" + String(repeating: "x", count: 507), "513 bytes"),
    ]

    @Test(arguments: accepted)
    func accepts(_ example: (key: String, reason: String)) throws {
        #expect(try ObjectKey(example.key).description == example.key, "\(example.reason)")
    }

    @Test(arguments: refused)
    func refuses(_ example: (key: String, reason: String)) {
        let error = #expect(throws: StorageError.self, "\(example.reason)") { try ObjectKey(example.key) }
        #expect(error?.kind == .corrupted)
    }

    @Test func aBlobsKeyTellsAlgorithmDigestAndDistinguisher() throws {
        let digest = try TestContent.digest(1)
        let key = ObjectKey(of: digest, distinguisher: 0xAB)
        #expect(key.description == "blobs/sha256/\(digest.hex.prefix(2))/\(digest.hex).00000000000000ab")
        #expect(try ObjectKey(key.description) == key)
    }

    @Test func theLongestKeyOfABlobIsShortEnough() throws {
        let key = ObjectKey(of: try TestContent.digest(1, algorithm: .sha512), distinguisher: .max)
        #expect(key.description.utf8.count <= ObjectKey.maximumLength)
    }

    @Test func keysAreOrderedByTheirBytes() throws {
        let keys = try ["blobs/A", "blobs/a", "blobs/a-b", "blobs/a.b", "blobs/a/b", "blobs/a0", "blobs/a_"].map {
            try ObjectKey($0)
        }
        #expect(keys.shuffled().sorted() == keys)
    }

    @Test func distinguishersHaveSixteenDigits() {
        #expect(fixedWidthHex(0) == "0000000000000000")
        #expect(fixedWidthHex(0x1F) == "000000000000001f")
        #expect(fixedWidthHex(.max) == "ffffffffffffffff")
    }
}
