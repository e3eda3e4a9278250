import SQL

/// Of which entries of the audit log a list may be made.
package enum AuditScope: Sendable, Hashable {
    /// Of all, also those that belong to no project.
    case everything
    /// Of all projects, whichever there are.
    case everyProject
    /// Of those of these projects.
    case projects([Int64])

    /// Whether going through the log by project finds a page sooner than going through all of it.
    var isPath: Bool {
        if case .projects(let projects) = self { return projects.count <= AuditConditions.mostAlternatives }
        return false
    }

    /// What every entry has to satisfy, if the scope is no path.
    var required: [SQL] {
        switch self {
        case .everything: []
        case .everyProject: ["project_id > 0"]
        case .projects(let projects): isPath ? [] : ["project_id IN \(list: projects)"]
        }
    }

    /// Reads how many entries there are, as `total`.
    var keptTotal: SQL {
        let sum: SQL = "SELECT CAST(coalesce(sum(entries), 0) AS BIGINT) AS total FROM audit_count"
        switch self {
        case .everything: return sum
        case .everyProject: return "\(fragment: sum) WHERE project_id > 0"
        case .projects(let projects): return "\(fragment: sum) WHERE project_id IN \(list: projects)"
        }
    }
}
