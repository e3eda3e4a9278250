package import SQL
package import Time

/// What waits of a type.
package struct JobQueue: Hashable, Sendable {
    package let type: String
    package let isPaused: Bool
    /// How many tasks wait.
    package let waiting: Int
    /// Since when the oldest of them waits.
    package let oldest: Timestamp?
}

/// A process that works on tasks, and what it works on.
package struct JobNode: Hashable, Sendable {
    package let id: String
    package let startedAt: Timestamp
    package let tasks: [JobTask]
}

/// Shows and steers the queues of all types.
package struct QueueService: Sendable {
    private let database: any Database
    private let changes: ChangeSignal
    private let clock: WallClock

    package init(database: any Database, changes: ChangeSignal, clock: WallClock) {
        self.database = database
        self.changes = changes
        self.clock = clock
    }

    /// All queues, in the order of their types.
    package func queues() async throws -> [JobQueue] { try await database.read { try QueueStore.all(on: $0) } }

    /// The processes, with the tasks that each works on.
    package func nodes() async throws -> [JobNode] {
        try await database.snapshot { connection in
            let running = Dictionary(grouping: try QueueStore.running(on: connection)) { $0.node ?? "" }
            return try QueueStore.nodes(on: connection).map {
                JobNode(id: $0.id, startedAt: $0.startedAt, tasks: running[$0.id] ?? [])
            }
        }
    }

    /// Pauses a type or lets it go on, all types for nil; what runs goes on. False if there is no such type.
    package func pause(_ type: String?, _ isPaused: Bool) async throws -> Bool {
        try await changes.write(changing: [.jobs]) { try QueueStore.pause(type, isPaused, on: $0) > 0 }
    }

    /// Stops everything that waits of a type, of all types for nil.
    package func stopWaiting(_ type: String?) async throws {
        let now = clock.now
        try await changes.write(changing: [.jobs]) { try TaskStore.stopWaiting(type: type, now: now, on: $0) }
    }
}
