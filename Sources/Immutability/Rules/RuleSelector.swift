package import OCI

/// Which names a rule is about: those that a pattern matches, or all others.
package struct RuleSelector: Sendable, Hashable {
    /// The longest pattern, in bytes: every push tries every pattern of its project.
    package static let maximumLength = 255

    package let pattern: Glob
    /// Whether the names are meant that the pattern doesn't match.
    package let isExcluding: Bool

    /// Reads a pattern; throws `ImmutabilityError.invalidPattern`.
    package init(pattern: String, isExcluding: Bool) throws(ImmutabilityError) {
        guard pattern.utf8.count <= Self.maximumLength else {
            throw .invalidPattern("a pattern has at most \(Self.maximumLength) bytes")
        }
        do throws(GlobError) {
            self.pattern = try Glob(pattern)
        } catch { throw .invalidPattern(error.description) }
        self.isExcluding = isExcluding
    }

    /// Whether the name is one that is meant.
    package func selects(_ name: String) -> Bool { pattern.matches(name) != isExcluding }
}
