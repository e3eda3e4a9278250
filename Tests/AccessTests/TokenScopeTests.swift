import Access
import RegistryTesting
import Testing

@Suite struct TokenScopeTests {
    @Test(arguments: [
        ("repository:team/app:pull", "repository", "team/app", ["pull"], "the usual form"),
        ("repository:team/app:pull,push", "repository", "team/app", ["pull", "push"], "several actions"),
        ("repository:host:5000/team/app:pull", "repository", "host:5000/team/app", ["pull"], "a colon in the name"),
        ("repository(plugin):team/app:pull", "repository", "team/app", ["pull"], "a class in parentheses"),
        ("registry:catalog:*", "registry", "catalog", ["*"], "the catalog"),
        ("repository:team/app:", "repository", "team/app", [], "no action"),
        ("repository:team/app:,pull,,", "repository", "team/app", ["pull"], "empty actions are none"),
    ])
    func wellFormed(_ text: String, type: String, name: String, actions: [String], reason: String) throws {
        let scope = try #require(TokenScope(text), "\(reason)")
        #expect(scope == TokenScope(type: type, name: name, actions: actions), "\(reason)")
    }

    @Test(arguments: [
        ("", "nothing"), ("repository", "no colon"), ("repository:pull", "one colon"), ("::", "nothing between"),
        (":team/app:pull", "no type"), ("repository::pull", "no name"), ("(plugin):team/app:pull", "only a class"),
        ("repository:" + String(repeating: "a", count: 400) + ":pull", "longer than 400 bytes"),
    ])
    func malformed(_ text: String, reason: String) {
        #expect(TokenScope(text) == nil, "\(reason)")
    }

    @Test func parametersMayRepeatAndHoldSeveral() {
        let scopes = TokenScope.parse(["repository:a/b:pull repository:c/d:push", "broken", "  registry:catalog:* "])
        #expect(scopes.map(\.description) == ["repository:a/b:pull", "repository:c/d:push", "registry:catalog:*"])
    }

    @Test func atMostAHundredAreRead() {
        let many = (0..<500).map { "repository:a/b\($0):pull" }
        #expect(TokenScope.parse([many.joined(separator: " ")]).count == 20)
        #expect(TokenScope.parse(many).count == 20)
    }

    @Test func randomScopesAreReadAsWritten() {
        let pieces = ["repository", "registry", ":", "::", ",", "pull", "*", "a/b", "(", ")", " ", "é", "\u{0}", "\n"]
        var generator = SeededGenerator(for: "scopes")
        var read = 0
        for _ in 0..<5000 {
            let text = (0..<generator.index(below: 9)).map { _ in pieces[generator.index(below: pieces.count)] }
                .joined()
            guard let scope = TokenScope(text) else { continue }
            read += 1
            #expect(!scope.type.isEmpty && !scope.type.contains(":") && !scope.type.contains("("), "\(text)")
            #expect(!scope.name.isEmpty, "\(text)")
            #expect(scope.actions.allSatisfy { !$0.isEmpty && !$0.contains(",") && !$0.contains(":") }, "\(text)")
            #expect(TokenScope(scope.description) == scope, "\(text)")
        }
        #expect(read > 100)
    }
}
