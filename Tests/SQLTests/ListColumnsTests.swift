import Listing
import RegistryTesting
import SQL
import Testing

@Suite struct ListColumnsTests {
    private static let columns = ListColumns(
        [
            "name": .text("name"), "project_id": .integer("project_id"), "public": .boolean("is_public"),
            "creation_time": .time("created_at"),
        ],
        ignored: ["owner_name"])

    private static func clause(_ query: String) throws -> SQL {
        .filter(by: try columns.conditions(for: QueryGrammar.parse(query), dialect: .sqlite))
    }

    @Test(arguments: [
        ("name=web", " WHERE name = $1", [SQLValue.text("web")]),
        ("ProjectID=7", " WHERE project_id = $1", [.integer(7)]),
        ("public=true", " WHERE is_public = $1", [.integer(1)]),
        ("project_id={1 2}", " WHERE project_id IN ($1, $2)", [.integer(1), .integer(2)]),
        ("creation_time=[2026-01-02~]", " WHERE created_at >= $1", [.integer(1_767_312_000_000_000)]),
        // A wildcard of LIKE in the client's text is text.
        ("name=~a_b%", #" WHERE name LIKE $1 ESCAPE '\'"#, [.text(#"%a\_b\%%"#)]),
        // A number may be a name.
        ("name=7", " WHERE name = $1", [.text("7")]),
        ("owner_name=x", "", []),
    ])
    func conditions(query: String, text: String, values: [SQLValue]) throws {
        let clause = try Self.clause(query)
        #expect(clause.text == text)
        #expect(clause.values == values)
    }

    @Test(arguments: ["nme=web", "project_id=x", "public=maybe", "creation_time=soon", "project_id=~1", "name=(a b)"])
    func refuses(query: String) {
        #expect(throws: ListingError.self) { try Self.clause(query) }
    }

    @Test func order() {
        let keys = SortKey.parse("-CreationTime,nothing,name")
        #expect(
            Self.columns.order(by: keys, default: "id DESC", tieBreak: "id").text
                == " ORDER BY created_at DESC, name, id")
        #expect(Self.columns.order(by: [], default: "name", tieBreak: "id").text == " ORDER BY name, id")
    }
}
