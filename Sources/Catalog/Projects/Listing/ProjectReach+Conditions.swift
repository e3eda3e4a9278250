import Access
import SQL

extension ProjectReach {
    /// The condition that the project `p` is one of which the caller sees something; nil if that is every one.
    var projectCondition: SQL? {
        if seesEveryProject { return nil }
        return Self.condition(isPublic: includesPublic, projects: seenProjects)
    }

    /// The condition that the caller sees all of the project `p`; nil if that is every one.
    var wholeProjectCondition: SQL? {
        if isEverywhere { return nil }
        return Self.condition(isPublic: includesPublic, projects: projects.sorted())
    }

    /// The condition that the caller has a role in the project `p`, or that it has none.
    func membershipCondition(_ isMember: Bool) -> SQL {
        guard !roles.isEmpty else { return isMember ? "FALSE" : "TRUE" }
        let projects: SQL = "p.id IN \(list: roles.keys.sorted())"
        return isMember ? projects : "NOT \(fragment: projects)"
    }

    private static func condition(isPublic: Bool, projects: [Int64]) -> SQL {
        switch (isPublic, projects.isEmpty) {
        case (true, true): "p.is_public"
        case (true, false): "(p.is_public OR p.id IN \(list: projects))"
        case (false, true): "FALSE"
        case (false, false): "p.id IN \(list: projects)"
        }
    }
}
