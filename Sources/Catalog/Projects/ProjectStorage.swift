package import SQL

/// How projects are told of, and asked for, the limit of what they may hold; the feature of quotas answers.
package struct ProjectStorage: Sendable {
    /// How much a project may hold and holds, in bytes.
    package struct Use: Sendable, Hashable {
        /// The limit; -1: none.
        package let limit: Int64
        package let used: Int64

        package init(limit: Int64, used: Int64) {
            self.limit = limit
            self.used = used
        }
    }

    /// Takes note of a new project, with its limit; nil: the registry's standard. Runs in the project's transaction.
    package let begin: @Sendable (_ projectID: Int64, _ limit: Int64?, any SQLConnection) throws -> Void
    /// Sets another limit, -1 for none. Runs in the project's transaction.
    package let change: @Sendable (_ projectID: Int64, _ limit: Int64, any SQLConnection) throws -> Void
    /// What a project may hold and holds; nil if nobody looks after that.
    package let use: @Sendable (_ projectID: Int64) async throws -> Use?

    package init(
        begin: @escaping @Sendable (_ projectID: Int64, _ limit: Int64?, any SQLConnection) throws -> Void,
        change: @escaping @Sendable (_ projectID: Int64, _ limit: Int64, any SQLConnection) throws -> Void,
        use: @escaping @Sendable (_ projectID: Int64) async throws -> Use?
    ) {
        self.begin = begin
        self.change = change
        self.use = use
    }

    /// No limits, and nobody who counts.
    package static let unlimited = ProjectStorage(begin: { _, _, _ in }, change: { _, _, _ in }, use: { _ in nil })
}
