import Access
import Testing

/// Harbor's role matrix, compared cell by cell with the table as Harbor's sources give it.
@Suite struct RoleMatrixTests {
    /// C create, R read, U update, D delete, L list, op operate.
    private static let table = """
        | project | R U D | R | R | R | R | R |
        | member | C R U D L | R L | R L | R L | – | – |
        | metadata | C R U D | R | – | – | – | – |
        | log | L | – | – | – | – | – |
        | label | C R U D L | C R U D L | R L | R L | – | R L |
        | quota | R | R | R | R | R | – |
        | repository | C R U D L pull push | C R U D L pull push | C R U L pull push | R L pull | R L pull | L pull |
        | tag-retention | C R U D L op | C R U D L op | C R U D L op | – | – | – |
        | immutable-tag | C U D L | C U D L | – | – | – | – |
        | configuration | R U | R | R | R | R | – |
        | robot | C R U D L | R L | R L | R L | – | – |
        | notification-policy | C R U D L | R L | – | – | – | – |
        | scan | C R stop | C R stop | R | R | R | R |
        | sbom | C R stop | C R stop | R | R | R | – |
        | scanner | C R | R | R | R | R | R |
        | artifact | C R D L | C R D L | C R L | R L | R L | R L |
        | artifact-addition | R | R | R | R | R | R |
        | tag | C D L | C D L | C L | L | L | L |
        | accessory | L | L | L | L | L | L |
        | artifact-label | C D | C D | C D | – | – | – |
        | preheat-policy | C R U D L | – | – | – | – | – |
        | export-cve | C R L | C R L | C R L | – | – | – |
        """

    private static let words = [
        "C": "create", "R": "read", "U": "update", "D": "delete", "L": "list", "op": "operate",
    ]

    /// The column's permissions; the first column, the resource, is number 0.
    private static func permissions(column: Int) -> Set<Permission> {
        var found: Set<Permission> = []
        for line in table.split(separator: "\n") {
            let cells = line.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
            for word in cells[column] where word != "–" { found.insert(Permission(cells[0][0], words[word] ?? word)) }
        }
        return found
    }

    @Test(arguments: [
        (ProjectRole.projectAdmin, 1, 75), (.maintainer, 2, 53), (.developer, 3, 36), (.guest, 4, 20),
        (.limitedGuest, 5, 14),
    ])
    func aRoleHasWhatHarborGivesIt(_ role: ProjectRole, column: Int, count: Int) {
        #expect(role.permissions == Self.permissions(column: column))
        #expect(role.permissions.count == count)
    }

    @Test func aVisitorHasWhatHarborGivesIt() {
        #expect(RoleMatrix.harbor.visitor == Self.permissions(column: 6))
        #expect(RoleMatrix.harbor.visitor.count == 12)
    }

    @Test(arguments: [
        (ProjectRole.projectAdmin, Permission("immutable-tag", "read"), "Harbor forgot it"),
        (.projectAdmin, Permission("metadata", "list"), "Harbor forgot it"),
        (.maintainer, Permission("member", "create"), "only project administrators manage members"),
        (.maintainer, Permission("log", "list"), "only project administrators see the log"),
        (.developer, .artifactDelete, "developers push and don't delete"),
        (.guest, .repositoryPush, "guests only pull"),
        (.limitedGuest, Permission("member", "list"), "limited guests don't see each other"),
    ])
    func aRoleLacksWhatItIsKnownToLack(_ role: ProjectRole, _ permission: Permission, reason: String) {
        #expect(!role.permissions.contains(permission), "\(reason)")
    }

    @Test func numbersAndNamesAreHarbors() {
        let numbers = [1: "projectAdmin", 2: "developer", 3: "guest", 4: "maintainer", 5: "limitedGuest"]
        #expect(ProjectRole.allCases.count == numbers.count)
        for (number, name) in numbers {
            #expect(ProjectRole(rawValue: number)?.name == name)
            #expect(ProjectRole(name: name.uppercased())?.rawValue == number)
        }
        #expect(ProjectRole(name: "owner") == nil)
    }
}
