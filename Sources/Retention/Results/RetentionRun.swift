import SQL
package import Time

/// An execution of a policy.
package struct RetentionRun: Sendable, Hashable {
    package let executionID: Int64
    package let policyID: Int64
    /// The policy as it was when the execution began.
    package let policy: RetentionPolicy
    package let isDryRun: Bool
    /// The moment from which days are counted.
    package let beganAt: Timestamp

    init(executionID: Int64, policyID: Int64, policy: RetentionPolicy, isDryRun: Bool, beganAt: Timestamp) {
        self.executionID = executionID
        self.policyID = policyID
        self.policy = policy
        self.isDryRun = isDryRun
        self.beganAt = beganAt
    }

    init(row: Row) throws {
        executionID = try row.int64("execution_id")
        policyID = try row.int64("policy_id")
        policy = try RetentionPolicy(columnText: row.text("content"))
        isDryRun = try row.bool("is_dry_run")
        beganAt = try row.timestamp("began_at")
    }
}

/// How an execution goes in one repository.
package struct RetentionTask: Sendable, Hashable {
    package let id: Int64
    package let executionID: Int64
    package let repositoryID: Int64
    /// The repository without its project.
    package let repository: String
    package let counts: RetentionCounts
    package let startedAt: Timestamp
    package let endedAt: Timestamp?

    init(row: Row) throws {
        id = try row.int64("id")
        executionID = try row.int64("execution_id")
        repositoryID = try row.int64("repository_id")
        repository = try row.text("repository")
        counts = RetentionCounts(
            total: try row.int64("total"), retained: try row.int64("retained"), deleted: try row.int64("deleted"))
        startedAt = try row.timestamp("started_at")
        endedAt = try row.optionalTimestamp("ended_at")
    }
}

/// How many candidates there are, and what becomes of them.
package struct RetentionCounts: Sendable, Hashable {
    package var total: Int64 = 0
    /// How many stay, for whatever reason.
    package var retained: Int64 = 0
    /// How many were deleted so far, or would be.
    package var deleted: Int64 = 0

    package init(total: Int64 = 0, retained: Int64 = 0, deleted: Int64 = 0) {
        self.total = total
        self.retained = retained
        self.deleted = deleted
    }

    package static func += (left: inout RetentionCounts, right: RetentionCounts) {
        left.total += right.total
        left.retained += right.retained
        left.deleted += right.deleted
    }
}
