/// What is kept of some repositories.
package struct RetentionRule: Sendable, Hashable {
    /// How the conditions of a rule count together.
    package enum Combination: String, Sendable, Hashable {
        /// There is one condition.
        case single
        /// What any of them keeps is kept.
        case any = "anyOf"
        /// What all of them keep is kept.
        case all = "allOf"
    }

    /// Most conditions of a rule, and most selectors of either kind.
    package static let mostConditions = 5
    package static let mostSelectors = 4

    package let combination: Combination
    /// One condition, or two to five of them.
    package let conditions: [RetentionCondition]
    /// About the repository's name without its project; all of them have to select it.
    package let repositories: [RetentionSelector]
    /// All of them have to select a tag, or each of them some tag of an artifact.
    package let tags: [RetentionSelector]
    /// A disabled rule neither keeps nor selects anything.
    package let isDisabled: Bool
    /// A number that clients keep here; it means nothing to the registry.
    package let priority: Int64

    package init(
        _ conditions: [RetentionCondition], combination: Combination = .single, repositories: [RetentionSelector],
        tags: [RetentionSelector], isDisabled: Bool = false, priority: Int64 = 0
    ) {
        self.combination = conditions.count == 1 ? .single : combination
        self.conditions = conditions
        self.repositories = repositories
        self.tags = tags
        self.isDisabled = isDisabled
        self.priority = priority
    }

    /// Whether the rule is about a repository, named without its project.
    package func selects(repository path: String) -> Bool {
        !isDisabled && repositories.allSatisfy { $0.selects(path) }
    }
}
