/// The permissions that robots and roles may be given.
package enum PermissionVocabulary {
    /// What robots of the system may be given outside of projects, in Harbor's order.
    package static let system = permissions(of: [
        ("audit-log", "list"), ("preheat-instance", "read create delete list update"), ("project", "list create"),
        ("replication-policy", "read create delete list update"), ("replication", "read create list"),
        ("replication-adapter", "list"), ("registry", "read create delete list update"),
        ("scan-all", "read update stop create"), ("system-volumes", "read"),
        ("garbage-collection", "read create list update stop"), ("purge-audit", "read create list update stop"),
        ("jobservice-monitor", "list stop"), ("scanner", "read create delete list update"),
        ("label", "read create delete update"), ("security-hub", "read list"), ("catalog", "read"),
        ("quota", "read list"), ("robot", "create read list delete"), ("user", "create read update list delete"),
        ("ldap-user", "create list"), ("user-group", "create read update list delete"), ("quota", "update"),
    ])

    /// What robots may be given in projects, in Harbor's order.
    package static let project = permissions(of: [
        ("log", "list"), ("project", "read delete update"), ("metadata", "read create delete list update"),
        ("repository", "read update delete list pull push"), ("artifact", "read create list delete"),
        ("scan", "create read stop"), ("sbom", "create stop read"), ("tag", "create list delete"),
        ("accessory", "list"), ("artifact-addition", "read"), ("artifact-label", "create delete"),
        ("scanner", "create read"), ("preheat-policy", "read create delete list update"),
        ("immutable-tag", "create delete list update"), ("notification-policy", "read create delete list update"),
        ("tag-retention", "read create delete list update"), ("label", "read create delete list update"),
        ("quota", "read"), ("robot", "create read list delete"), ("export-cve", "create read"),
        ("member", "create read update list delete"),
    ])

    /// What custom roles may be given: what robots may, and what Harbor's five roles have beside it.
    package static let roles = project + RoleMatrix.harbor.order.filter { !Set(project).contains($0) }

    /// The permissions that are asked about when somebody wants to know all of them in the system, in Harbor's order.
    package static let administrators = permissions(of: [
        ("catalog", "read"), ("audit-log", "list"), ("project", "create read update delete list"),
        ("user", "create read update delete list"), ("user-group", "create read update delete list"),
        ("registry", "create read update delete list"), ("replication", "create read update list delete"),
        ("distribution", "create read update delete list"), ("garbage-collection", "create read update delete list"),
        ("scan-all", "create read update delete list stop"), ("system-volumes", "read"),
        ("ldap-user", "create list"), ("configuration", "read update"), ("jobservice-monitor", "read list stop"),
        ("security-hub", "read list"),
    ])

    private static func permissions(of rows: [(resource: String, actions: String)]) -> [Permission] {
        rows.flatMap { row in row.actions.split(separator: " ").map { Permission(row.resource, String($0)) } }
    }
}
