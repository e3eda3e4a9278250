package import SQL

/// Removes executions: their logs, their tasks and then themselves, in transactions that stay short however many there
/// are.
package struct ExecutionRemoval: Sendable {
    private static let executionsAtOnce = 500
    private static let tasksAtOnce = 500
    private static let partsAtOnce = 2000
    private let database: any Database

    package init(database: any Database) { self.database = database }

    /// Removes all executions of some kinds that were for something, those that run too: what comes of them is dropped.
    /// Throws `DatabaseError`, and `CancellationError` between two batches.
    package func removeAll(vendorTypes: [String], vendorID: Int64) async throws {
        while true {
            let found = try await database.read {
                try ExecutionStore.some(
                    vendorTypes: vendorTypes, vendorID: vendorID, limit: Self.executionsAtOnce, on: $0)
            }
            guard !found.isEmpty else { return }
            try await remove(found)
        }
    }

    /// Removes some executions; throws as `removeAll` does.
    func remove(_ executions: [Int64]) async throws {
        for batch in executions.chunks(of: Self.executionsAtOnce) {
            try await removeTasks(of: batch)
            try await database.write { try ExecutionStore.remove(batch, on: $0) }
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
