/// A kind of work, with the lane that it runs in: types never wait for each other.
package struct JobType: Sendable {
    /// Harbor's name of it, such as `GARBAGE_COLLECTION`.
    package let name: String
    /// Most tasks that one process works on at once, 1 or more.
    package let perNode: Int
    /// Most tasks that all processes work on at once; nil: no limit but each node's.
    package let perCluster: Int?
    /// How often a task is tried before it counts as failed, 1 or more.
    package let attempts: Int
    /// What a failed attempt waits for.
    package let backoff: Backoff
    /// How many executions that have ended are kept for each of what they were for.
    package let keptExecutions: Int

    package init(
        _ name: String, perNode: Int = 1, perCluster: Int? = nil, attempts: Int = 1, backoff: Backoff = Backoff(),
        keptExecutions: Int = 50
    ) {
        self.name = name
        self.perNode = max(1, perNode)
        self.perCluster = perCluster.map { max(1, $0) }
        self.attempts = max(1, attempts)
        self.backoff = backoff
        self.keptExecutions = max(1, keptExecutions)
    }

    /// How often a task may be begun, those attempts included that ended with their process or its way to the database:
    /// a task that ends its process isn't tried for ever.
    var maximumRuns: Int { attempts + 2 }

    /// As `maximumRuns`, for tasks of a type that this process doesn't know.
    static let usualRuns = 3
}
