package import SQL

/// Removes executions that are old enough to go: their logs, their tasks and then themselves, in transactions that stay
/// short however many there are.
package struct ExecutionSweep: Sendable {
    private static let executionsAtOnce = 200
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
            let vendors = try await database.read { try ExecutionStore.vendors(ofType: type.name, on: $0) }
            for vendor in vendors { try await removeOld(of: type, for: vendor) }
        }
    }

    private func removeOld(of type: JobType, for vendor: Int64) async throws {
        let oldestKept = try await database.read {
            try ExecutionStore.oldestKept(
                vendorType: type.name, vendorID: vendor, kept: type.keptExecutions, on: $0)
        }
        guard let oldestKept else { return }
        while true {
            let old = try await database.read {
                try ExecutionStore.ended(
                    before: oldestKept, vendorType: type.name, vendorID: vendor, limit: Self.executionsAtOnce, on: $0)
            }
            guard !old.isEmpty else { return }
            try await removeTasks(of: old)
            try await database.write { try ExecutionStore.remove(old, on: $0) }
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
