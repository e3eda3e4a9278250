import OCI
import Testing

/// Patterns match as Harbor's rules do.
@Suite struct GlobTests {
    @Test(arguments: [
        ("app", "app", true, "plain text"), ("app", "apps", false, "is the whole text"),
        ("*", "app", true, "a star"), ("*", "team/app", false, "stays inside a component"),
        ("team/*", "team/app", true, "behind a slash"), ("team/*", "team/a/b", false, "one component only"),
        ("te*m-*", "team-app", true, "several stars"), ("a*b*c*x", "abbbbcccb", false, "many ways, none fits"),
        ("?pp", "app", true, "one character"), ("a?b", "a/b", false, "which is no slash"),
        ("**", "a", true, "everything"), ("**", "a/b/c", true, "at any depth"),
        ("team/**", "team/a/b", true, "below a component"), ("team/**", "team", false, "not the component itself"),
        ("**/app", "app", true, "no component before"), ("**/app", "a/b/app", true, "or several"),
        ("**/app", "a/xapp", false, "but whole ones"), ("a/**/b", "a/b", true, "none between"),
        ("a/**/b", "a/x/y/b", true, "or several between"), ("a/**/b", "a/xb", false, "the last is whole"),
        ("abc**", "abc", true, "two stars in a component are one"), ("abc**", "abc/d", false, "and cross nothing"),
        ("***", "a/b", false, "three stars are one"),
        ("{a,b}/app", "b/app", true, "either"), ("{a,b}/app", "c/app", false, "neither"),
        ("{a,b{1,2}}", "b2", true, "braces in braces"), ("v{,1}", "v", true, "an empty choice"),
        ("{**,x}", "a/b", true, "two stars as a choice"), ("x{a/b,c}", "xa/b", true, "a slash in braces"),
        ("{a*,b}c", "aaac", true, "a star in a choice"),
        ("v[0-9]", "v7", true, "a class"), ("v[0-9]", "vx", false, "outside of it"),
        ("v[^0-9]", "vx", true, "a negated class"), ("v[!0-9]", "v1", false, "written with !"),
        ("v[^0-9]", "v/", false, "takes no slash"), ("[\\]a]", "]", true, "an escape in a class"),
        ("a\\*b", "a*b", true, "an escape"), ("a\\*b", "axb", false, "is literal"),
        ("a?b", "a☺b", true, "a character of several bytes"),
    ])
    func matching(_ pattern: String, _ text: String, _ expected: Bool, _ reason: String) throws {
        #expect(try Glob(pattern).matches(text) == expected, "\(pattern) on \(text): \(reason)")
    }

    @Test(arguments: [
        ("", GlobError.length, "empty"), (String(repeating: "a", count: 1025), .length, "too long"),
        ("[", .malformed, "an open class"), ("[]", .malformed, "an empty class"), ("[z-a]", .malformed, "backwards"),
        ("[a-]", .malformed, "an open range"), ("{a", .malformed, "an open brace"),
        ("a\\", .malformed, "an open escape"),
        ("a\u{0}", .malformed, "a NUL"), (String(repeating: "{", count: 9), .tooDeep, "nine braces"),
    ])
    func refusing(_ pattern: String, _ error: GlobError, _ reason: String) {
        #expect(throws: error, "\(reason)") { try Glob(pattern) }
    }

    @Test func hostilePatternsTakeLinearTime() throws {
        let text = String(repeating: "a", count: 255)
        let start = ContinuousClock.now
        #expect(try !Glob(String(repeating: "a*", count: 500) + "b").matches(text))
        #expect(try !Glob(String(repeating: "{a,aa,}", count: 140) + "b").matches(text))
        #expect(start.duration(to: .now) < .seconds(300), "backtracking would take longer than the universe")
    }
}
