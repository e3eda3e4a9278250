package import SQL

/// Removes executions that are old enough to go: their logs, their tasks and then themselves, in transactions that stay
/// short however many there are.
package struct ExecutionSweep: Sendable {
    private static let executionsAtOnce = 100
    private static let tasksAtOnce = 200
    private static let partsAtOnce = 2000
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
                        vendorType: type.name, kept: type.keptExecutions, limit: Self.executionsAtOnce, on: $0)
                }
                guard !old.isEmpty else { break }
                try await removeTasks(of: old)
                try await database.write { try ExecutionStore.remove(old, on: $0) }
            }
        }
    }

    private func removeTasks(of executions: [Int64]) async throws {
        while true {
            let tasks = try await database.read {
                try TaskStore.some(ofExecutions: executions, limit: Self.tasksAtOnce, on: $0)
            }
            guard !tasks.isEmpty else { return }
            var removed = Self.partsAtOnce
            while removed == Self.partsAtOnce {
                removed = try await database.write {
                    try TaskLogStore.remove(of: tasks, limit: Self.partsAtOnce, on: $0)
                }
            }
            try await database.write { try TaskStore.remove(tasks, on: $0) }
        }
    }
}
