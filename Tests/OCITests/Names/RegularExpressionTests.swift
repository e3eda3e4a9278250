import OCI
import Testing

/// Regular expressions match whole names, in bounded time, and tell where they can't be read.
@Suite struct RegularExpressionTests {
    @Test(arguments: [
        ("v1", "v1", true, "plain text"), ("v1", "v10", false, "is the whole name"), ("1", "v1", false, "not its end"),
        ("^v1$", "v1", true, "the ends may be marked"), ("^a|b$", "b", true, "marks mean nothing more"),
        (".", "/", true, "any character, a slash too"), (".", "", false, "but one"), (".*", "", true, "or none"),
        ("a+", "aaa", true, "once or more"), ("a+", "", false, "not never"), ("ab?", "a", true, "once or never"),
        ("a*?b", "aab", true, "a lazy quantifier"), ("(a|bc)*", "abcbca", true, "alternatives in a loop"),
        ("(?:a|b)c", "bc", true, "a group that isn't kept"), ("(a|)b", "b", true, "an empty alternative"),
        ("a{2}", "aa", true, "so many times"), ("a{2}", "aaa", false, "and no more"),
        ("a{2,}", "aaaa", true, "or more"), ("a{2,}", "a", false, "and no less"),
        ("a{1,3}", "aaa", true, "up to so many"),
        ("a{1,3}", "aaaa", false, "and no more than that"), ("(ab){2}", "abab", true, "a group so many times"),
        ("a{0}b", "b", true, "never"), ("(a*)*b", "aab", true, "a loop in a loop"),
        ("()*", "", true, "nothing in a loop"),
        ("[a-c]x", "bx", true, "a class"), ("[^a-c]x", "bx", false, "a negated one"),
        ("[^a]", "/", true, "takes a slash"),
        ("[a\\]-]+", "]-a", true, "a bracket and a dash in a class"), ("[-a]", "-", true, "a dash at its beginning"),
        ("v\\d+\\.\\d+", "v1.20", true, "digits and a dot"), ("v\\d+\\.\\d+", "v1x20", false, "a literal dot"),
        ("\\w+", "a_1", true, "word characters"), ("\\w", "-", false, "a dash is none"),
        ("\\S+", "a-1", true, "no space"),
        ("[\\d.]+", "1.2", true, "digits in a class"), ("\\D", "a", true, "no digit"),
        ("release-[0-9]{4}", "release-2026", true, "a date"),
        ("a\\|b", "a|b", true, "an escape"), ("a☺", "a☺", true, "a character of several bytes"),
    ])
    func matching(_ pattern: String, _ text: String, _ expected: Bool, _ reason: String) throws {
        #expect(try RegularExpression(pattern).matches(text) == expected, "\(pattern) on \(text): \(reason)")
    }

    @Test(
        arguments: [
            ("", nil, "empty"), (String(repeating: "a", count: 1025), nil, "too long"), ("a)", 2, "a bracket too many"),
            ("x(a", 2, "an open group"), ("a[b", 2, "an open class"), ("a[]", 2, "an empty class"),
            ("[z-a]", 2, "backwards"),
            ("*a", 1, "nothing to repeat"), ("a|+", 3, "nothing to repeat in an alternative"), ("a{", 2, "no number"),
            ("a{2", 2, "an open brace"), ("a{3,2}", 2, "backwards"), ("a{256}", 3, "too often"),
            ("a\\", 3, "an open escape"),
            ("\\b", 1, "an unknown escape"), ("(a)\\1", 4, "a reference back"), ("(?=a)", 2, "looking ahead"),
            ("(?i)a", 2, "a flag"), ("a^b", 2, "a mark in the middle"), ("a$b", 2, "a mark in the middle"),
            ("[[:alpha:]]", 2, "a named class"), ("[a-\\d]", 2, "a range to a class"), ("a\u{0}", 2, "a NUL"),
            (String(repeating: "(", count: 40), 34, "groups too deep"),
        ] as [(String, Int?, String)])
    func refusing(_ pattern: String, _ position: Int?, _ reason: String) {
        let error = #expect(throws: RegularExpressionError.self, "\(reason)") { try RegularExpression(pattern) }
        #expect(error?.position == position, "\(pattern): \(reason): \(error?.description ?? "")")
    }

    @Test(arguments: [
        "(a{100}){100}", "((a{50}){50}){50}", "(((){255}){255}){255}", "((((a|b){20}){20}){20}){20}",
        "(a{255}){255}(a{255}){255}(a{255}){255}",
    ])
    func whatUnfoldsTooFarIsRefused(_ pattern: String) {
        let start = ContinuousClock.now
        let error = #expect(throws: RegularExpressionError.self) { try RegularExpression(pattern) }
        #expect(error?.position != nil && error?.reason.contains("too large") == true)
        #expect(start.duration(to: .now) < .seconds(60), "it isn't unfolded to find out")
    }

    @Test(arguments: [
        "(a*)*b", "(a+)+b", "(a|a)*b", "(a|aa)+b", "(.*a){12}b", "(a?){200}a{200}b", "((a*)*)*b", "(a|b|ab)*c",
        "(([a-z])+.)+[A-Z]([a-z])+", "(\\w+\\s?)*b",
    ])
    func hostileExpressionsTakeLinearTime(_ pattern: String) throws {
        let expression = try RegularExpression(pattern)
        let text = String(repeating: "a", count: 255)
        let start = ContinuousClock.now
        #expect(!expression.matches(text))
        #expect(start.duration(to: .now) < .seconds(300), "backtracking would take longer than the universe")
    }
}
