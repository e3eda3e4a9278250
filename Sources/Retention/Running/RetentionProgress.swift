package import OCI

/// What an execution has come to.
package struct RetentionProgress: Sendable, Hashable {
    /// How many repositories were judged.
    package internal(set) var repositories: Int64 = 0
    package internal(set) var counts = RetentionCounts()

    mutating func add(_ counts: RetentionCounts) {
        repositories += 1
        self.counts += counts
    }

    /// The figures as a task's attributes.
    package var attributes: JSONObject {
        [
            "repositories": .integer(repositories), "total": .integer(counts.total),
            "retained": .integer(counts.retained), "deleted": .integer(counts.deleted),
        ]
    }
}
