import Catalog
import Listing
import OCI
import RegistryTesting
import SQL
import Testing

@Suite struct LabelTests {
    @Test func labelsAreChecked() throws {
        let cases: [(name: String, description: String, color: String, failure: LabelError?, reason: String)] = [
            ("bug", "", "", nil, "a name is enough"),
            ("Ünicode 🐳", "lines", "#0065AB", nil, "any characters"),
            (String(repeating: "x", count: 128), "", "#abc", nil, "the longest name"),
            (String(repeating: "x", count: 129), "", "", .invalidName, "too long"),
            ("", "", "", .invalidName, "no name"),
            (" bug", "", "", .invalidName, "a blank before it"),
            ("b\u{0}g", "", "", .invalidName, "a NUL, which PostgreSQL refuses"),
            ("bug", "a\nb", "", .invalidDescription, "control characters"),
            ("bug", String(repeating: "x", count: 1025), "", .invalidDescription, "too long"),
            ("bug", "", "red", .invalidColor, "a colour's name"),
            ("bug", "", "#12345", .invalidColor, "five digits"),
            ("bug", "", "#<svg>", .invalidColor, "no digits"),
        ]
        for (name, description, color, failure, reason) in cases {
            if let failure {
                #expect(throws: failure, "\(reason)") {
                    try LabelContent(name: name, description: description, color: color)
                }
            } else {
                #expect(try LabelContent(name: name, description: description, color: color).name == name, "\(reason)")
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func namesAreUniqueInTheirScope(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let labels = registry.labels
            let team = try await registry.makeProject("team")
            let other = try await registry.makeProject("other")
            let bug = try LabelContent(name: "bug", description: "broken", color: "#FF0000")
            var ids: [Int64] = []
            for project in [nil, team.id, other.id] {
                ids.append(try await labels.create(bug, projectID: project))
                await #expect(throws: LabelError.nameTaken("bug")) { try await labels.create(bug, projectID: project) }
            }
            #expect(Set(ids).count == 3)
            await #expect(throws: LabelError.unknownProject) { try await labels.create(bug, projectID: 4711) }
            let second = try await labels.create(
                LabelContent(name: "later", description: "", color: ""), projectID: team.id)
            await #expect(throws: LabelError.nameTaken("bug")) { try await labels.update(second, to: bug) }
            try await labels.update(second, to: LabelContent(name: "Bug", description: "x", color: "#000"))
            let listed = try await labels.list(ListRequest(), projectID: team.id)
            #expect(listed.elements.map(\.content.name) == ["Bug", "bug"] && listed.total == 2)
            let filters = [FilterTerm(key: "name", condition: .fuzzy("BUG"))]
            #expect(try await labels.list(ListRequest(filters: filters), projectID: nil).total == 1)
            await #expect(throws: LabelError.unknown(4711)) { try await labels.delete(4711) }
            try await registry.projects.delete(named: "team")
            #expect(try await labels.find(second) == nil, "labels go with their project")
            #expect(try await labels.find(ids[0])?.projectID == nil)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aDeletedLabelComesOffEverything(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let repository = try await registry.makeRepository("team/app")
            _ = try await registry.pushImage(1, to: repository)
            let id = try await registry.labels.create(
                LabelContent(name: "bug", description: "", color: ""), projectID: nil)
            try await registry.database.write { connection in
                _ = try connection.execute(
                    "INSERT INTO artifact_label (artifact_id, label_id) SELECT id, \(id) FROM artifact")
            }
            #expect(try await registry.number("SELECT count(*) AS n FROM artifact_label") == 1)
            try await registry.labels.delete(id)
            #expect(try await registry.number("SELECT count(*) AS n FROM artifact_label") == 0)
        }
    }
}
