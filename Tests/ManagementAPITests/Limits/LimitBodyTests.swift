import HTTPServing
import HTTPTypes
import Immutability
import ManagementAPI
import OCI
import Quotas
import Testing

/// Bodies of the routes of quotas and of rules that keep tags.
@Suite struct LimitBodyTests {
    private struct NoObject: Error {}

    private static func body(_ text: String) throws -> JSONBody {
        guard let object = try JSONValue(parsing: Array(text.utf8)).object else { throw NoObject() }
        return JSONBody(object)
    }

    /// The status of the answer to what is thrown; nil if nothing is.
    private static func status(_ work: () throws -> Void) -> Int? {
        do {
            try work()
            return nil
        } catch let failure as HTTPFailure {
            return failure.status.code
        } catch let failure as any ManagementFailure {
            return failure.httpFailure.status.code
        } catch { return 0 }
    }

    @Test(
        arguments: [
            (#"{"hard":{"storage":-1}}"#, nil), (#"{"hard":{"storage":1}}"#, nil),
            (#"{"hard":{"storage":1125899906842624}}"#, nil),
            // Over 1,024 TiB, nothing at all, and other numbers that mean nothing.
            (#"{"hard":{"storage":1125899906842625}}"#, 400), (#"{"hard":{"storage":0}}"#, 400),
            (#"{"hard":{"storage":-2}}"#, 400), (#"{"hard":{"storage":99999999999999999999}}"#, 400),
            (#"{"hard":{"storage":1.5}}"#, 400), (#"{"hard":{"storage":"1"}}"#, 400),
            (#"{"hard":{"storage":null}}"#, 400), (#"{"hard":{"storage":true}}"#, 400),
            // Another resource, which Harbor had once.
            (#"{"hard":{"count":1}}"#, 400), (#"{"hard":{"count":1,"storage":1}}"#, 400),
            (#"{"hard":{}}"#, 400), (#"{"hard":null}"#, 400), (#"{"hard":[]}"#, 400), (#"{"hard":1}"#, 400),
            ("{}", 400),
        ] as [(String, Int?)])
    func limits(json: String, expected: Int?) throws {
        let body = try QuotaUpdateBody(Self.body(json))
        #expect(Self.status { _ = try body.limit() } == expected, "\(json)")
    }

    private static func rule(
        tags: String = #"[{"kind":"doublestar","decoration":"matches","pattern":"v*"}]"#,
        scopes: String = #"{"repository":[{"kind":"doublestar","decoration":"repoMatches","pattern":"**"}]}"#,
        more: String = ""
    ) -> String {
        #"{"tag_selectors":\#(tags),"scope_selectors":\#(scopes)\#(more)}"#
    }

    private static func tag(_ members: String) -> String { rule(tags: "[{\(members)}]") }

    @Test(
        arguments: [
            (rule(), nil), (tag(#""decoration":"excludes","pattern":"{a,b}""#), nil),
            (rule(more: #","id":7,"priority":0,"disabled":true,"params":{"x":1},"action":"immutable""#), nil),
            (rule(more: #","template":"immutable_template""#), nil),
            // What says nothing, or what no rule can say.
            ("{}", 400), (rule(tags: "[]"), 400), (rule(tags: "null"), 400), (rule(tags: "{}"), 400),
            (rule(tags: "[1]"), 400), (rule(scopes: "{}"), 400), (rule(scopes: "[]"), 400),
            (rule(scopes: #"{"repository":{}}"#), 400), (rule(scopes: #"{"project":[]}"#), 400),
            (tag(#""pattern":"v*""#), 400), (tag(#""decoration":"repoMatches","pattern":"v*""#), 400),
            (tag(#""decoration":"matches""#), 400), (tag(#""decoration":"matches","pattern":"""#), 400),
            (tag(#""decoration":"matches","pattern":"{a""#), 400),
            (tag(#""decoration":"matches","pattern":"[a""#), 400),
            (tag(#""decoration":"matches","pattern":"a\u0000""#), 400),
            (tag(#""decoration":"matches","pattern":7"#), 400),
            (tag(#""decoration":"matches","pattern":"a","kind":"regexp""#), 400),
            (tag(#""decoration":"matches","pattern":"a","extras":1"#), 400),
            (rule(more: #","action":"retain""#), 400), (rule(more: #","template":"other""#), 400),
            (rule(more: #","disabled":"no""#), 400), (rule(more: #","params":[]"#), 400),
            (rule(more: #","priority":"1""#), 400), (rule(more: #","id":"1""#), 400),
            // Out of bounds, by length, range and number.
            (tag(#""decoration":"matches","pattern":"\#(String(repeating: "a", count: 256))""#), 422),
            (tag(#""decoration":"matches","pattern":"\#(String(repeating: "漢", count: 86))""#), 400),
            (rule(more: #","priority":-1"#), 422), (rule(more: #","priority":2147483648"#), 422),
            (rule(tags: #"[{"decoration":"matches","pattern":"a"},{"decoration":"matches","pattern":"b"}]"#), 422),
        ] as [(String, Int?)])
    func rules(json: String, expected: Int?) throws {
        let body = try ImmutableRuleBody(Self.body(json))
        #expect(Self.status { _ = try body.content() } == expected, "\(json)")
    }

    @Test func changesWhatIsMentioned() throws {
        let known = try ImmutableRuleBody(Self.body(Self.rule(more: #","priority":3"#))).content()
        let disabled = try ImmutableRuleBody(Self.body(#"{"disabled":true}"#)).content(changing: known)
        #expect(disabled.isDisabled && disabled.tags == known.tags && disabled.priority == 3)
        let other = #"{"tag_selectors":[{"decoration":"excludes","pattern":"w"}]}"#
        let changed = try ImmutableRuleBody(Self.body(other)).content(changing: known)
        #expect(changed.tags.isExcluding && changed.tags.pattern.description == "w")
        #expect(changed.repositories == known.repositories && !changed.isDisabled)
    }
}
