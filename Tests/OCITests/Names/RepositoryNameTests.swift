import OCI
import Testing

@Suite struct RepositoryNameTests {
    static let longest = "p/" + String(repeating: "a", count: 253)

    static let accepted: [(text: String, project: String, path: String, reason: String)] = [
        ("library/alpine", "library", "alpine", "the common case"),
        ("a/b/c/d", "a", "b/c/d", "more components"),
        ("a/manifests", "a", "manifests", "a word of the API's paths"),
        ("0/1", "0", "1", "digits may begin"),
        ("a.b/c_d", "a.b", "c_d", "single separators"),
        ("a__b/c-----d", "a__b", "c-----d", "two underscores and any number of dashes are one separator"),
        ("a/b.c-d_e__f", "a", "b.c-d_e__f", "different separators, with letters between"),
        (longest, "p", String(repeating: "a", count: 253), "255 characters"),
    ]

    @Test(arguments: accepted)
    func acceptedNamesHaveTheirParts(_ text: String, _ project: String, _ path: String, _ reason: String) throws {
        let name = try RepositoryName(text)
        #expect(name.description == text, "\(reason)")
        #expect(name.project == project, "\(reason)")
        #expect(name.path == path, "\(reason)")
    }

    static let refused: [(text: String, error: NameError, reason: String)] = [
        ("", .malformed, "nothing"),
        ("alpine", .missingProject, "no project"),
        ("/alpine", .malformed, "an empty project"),
        ("library/", .malformed, "an empty repository"),
        ("a//b", .malformed, "an empty component"),
        ("a/b/", .malformed, "a slash at the end"),
        ("A/b", .malformed, "upper case"),
        ("a/é", .malformed, "not ASCII"),
        ("a/b c", .malformed, "a blank"),
        ("a/../b", .malformed, "a way up"),
        ("a/.b", .malformed, "a separator at the start"),
        ("a/b-", .malformed, "a separator at the end"),
        ("a/b..c", .malformed, "two dots"),
        ("a/b___c", .malformed, "three underscores"),
        ("a/b._c", .malformed, "different separators in a row"),
        ("a/b-_c", .malformed, "different separators in a row"),
        ("a/b:c", .malformed, "a colon"),
        ("a/b%2fc", .malformed, "an escape"),
        ("a/b\u{0}", .malformed, "a zero byte"),
        (longest + "a", .tooLong, "256 characters"),
    ]

    @Test(arguments: refused)
    func refusedNamesSayWhy(_ text: String, _ error: NameError, _ reason: String) {
        #expect(throws: error, "\(reason)") { try RepositoryName(text) }
    }
}
