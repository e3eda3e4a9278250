package import SQL
package import Time

/// What waits of a type.
package struct JobQueue: Hashable, Sendable {
    /// The name of the type; `SCHEDULER` stands for all schedules.
    package let type: String
    /// Whether nothing of it begins.
    package let isPaused: Bool
    /// How many tasks wait.
    package let waiting: Int
    /// Since when the oldest of them waits.
    package let oldest: Timestamp?
}

/// A process that works on tasks, and what it works on.
package struct JobNode: Hashable, Sendable {
    /// The name that it gave itself for as long as it takes tasks.
    package let id: String
    /// Which process it is.
    package let process: WorkerProcess
    /// Since when it takes tasks.
    package let startedAt: Timestamp
    /// When it said last that it lives.
    package let beatAt: Timestamp
    /// Most tasks that it works on at once, of all types together.
    package let concurrency: Int
    /// What it works on.
    package let tasks: [JobTask]
}

/// Shows and steers the queues of all types.
package struct QueueService: Sendable {
    private static let stoppedAtOnce = 2000
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

    /// The processes, with the tasks that each works on; at most 1,000 tasks.
    package func nodes() async throws -> [JobNode] {
        let nodes = try await database.snapshot { connection in
            let running = Dictionary(grouping: try QueueStore.running(on: connection)) { $0.node ?? "" }
            return try QueueStore.nodes(tasks: running, on: connection)
        }
        guard database.dialect == .sqlite else { return nodes }
        // The only process there is answers this itself, and writes no beat.
        let now = clock.now
        return nodes.map { node in
            JobNode(
                id: node.id, process: node.process, startedAt: node.startedAt, beatAt: now,
                concurrency: node.concurrency, tasks: node.tasks)
        }
    }

    /// Stops what runs, of all types, within two seconds; what waits goes on waiting.
    package func stopRunning() async throws {
        let now = clock.now
        try await changes.write(changing: [.jobs]) { try TaskStore.stopRunning(now: now, on: $0) }
    }

    /// Pauses a type or lets it go on, all types and all schedules for nil; what runs goes on. False if there is no such
    /// type.
    package func pause(_ type: String?, _ isPaused: Bool) async throws -> Bool {
        try await changes.write(changing: [.jobs]) { try QueueStore.pause(type, isPaused, on: $0) > 0 }
    }

    /// Stops everything that waits of a type, of all types for nil, in transactions that stay short however much it is.
    package func stopWaiting(_ type: String?) async throws {
        let now = clock.now
        while true {
            let waiting = try await database.read {
                try TaskStore.waiting(type: type, limit: Self.stoppedAtOnce, on: $0)
            }
            guard !waiting.isEmpty else { return }
            try await changes.write(changing: [.jobs]) { try TaskStore.stopWaiting(waiting, now: now, on: $0) }
        }
    }
}
