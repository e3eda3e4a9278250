/// Who may do what in a project: Harbor's role matrix as data.
package struct RoleMatrix: Sendable {
    /// What each role may do.
    package let permissions: [ProjectRole: Set<Permission>]
    /// What anybody may do in a public project, signed in or not.
    package let visitor: Set<Permission>
    /// All permissions of all roles, each once, in the matrix's order.
    package let order: [Permission]

    /// Harbor's matrix (`src/common/rbac/project`): 75, 53, 36, 20 and 14 permissions, and 12 for visitors.
    package static let harbor = RoleMatrix(rows: harborRows)

    /// The columns of `harborRows`: what each role may do with a resource. C create, R read, U update, D delete,
    /// L list; other actions are written out.
    private static let harborRows: [[String]] = [
        // resource, projectAdmin, maintainer, developer, guest, limitedGuest, visitor
        ["project", "RUD", "R", "R", "R", "R", "R"],
        ["member", "CRUDL", "RL", "RL", "RL", "", ""],
        ["metadata", "CRUD", "R", "", "", "", ""],
        ["log", "L", "", "", "", "", ""],
        ["label", "CRUDL", "CRUDL", "RL", "RL", "", "RL"],
        ["quota", "R", "R", "R", "R", "R", ""],
        ["repository", "CRUDL pull push", "CRUDL pull push", "CRUL pull push", "RL pull", "RL pull", "L pull"],
        ["tag-retention", "CRUDL operate", "CRUDL operate", "CRUDL operate", "", "", ""],
        ["immutable-tag", "CUDL", "CUDL", "", "", "", ""],
        ["configuration", "RU", "R", "R", "R", "R", ""],
        ["robot", "CRUDL", "RL", "RL", "RL", "", ""],
        ["notification-policy", "CRUDL", "RL", "", "", "", ""],
        ["scan", "CR stop", "CR stop", "R", "R", "R", "R"],
        ["sbom", "CR stop", "CR stop", "R", "R", "R", ""],
        ["scanner", "CR", "R", "R", "R", "R", "R"],
        ["artifact", "CRDL", "CRDL", "CRL", "RL", "RL", "RL"],
        ["artifact-addition", "R", "R", "R", "R", "R", "R"],
        ["tag", "CDL", "CDL", "CL", "L", "L", "L"],
        ["accessory", "L", "L", "L", "L", "L", "L"],
        ["artifact-label", "CD", "CD", "CD", "", "", ""],
        ["preheat-policy", "CRUDL", "", "", "", "", ""],
        ["export-cve", "CRL", "CRL", "CRL", "", "", ""],
    ]

    private static let columns: [ProjectRole] = [.projectAdmin, .maintainer, .developer, .guest, .limitedGuest]

    private init(rows: [[String]]) {
        var permissions: [ProjectRole: Set<Permission>] = [:]
        var visitor: Set<Permission> = []
        var order: [Permission] = []
        for row in rows {
            for (role, cell) in zip(Self.columns, row.dropFirst()) {
                let granted = Self.permissions(of: row[0], cell: cell)
                permissions[role, default: []].formUnion(granted)
                order += granted.filter { !order.contains($0) }
            }
            visitor.formUnion(Self.permissions(of: row[0], cell: row[6]))
        }
        self.permissions = permissions
        self.visitor = visitor
        self.order = order
    }

    private static func permissions(of resource: String, cell: String) -> [Permission] {
        let letters: [Character: String] = ["C": "create", "R": "read", "U": "update", "D": "delete", "L": "list"]
        return cell.split(separator: " ").flatMap { word -> [Permission] in
            let isLetters = word.allSatisfy { letters[$0] != nil }
            let actions = isLetters ? word.compactMap { letters[$0] } : [String(word)]
            return actions.map { Permission(resource, $0) }
        }
    }
}
