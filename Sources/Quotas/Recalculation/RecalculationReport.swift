/// What a recalculation found.
package struct RecalculationReport: Sendable, Hashable {
    /// Nothing was changed.
    package var isDryRun = false
    /// How many projects there are.
    package var projects = 0
    /// How many of them were counted so far.
    package var counted = 0
    /// How many of these were wrong.
    package var wrong = 0
    /// The bytes by which their usage was wrong, whatever the direction.
    package var drift: Int64 = 0

    package init() {}

    /// Takes in a project; nil if it was right.
    mutating func add(_ found: UsageDrift?) {
        counted += 1
        guard let found else { return }
        wrong += 1
        drift += Int64(clamping: found.bytes.magnitude)
    }
}

/// How the usage of a project differed from its content.
package struct UsageDrift: Sendable, Hashable {
    package let projectID: Int64
    package let projectName: String
    /// The bytes that the ledger said.
    package let used: Int64
    /// The bytes that the artifacts are made of.
    package let counted: Int64
    /// Whether other parts were written down than the artifacts are made of.
    package let isContentWrong: Bool

    /// What usage has to change by.
    package var bytes: Int64 { counted - used }
}
