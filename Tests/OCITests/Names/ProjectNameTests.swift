import OCI
import Testing

@Suite struct ProjectNameTests {
    static let accepted: [(text: String, reason: String)] = [
        ("a", "one letter"),
        ("0", "one digit"),
        ("my-project_1.x", "every separator"),
        (String(repeating: "a", count: 255), "255 characters"),
    ]

    @Test(arguments: accepted)
    func acceptedNamesPrintAsTheyWereWritten(_ text: String, _ reason: String) throws {
        #expect(try ProjectName(text).description == text, "\(reason)")
    }

    static let refused: [(text: String, error: NameError, reason: String)] = [
        ("", .malformed, "nothing"),
        ("a/b", .malformed, "a project has one component"),
        ("A", .malformed, "upper case"),
        ("-a", .malformed, "a separator at the start"),
        ("a.", .malformed, "a separator at the end"),
        ("a__b", .malformed, "two separators, which repositories may have"),
        ("a--b", .malformed, "two separators, which repositories may have"),
        ("a b", .malformed, "a blank"),
        ("ä", .malformed, "not ASCII"),
        (String(repeating: "a", count: 256), .tooLong, "256 characters"),
    ]

    @Test(arguments: refused)
    func refusedNamesSayWhy(_ text: String, _ error: NameError, _ reason: String) {
        #expect(throws: error, "\(reason)") { try ProjectName(text) }
    }
}
