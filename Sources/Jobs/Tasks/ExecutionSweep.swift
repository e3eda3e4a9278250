package import SQL

/// Removes executions that are old enough to go.
package struct ExecutionSweep: Sendable {
    private static let foundAtOnce = 5000
    private let database: any Database
    private let types: [JobType]

    /// A sweep of the executions that these types keep only some of.
    package init(database: any Database, types: [JobType]) {
        self.database = database
        self.types = types
    }

    /// Removes what is beyond what each type keeps; throws `DatabaseError`, and `CancellationError` between two batches.
    package func run() async throws {
        for type in types {
            while true {
                let old = try await database.read {
                    try ExecutionStore.old(
                        vendorType: type.name, kept: type.keptExecutions, limit: Self.foundAtOnce, on: $0)
                }
                guard !old.isEmpty else { break }
                try await ExecutionRemoval(database: database).remove(old)
            }
        }
    }
}
