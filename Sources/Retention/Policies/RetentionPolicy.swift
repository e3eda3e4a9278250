package import Cron

/// What a project keeps, and when the rest is deleted.
///
/// Everything in a repository that a rule selects and that no rule keeps is to go; other repositories are left alone.
package struct RetentionPolicy: Sendable, Hashable {
    /// What stays or goes as a whole.
    package enum Level: String, Sendable, Hashable {
        /// An artifact with all its tags, as Harbor has it.
        case artifact
        /// Each tag by itself; an artifact goes with its last tag.
        case tag
    }

    /// Most rules of a policy.
    package static let mostRules = 15

    package let projectID: Int64
    package let level: Level
    /// The rules, which are called by their places, counted from 1.
    package let rules: [RetentionRule]
    /// When it runs by itself; nil: only when somebody asks for it.
    package let cron: CronExpression?
    /// Whether a run that was missed happens as soon as it can.
    package let catchesUp: Bool

    /// A policy; throws `RetentionError.invalid`, `.duplicate`.
    package init(
        projectID: Int64, level: Level = .artifact, rules: [RetentionRule], cron: CronExpression? = nil,
        catchesUp: Bool = true
    ) throws(RetentionError) {
        guard rules.count <= Self.mostRules else {
            throw .invalid("rules in body must be at most \(Self.mostRules), and are \(rules.count)")
        }
        var places: [RetentionRule: Int] = [:]
        for (index, rule) in rules.enumerated() {
            if let first = places.updateValue(index + 1, forKey: rule) {
                throw .duplicate(rule: index + 1, of: first)
            }
        }
        self.projectID = projectID
        self.level = level
        self.rules = rules
        self.cron = cron
        self.catchesUp = catchesUp
    }
}

/// A policy as it is stored.
package struct StoredRetentionPolicy: Sendable, Hashable {
    package let id: Int64
    package let policy: RetentionPolicy

    package init(id: Int64, policy: RetentionPolicy) {
        self.id = id
        self.policy = policy
    }
}
