import SQL

/// What a rule says: which tags, once they exist, may be neither moved nor deleted.
package struct ImmutableRuleContent: Sendable, Hashable {
    /// About a repository's name without its project.
    package var repositories: RuleSelector
    package var tags: RuleSelector
    /// A disabled rule keeps nobody from anything.
    package var isDisabled: Bool
    /// A number that clients keep here; it means nothing to the registry.
    package var priority: Int64

    package init(repositories: RuleSelector, tags: RuleSelector, isDisabled: Bool = false, priority: Int64 = 0) {
        self.repositories = repositories
        self.tags = tags
        self.isDisabled = isDisabled
        self.priority = priority
    }
}

/// A rule of a project.
package struct ImmutableRule: Sendable, Hashable {
    package let id: Int64
    package let content: ImmutableRuleContent

    init(row: Row) throws {
        id = try row.int64("id")
        content = ImmutableRuleContent(
            repositories: try RuleSelector(
                pattern: row.text("repository_pattern"), isExcluding: row.bool("excludes_repositories")),
            tags: try RuleSelector(pattern: row.text("tag_pattern"), isExcluding: row.bool("excludes_tags")),
            isDisabled: try row.bool("is_disabled"), priority: try row.int64("priority"))
    }
}

extension [ImmutableRule] {
    /// Of some tags of a repository, named without its project, those that an enabled rule keeps as they are.
    func immutable(_ tags: [String], repositoryPath: String) -> Set<String> {
        let relevant = filter { !$0.content.isDisabled && $0.content.repositories.selects(repositoryPath) }
        guard !relevant.isEmpty else { return [] }
        return Set(tags.filter { tag in relevant.contains { $0.content.tags.selects(tag) } })
    }
}
