/// What rules say of a tag or an artifact.
package enum RetentionVerdict: Sendable, Hashable {
    /// A rule keeps it: the first that does, and the first of its conditions that holds, by their places from 0.
    case kept(rule: Int, condition: Int)
    /// Rules are about it, and none keeps it.
    case notKept
    /// No rule is about it.
    case notSelected
}
