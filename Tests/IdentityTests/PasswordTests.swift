import Identity
import Testing

/// Harbor's password rules: the same at creation and at every change, because both take a `Password`.
@Suite struct PasswordTests {
    @Test(arguments: [
        ("Abcdefg1", "the shortest"),
        ("Aa1" + String(repeating: "x", count: 125), "128 characters"),
        ("Aa1 with blanks: \"quotes\", $ and #", "every other character may be in it"),
        ("Pässw0rd", "characters are counted, not bytes"),
        ("密码密码密Aa1", "letters of every script beside the three that must be there"),
    ])
    func strong(_ text: String, reason: String) throws {
        #expect(try Password(text).text == text, "\(reason)")
    }

    @Test(arguments: [
        ("", "empty"), ("Abcdef1", "seven characters"),
        ("Aa1" + String(repeating: "x", count: 126), "129 characters"),
        ("abcdefg1", "no upper-case letter"), ("ABCDEFG1", "no lower-case letter"), ("Abcdefgh", "no digit"),
        ("Äbcdefg1", "an upper-case letter outside ASCII"), ("ABCDEFß1", "a lower-case letter outside ASCII"),
        ("Abcdefg١", "a digit outside ASCII"), ("Abcdefg1\u{0}", "a NUL"),
        ("Aa1" + String(repeating: "👨‍👩‍👧‍👦", count: 100), "few characters and too many bytes"),
    ])
    func weak(_ text: String, reason: String) {
        #expect(throws: AccountError.weakPassword, "\(reason)") { try Password(text) }
    }
}
