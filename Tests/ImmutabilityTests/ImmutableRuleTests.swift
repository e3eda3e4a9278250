import Catalog
import Immutability
import Listing
import RegistryTesting
import Testing

/// Which tags a rule is about.
@Suite struct ImmutableRuleTests {
    @Test func patternsAreChecked() {
        let long = String(repeating: "a", count: RuleSelector.maximumLength)
        let cases: [(String, Bool, String)] = [
            ("**", true, "everything"), ("v{1,2}.*", true, "alternatives"), ("[a-z]?", true, "a class"),
            (long, true, "the longest"), (long + "a", false, "too long"), ("", false, "empty"),
            ("{a", false, "an open brace"), ("[a", false, "an open bracket"), ("a\u{0}b", false, "a NUL"),
            ("a\nb", false, "a control character"),
        ]
        for (pattern, isValid, reason) in cases {
            let selector = try? RuleSelector(pattern: pattern, isExcluding: false)
            #expect((selector != nil) == isValid, "\(pattern): \(reason)")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func selectsTags(_ kind: DatabaseKind) async throws {
        let cases: [(repository: (String, Bool), tag: (String, Bool), path: String, kept: [String], reason: String)] = [
            (("**", false), ("**", false), "a/b", ["1.0", "1.1", "latest"], "everything"),
            (("**", false), ("latest", true), "a", ["1.0", "1.1"], "all but one"),
            (("{a,b}", false), ("1.*", false), "b", ["1.0", "1.1"], "one of two repositories"),
            (("{a,b}", false), ("1.*", false), "c", [], "another repository"),
            (("a*", true), ("**", false), "abc", [], "a repository that is excluded"),
            (("a*", true), ("**", false), "b", ["1.0", "1.1", "latest"], "one that isn't"),
            (("*", false), ("**", false), "a/b", [], "a star stays within a component"),
            (("team/a", false), ("**", false), "a", [], "the project's name isn't part of it"),
            (("**", false), ("LATEST", false), "a", [], "upper and lower case differ"),
        ]
        try await RegistryFixture.with(kind) { registry in
            for (number, item) in cases.enumerated() {
                let project = try await registry.makeProject("p\(number)")
                let rule = ImmutableRuleContent(
                    repositories: try .init(pattern: item.repository.0, isExcluding: item.repository.1),
                    tags: try .init(pattern: item.tag.0, isExcluding: item.tag.1))
                let service = registry.immutability
                let id = try await service.create(rule, projectID: project.id, projectName: project.name)
                func kept() async throws -> Set<String> {
                    try await service.immutableTags(
                        projectID: project.id, repositoryPath: item.path, tags: ["1.0", "1.1", "latest"])
                }
                #expect(try await kept() == Set(item.kept), "\(item.reason)")
                var disabled = rule
                disabled.isDisabled = true
                try await service.update(id, to: disabled, projectID: project.id, projectName: project.name)
                #expect(try await kept().isEmpty, "\(item.reason), but disabled")
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func rulesAreLookedAfter(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let (here, there) = (try await registry.makeProject("here"), try await registry.makeProject("there"))
            let service = registry.immutability
            func rule(_ tag: String) throws -> ImmutableRuleContent {
                ImmutableRuleContent(
                    repositories: try .init(pattern: "**", isExcluding: false),
                    tags: try .init(pattern: tag, isExcluding: false), priority: 7)
            }
            func make(_ tag: String, in project: Int64, _ name: String) async throws -> Int64 {
                try await service.create(rule(tag), projectID: project, projectName: name)
            }
            let first = try await make("a", in: here.id, "here")
            let second = try await make("b", in: here.id, "here")
            _ = try await make("a", in: there.id, "there")
            await #expect(throws: ImmutabilityError.identical) { try await make("a", in: here.id, "here") }
            await #expect(throws: ImmutabilityError.identical) {
                try await service.update(second, to: rule("a"), projectID: here.id, projectName: "here")
            }
            await #expect(throws: ImmutabilityError.unknown(first)) {
                try await service.update(first, to: rule("c"), projectID: there.id, projectName: "there")
            }
            await #expect(throws: ImmutabilityError.unknown(first)) {
                try await service.delete(first, projectID: there.id, projectName: "there")
            }
            await #expect(throws: ImmutabilityError.projectGone) { try await make("a", in: 999, "gone") }
            let listed = try await service.list(.init(sort: SortKey.parse("-id")), projectID: here.id)
            #expect(listed.elements.map(\.id) == [second, first] && listed.total == 2)
            #expect(listed.elements.last?.content == (try rule("a")))
            try await service.delete(first, projectID: here.id, projectName: "here")
            _ = try await make("a", in: here.id, "here")
            for number in 2..<ImmutabilityService.maximumRules { _ = try await make("n\(number)", in: here.id, "here") }
            await #expect(throws: ImmutabilityError.tooMany(limit: ImmutabilityService.maximumRules)) {
                try await make("more", in: here.id, "here")
            }
        }
    }
}
