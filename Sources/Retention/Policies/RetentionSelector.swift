package import OCI

/// Which repositories or tags a rule is about: those whose name a pattern matches, or all others.
package struct RetentionSelector: Sendable, Hashable {
    /// A pattern of one of the two kinds.
    package enum Pattern: Sendable, Hashable {
        case glob(Glob)
        case expression(RegularExpression)

        /// The pattern as it was written.
        package var text: String {
            switch self {
            case .glob(let glob): glob.description
            case .expression(let expression): expression.description
            }
        }

        /// Whether it is one of the patterns that most rules have.
        var takesEveryName: Bool {
            switch self {
            case .glob(let glob): glob.description == "**"
            case .expression(let expression): expression.description == ".*"
            }
        }
    }

    /// The longest pattern, in bytes.
    package static let maximumLength = 255

    package let pattern: Pattern
    /// Whether the names are meant that the pattern doesn't match.
    package let isExcluding: Bool
    /// Whether artifacts without any tag are meant too; without a word they are. Only of tags.
    package let includesUntagged: Bool
    private let takesEveryName: Bool

    package init(_ pattern: Pattern, isExcluding: Bool = false, includesUntagged: Bool = true) {
        self.pattern = pattern
        self.isExcluding = isExcluding
        self.includesUntagged = includesUntagged
        takesEveryName = !isExcluding && pattern.takesEveryName
    }

    /// Whether a name is one that is meant.
    package func selects(_ name: String) -> Bool {
        if takesEveryName { return true }
        return switch pattern {
        case .glob(let glob): glob.matches(name) != isExcluding
        case .expression(let expression): expression.matches(name) != isExcluding
        }
    }
}
