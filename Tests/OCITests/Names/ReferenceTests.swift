import OCI
import Testing

@Suite struct ReferenceTests {
    static let tags: [(text: String, reason: String)] = [
        ("latest", "the common case"),
        ("1", "a digit may begin"),
        ("_a", "an underscore may begin"),
        ("v1.2.3-rc.1_x", "every character"),
        ("A..--__", "separators in a row and at the end"),
        ("sha256-" + Samples.hex + ".sig", "a signature's tag"),
        (String(repeating: "a", count: 128), "128 characters"),
    ]

    @Test(arguments: tags)
    func textsWithoutColonAreTags(_ text: String, _ reason: String) throws {
        let reference = try Reference(text)
        #expect(reference == .tag(try Tag(text)), "\(reason)")
        #expect(reference.description == text, "\(reason)")
    }

    @Test(arguments: [Samples.digest, Samples.longDigest])
    func textsWithColonAreDigests(_ text: String) throws {
        let reference = try Reference(text)
        #expect(reference == .digest(try Digest(text)))
        #expect(reference.description == text)
    }

    static let refused: [(text: String, error: ReferenceError, reason: String)] = [
        ("", .malformedTag, "nothing"),
        (".a", .malformedTag, "a dot may not begin"),
        ("-a", .malformedTag, "a dash may not begin"),
        ("a b", .malformedTag, "a blank"),
        ("a/b", .malformedTag, "a slash"),
        ("a\n", .malformedTag, "a line's end"),
        ("é", .malformedTag, "not ASCII"),
        ("e\u{301}", .malformedTag, "ASCII with something combined onto it"),
        (String(repeating: "a", count: 129), .malformedTag, "129 characters"),
        ("Latest:1", .digest(.malformed), "a colon, but no digest"),
        ("latest:1", .digest(.unsupportedAlgorithm), "by the grammar a digest of an algorithm called latest"),
        ("md5:d41d8cd98f00b204e9800998ecf8427e", .digest(.unsupportedAlgorithm), "another algorithm"),
    ]

    @Test(arguments: refused)
    func refusedReferencesSayWhy(_ text: String, _ error: ReferenceError, _ reason: String) {
        #expect(throws: error, "\(reason)") { try Reference(text) }
    }

    @Test func tagsAreOrderedByTheirASCIICodes() throws {
        let ordered = ["1", "10", "2", "A", "_", "a", "a-b", "a.b", "aB", "ab"]
        #expect(try ordered.reversed().map { try Tag($0) }.sorted().map(\.description) == ordered)
    }
}
