import Cron
import OCI
import Retention
import Testing

/// Policies in Harbor's form: read, written, and refused with the place of the mistake.
@Suite struct RetentionPolicyTests {
    private static let rule = """
        {"action":"retain","template":"latestPushedK","params":{"latestPushedK":5},
         "tag_selectors":[{"kind":"doublestar","decoration":"matches","pattern":"**"}],
         "scope_selectors":{"repository":[{"kind":"doublestar","decoration":"repoMatches","pattern":"**"}]}}
        """

    private static func policy(_ rules: String, more: String = "") -> String {
        #"{"algorithm":"or","rules":[\#(rules)],"scope":{"level":"project","ref":7}\#(more)}"#
    }

    private static func read(_ text: String) throws -> RetentionPolicy {
        let object = try JSONValue(parsing: Array(text.utf8)).object ?? [:]
        return try RetentionPolicy(json: object)
    }

    private static func changed(_ old: String, _ new: String) -> String {
        policy(rule.replacing(old, with: new))
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        let conditions =
            #""template":"anyOf","conditions":[{"template":"latestPushedK"},{"template":"lastXDays","params":{"lastXDays":3}}]"#
        let other = Self.rule
            .replacing(#""template":"latestPushedK","params":{"latestPushedK":5}"#, with: conditions)
            .replacing(
                #""doublestar","decoration":"matches","pattern":"**""#,
                with: #""regex","decoration":"excludes","pattern":"v\\d+","extras":"{\"untagged\":true}""#)
        let cron = #","trigger":{"kind":"Schedule","settings":{"cron":"0 0 3 * * *","catch_up":false}},"level":"tag""#
        let policy = try Self.read(Self.policy(Self.rule + "," + other, more: cron))
        #expect(policy.level == .tag && policy.rules.count == 2 && policy.cron?.text == "0 0 3 * * *")
        #expect(try !policy.catchesUp && Self.read(Self.policy(Self.rule)).catchesUp)
        #expect(policy.rules[0].conditions == [RetentionCondition(.latestPushed, 5)])
        #expect(
            policy.rules[1].conditions == [RetentionCondition(.latestPushed, 10), RetentionCondition(.activeWithin, 3)])
        #expect(policy.rules[1].tags[0].isExcluding && !policy.rules[1].tags[0].includesUntagged)
        let stored = StoredRetentionPolicy(id: 3, policy: policy)
        #expect(try RetentionPolicy(json: stored.json(nextRunAt: nil)) == policy)
        let rules = stored.json(nextRunAt: nil)["rules"]?.array
        #expect(rules?.compactMap { $0.object?["id"]?.integer } == [1, 2])
        #expect(rules?[0].object?["params"]?.object?["latestPushedK"] == 5)
    }

    @Test(arguments: [
        ("{}", "scope", "no project"), (#"{"rules":[],"scope":{"ref":0}}"#, "scope.ref", "no number of one"),
        (
            policy("", more: #","algorithm":"and""#).replacing(#""algorithm":"or","#, with: ""), "algorithm",
            "another algorithm"
        ),
        (policy("", more: #","level":"image""#), "level", "no level"), (policy("1"), "rules[0]", "a number"),
        (changed(#""latestPushedK","params""#, #""newest","params""#), "rules[0].template", "an unknown template"),
        (changed(#":5}"#, #":-1}"#), "rules[0].params.latestPushedK", "a negative number"),
        (changed(#":5}"#, #":32767}"#), "rules[0].params.latestPushedK", "too many"),
        (changed(#""latestPushedK":5"#, #""latest":5"#), "rules[0].params.latest", "a parameter of another name"),
        (changed(#""action":"retain""#, #""action":"delete""#), "rules[0].action", "another action"),
        (changed(#""repository":"#, #""project":"#), "rules[0].scope_selectors", "another scope"),
        (
            changed(#""decoration":"matches""#, #""decoration":"repoMatches""#), "rules[0].tag_selectors[0].decoration",
            "of repositories"
        ),
        (
            changed(#""decoration":"matches","pattern":"**""#, #""decoration":"matches","pattern":"[""#),
            "rules[0].tag_selectors[0].pattern", "an open class"
        ),
        (
            changed(
                #""doublestar","decoration":"matches","pattern":"**""#,
                #""regex","decoration":"matches","pattern":"v(1""#),
            "rules[0].tag_selectors[0].pattern in body is no pattern: the regular expression has a ( that isn't closed (at character 2)",
            "the place in the expression"
        ),
        (
            changed(#""pattern":"**"}],"#, #""pattern":"**","extras":"x"}],"#), "rules[0].tag_selectors[0].extras",
            "no JSON"
        ),
        (
            policy("", more: #","trigger":{"kind":"Schedule","settings":{"cron":"0 99 * * * *"}}"#), "minute",
            "the field of the expression"
        ),
        (
            policy("", more: #","trigger":{"kind":"Schedule","settings":{"cron":"* * * * * *"}}"#),
            "trigger.settings.cron", "each second"
        ),
        (
            policy("", more: #","trigger":{"kind":"Schedule","settings":{"cron":"0 0 0 30 2 *"}}"#), "never fires",
            "no such day"
        ),
        (
            policy("", more: #","trigger":{"settings":{"catch_up":"never"}}"#), "trigger.settings.catch_up",
            "neither true nor false"
        ),
        (policy("", more: #","trigger":{"kind":"Often"}"#), "trigger.kind", "another trigger"),
        (
            policy(
                rule.replacing(
                    #""template":"latestPushedK","params":{"latestPushedK":5}"#,
                    with: #""template":"allOf","conditions":[]"#)), "rules[0].conditions", "no conditions"
        ),
        (
            policy(
                rule.replacing(
                    #""template":"latestPushedK","params":{"latestPushedK":5}"#,
                    with: #""template":"allOf","conditions":[{"template":"anyOf"},{"template":"always"}]"#)),
            "rules[0].conditions[0].template", "conditions in conditions"
        ),
    ])
    func mistakesAreNamed(_ text: String, _ place: String, _ reason: String) {
        let error = #expect(throws: RetentionError.self, "\(reason)") { try Self.read(text) }
        #expect(error?.description.contains(place) == true, "\(reason): \(error?.description ?? "")")
    }

    @Test func thereAreFifteenRulesAtMostAndNoTwoAlike() throws {
        let rules = (0..<16).map { Self.rule.replacing(":5}", with: ":\($0)}") }
        #expect(try Self.read(Self.policy(rules.prefix(15).joined(separator: ","))).rules.count == 15)
        #expect(throws: RetentionError.self) { try Self.read(Self.policy(rules.joined(separator: ","))) }
        #expect(throws: RetentionError.duplicate(rule: 3, of: 1)) {
            try Self.read(Self.policy([rules[5], rules[6], rules[5]].joined(separator: ",")))
        }
    }
}
