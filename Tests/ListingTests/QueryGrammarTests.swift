import Listing
import Testing
import Time

@Suite struct QueryGrammarTests {
    @Test(arguments: [
        ("name=web", [FilterTerm(key: "name", condition: .exact(FilterValue("web")))]),
        ("name=~web", [FilterTerm(key: "name", condition: .fuzzy("web"))]),
        ("n=[1~5]", [FilterTerm(key: "n", condition: .range(FilterValue("1"), FilterValue("5")))]),
        ("n=[~5]", [FilterTerm(key: "n", condition: .range(nil, FilterValue("5")))]),
        ("n=[1~]", [FilterTerm(key: "n", condition: .range(FilterValue("1"), nil))]),
        ("n={1 2}", [FilterTerm(key: "n", condition: .anyOf([FilterValue("1"), FilterValue("2")]))]),
        ("n=(1 2)", [FilterTerm(key: "n", condition: .allOf([FilterValue("1"), FilterValue("2")]))]),
        (
            "Level=project,ProjectID=1",
            [
                FilterTerm(key: "Level", condition: .exact(FilterValue("project"))),
                FilterTerm(key: "ProjectID", condition: .exact(FilterValue("1"))),
            ]
        ),
        // Equals signs of a value belong to it.
        ("a=b=c", [FilterTerm(key: "a", condition: .exact(FilterValue("b=c")))]),
        // Commas in quotation marks and brackets separate nothing.
        (#"a="b,c""#, [FilterTerm(key: "a", condition: .exact(FilterValue(#""b,c""#)))]),
        // A backslash takes the meaning away.
        (#"a=\~b"#, [FilterTerm(key: "a", condition: .exact(FilterValue("~b")))]),
        (#"a=b\,c"#, [FilterTerm(key: "a", condition: .exact(FilterValue("b,c")))]),
        // Blanks around are not part of anything; empty terms are nothing.
        (" a = b ,", [FilterTerm(key: "a", condition: .exact(FilterValue("b")))]),
        ("", []),
    ])
    func reads(text: String, expected: [FilterTerm]) throws {
        #expect(try QueryGrammar.parse(text) == expected)
    }

    @Test(arguments: [
        "name", "name=", "=value", "n=[1", "n=[1~2~3]", "n=[~]", "n={}", "n=(", "n=~", "a=\u{0}b",
        String(repeating: "a", count: 5000) + "=1",
    ])
    func refuses(text: String) {
        #expect(throws: ListingError.self) { try QueryGrammar.parse(text) }
    }

    @Test(arguments: [
        ("12", 12 as Int64?, nil as Int64?),
        ("'12'", nil, nil),
        ("2026-01-02T03:04:05", nil, 1_767_323_045),
        ("2026-01-02 03:04:05", nil, 1_767_323_045),
        ("2026-01-02", nil, 1_767_312_000),
        ("1969-12-31", nil, -86_400),
        ("2026-13-02", nil, nil),
        ("2026-1-2", nil, nil),
        ("99999999999999999999", nil, nil),
    ])
    func values(text: String, integer: Int64?, seconds: Int64?) {
        let value = FilterValue(text)
        #expect(value.integer == integer)
        #expect(value.time == seconds.map { Timestamp(microseconds: $0 * 1_000_000) })
    }

    @Test(arguments: [(0, 10), (1, 101), (1, -1), (1_000_001, 10), (-1, 10)] as [(Int64, Int64)])
    func refusesPages(number: Int64, size: Int64) {
        #expect(throws: ListingError.self) { try Page(number: number, size: size) }
    }

    @Test func pages() throws {
        let page = try Page(number: 3, size: 20)
        #expect(page.offset == 40)
        #expect(page.limit == 20)
        // Harbor gives everything for the size 0.
        #expect(try Page(number: 1, size: 0).size == nil)
    }

    @Test func sortKeys() {
        #expect(
            SortKey.parse("name,-creation_time,") == [
                SortKey(key: "name", isDescending: false), SortKey(key: "creation_time", isDescending: true),
            ])
    }
}
