import OCI
import Retention
import Testing

/// What rules keep of some tags, as a table: a tag a line, pushed and pulled so many days ago.
@Suite struct RetentionEvaluationTests {
    private static let day: Int64 = 86_400_000_000
    private static let now = 1000 * day
    /// Name, days since the push, days since the pull (nil: never).
    private static let tags: [(name: String, pushed: Int64, pulled: Int64?)] = [
        ("v1", 40, 1), ("v2", 30, nil), ("v3", 20, 25), ("dev-1", 10, nil), ("dev-2", 5, 2), ("dev-3", 1, nil),
    ]

    private static func rule(
        _ conditions: [RetentionCondition], _ combination: RetentionRule.Combination = .any, tags: String = "**",
        excluding: Bool = false
    ) throws -> RetentionRule {
        RetentionRule(
            conditions, combination: combination, repositories: [RetentionSelector(.glob(try Glob("**")))],
            tags: [RetentionSelector(.glob(try Glob(tags)), isExcluding: excluding)])
    }

    private static func kept(by rules: [RetentionRule]) -> [String] {
        let selection = TagSelection(rules: rules)
        let subjects = tags.enumerated().map { number, tag in
            RetentionSubject(
                id: Int64(number + 1), pushed: now - tag.pushed * day,
                pulled: tag.pulled.map { now - $0 * day } ?? RetentionSubject.never,
                selected: selection.selecting(tag.name))
        }
        let evaluation = RetentionEvaluation(rules: rules, selection: selection, now: now, subjects: subjects)
        return zip(tags, subjects).compactMap { tag, subject in
            if case .kept = evaluation.verdict(of: subject) { tag.name } else { nil }
        }
    }

    @Test(
        arguments: [
            (.latestPushed, 2, ["dev-2", "dev-3"], "the newest by push"),
            (.latestPushed, 0, [], "none of them"), (.latestPushed, 99, tags.map(\.name), "more than there are"),
            (.latestPulled, 2, ["v1", "dev-2"], "the newest by pull"),
            (.latestPulled, 4, ["v1", "v3", "dev-2", "dev-3"], "what was never pulled comes last, the newest first"),
            (.latestActive, 3, ["v1", "dev-2", "dev-3"], "by whatever came last"),
            (.pushedWithin, 20, ["v3", "dev-1", "dev-2", "dev-3"], "to the very moment"),
            (.pushedWithin, 0, [], "of no day at all"),
            (.pulledWithin, 3, ["v1", "dev-2"], "never pulled isn't within any days"),
            (.pulledWithin, 36_500, ["v1", "v3", "dev-2"], "not even a hundred years"),
            (.activeWithin, 5, ["dev-2", "dev-3"], "Harbor's lastXDays is about pushes"),
            (.always, 0, tags.map(\.name), "everything"), (.nothing, 0, [], "nothing"),
        ] as [(RetentionTemplate, Int64, [String], String)])
    func templates(_ template: RetentionTemplate, _ number: Int64, _ expected: [String], _ reason: String) throws {
        let rule = try Self.rule([RetentionCondition(template, number)])
        #expect(Self.kept(by: [rule]) == expected, "\(reason)")
    }

    @Test func countsAreOfWhatTheRuleIsAbout() throws {
        let newest = [RetentionCondition(.latestPushed, 1)]
        #expect(Self.kept(by: [try Self.rule(newest, tags: "v*")]) == ["v3"])
        #expect(Self.kept(by: [try Self.rule(newest, tags: "v*", excluding: true)]) == ["dev-3"])
        #expect(
            Self.kept(by: [try Self.rule(newest, tags: "v*"), try Self.rule(newest, tags: "dev-*")]) == [
                "v3", "dev-3",
            ],
            "what any rule keeps is kept")
    }

    @Test func conditionsAreCombined() throws {
        let newest = RetentionCondition(.latestPushed, 3)
        let young = RetentionCondition(.pushedWithin, 5)
        let pulled = RetentionCondition(.pulledWithin, 2)
        #expect(Self.kept(by: [try Self.rule([newest, pulled], .any)]) == ["v1", "dev-1", "dev-2", "dev-3"])
        #expect(Self.kept(by: [try Self.rule([newest, pulled], .all)]) == ["dev-2"])
        #expect(Self.kept(by: [try Self.rule([newest, young], .all)]) == ["dev-2", "dev-3"])
        #expect(
            Self.kept(by: [try Self.rule([RetentionCondition(.latestPushed, 1), young], .any)]) == ["dev-2", "dev-3"],
            "at least one, and all that are young")
    }

    @Test func verdictsTellTheFirstRuleAndCondition() throws {
        let rules = [
            try Self.rule([RetentionCondition(.nothing), RetentionCondition(.latestPushed, 1)], .any, tags: "v*"),
            try Self.rule([RetentionCondition(.always)], tags: "{v,dev-}3"),
        ]
        let selection = TagSelection(rules: rules)
        let subjects = ["v2", "v3", "dev-3", "other"].enumerated().map { number, name in
            RetentionSubject(id: Int64(number), pushed: Int64(number), selected: selection.selecting(name))
        }
        let evaluation = RetentionEvaluation(rules: rules, selection: selection, now: 0, subjects: subjects)
        #expect(
            subjects.map(evaluation.verdict) == [
                .notKept, .kept(rule: 0, condition: 1), .kept(rule: 1, condition: 0), .notSelected,
            ])
    }

    /// Of equally old ones the later number counts as newer: the decision never depends on the order of reading.
    @Test func tiesAreBroken() throws {
        let rules = [try Self.rule([RetentionCondition(.latestPushed, 2)])]
        let selection = TagSelection(rules: rules)
        let subjects = [3, 1, 4, 2].map {
            RetentionSubject(id: $0, pushed: 7, selected: selection.selecting("x"))
        }
        let evaluation = RetentionEvaluation(rules: rules, selection: selection, now: 0, subjects: subjects)
        #expect(subjects.filter { evaluation.verdict(of: $0) != .notKept }.map(\.id).sorted() == [3, 4])
    }

    @Test func untaggedArtifactsAreSelectedAsTold() throws {
        func untagged(_ selector: RetentionSelector) -> Bool {
            let rule = RetentionRule([RetentionCondition(.always)], repositories: [], tags: [selector])
            let selection = TagSelection(rules: [rule])
            return selection.untagged.isSuperset(of: selection.ofRules[0])
        }
        let all = RetentionSelector.Pattern.glob(try Glob("**"))
        #expect(untagged(RetentionSelector(all)), "without a word they are")
        #expect(!untagged(RetentionSelector(all, includesUntagged: false)))
    }
}
