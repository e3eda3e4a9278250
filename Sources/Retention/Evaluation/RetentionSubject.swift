import Time

/// A tag or an artifact as rules see it.
///
/// Small, since a repository may have hundreds of thousands.
package struct RetentionSubject: Sendable, Hashable {
    /// A number that no other subject of the evaluation has; of two that are equally old the higher one is newer.
    package let id: Int64
    /// When it was pushed last, in microseconds since 1970.
    package let pushed: Int64
    /// When it was pulled last, in microseconds since 1970; `never` if it wasn't.
    package let pulled: Int64
    /// Which selectors select it, by their places in the evaluation.
    package let selected: SelectorSet

    /// The moment of a pull that never was.
    package static let never = Int64.min

    package init(id: Int64, pushed: Int64, pulled: Int64 = never, selected: SelectorSet) {
        self.id = id
        self.pushed = pushed
        self.pulled = pulled
        self.selected = selected
    }
}

/// Some of the selectors of an evaluation's rules: at most 60, fifteen rules with four each.
package struct SelectorSet: OptionSet, Sendable, Hashable {
    package let rawValue: UInt64

    package init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The set of one selector alone.
    init(place: Int) { rawValue = 1 << UInt64(place) }
}
