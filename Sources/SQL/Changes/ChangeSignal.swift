import Synchronization
package import Time

/// Spreads the news of changes to whoever remembers what they touch: in this process at once, on PostgreSQL also to
/// the other nodes, through a numbered table that each node reads every second.
///
/// A node that can't read the table for five seconds calls itself stale; what it remembers is then not to be used.
package final class ChangeSignal: Sendable {
    private struct State {
        var listeners: [@Sendable (ChangeTopic) -> Void] = []
        var lastRead: Int64?
        /// The numbers behind `lastRead` that were announced already.
        var announced: Set<Int64> = []
        var lastSuccess: ContinuousClock.Instant = .now
    }

    private static let keptSeconds: Int64 = 3600
    private let database: any Database
    private let clock: WallClock
    private let staleAfter: Duration
    private let state = Mutex(State())

    /// Makes the signal of a database; without a successful reading for `staleAfter` it is stale.
    package init(database: any Database, clock: WallClock, staleAfter: Duration = .seconds(5)) {
        self.database = database
        self.clock = clock
        self.staleAfter = staleAfter
    }

    /// The table of changes.
    package static let migrations = [
        Migration(identifier: "0001-change") { dialect in
            [
                """
                CREATE TABLE change (
                    id \(fragment: dialect.identityColumn), topic TEXT NOT NULL, created_at BIGINT NOT NULL)
                """
            ]
        }
    ]

    /// Whether other processes may write to this database beside this one.
    package var isShared: Bool { database.dialect == .postgresql }

    /// Whether what was remembered may be used: false while the news of other nodes can't be read.
    package var isFresh: Bool {
        !isShared || state.withLock { $0.lastSuccess.duration(to: .now) < staleAfter }
    }

    /// Calls `listener` with every change from now on, on any thread.
    package func subscribe(_ listener: @escaping @Sendable (ChangeTopic) -> Void) {
        state.withLock { $0.listeners.append(listener) }
    }

    /// Runs a unit of work and spreads the news of what it changed once it is committed.
    package func write<T: Sendable>(
        changing topics: [ChangeTopic], _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        let isShared = isShared
        let now = clock.now
        let result: T
        do {
            result = try await database.write { connection in
                let result = try body(connection)
                for topic in topics where isShared {
                    try connection.execute("INSERT INTO change (topic, created_at) VALUES (\(topic.encoded), \(now))")
                }
                return result
            }
        } catch let error as DatabaseError where error.kind == .outcomeUnknown {
            // It may have happened: remembering nothing is always right.
            announce(topics)
            throw error
        }
        announce(topics)
        return result
    }

    /// Tells the listeners of this process.
    package func announce(_ topics: [ChangeTopic]) {
        let listeners = state.withLock { $0.listeners }
        for listener in listeners { for topic in topics { listener(topic) } }
    }

    /// Reads the other nodes' changes once; throws `DatabaseError`.
    package func poll() async throws {
        guard isShared else { return }
        let known = state.withLock { $0.lastRead }
        let rows = try await database.read { connection in
            if let known { return try connection.query("SELECT id, topic FROM change WHERE id > \(known) ORDER BY id") }
            return try connection.query("SELECT coalesce(max(id), 0) AS id, 'everything' AS topic FROM change")
        }
        let changes = try rows.map { (id: try $0.int64("id"), topic: ChangeTopic(encoded: try $0.text("topic"))) }
        let wasStale = !isFresh
        let news = state.withLock { state in
            defer { Self.remember(changes.map(\.id), in: &state) }
            return changes.filter { !state.announced.contains($0.id) }.map(\.topic)
        }
        announce(wasStale ? [.everything] : news)
    }

    /// Numbers are given before they are committed, so a lower one may appear after a higher: a few are read again.
    private static func remember(_ numbers: [Int64], in state: inout State) {
        state.lastSuccess = .now
        guard let highest = numbers.max() else { return }
        let lastRead = max(0, highest - overlap)
        // What the first reading found stands for everything before it.
        let isFirst = state.lastRead == nil
        state.announced = Set(numbers.filter { $0 > lastRead && !isFirst })
        state.lastRead = lastRead
    }

    /// How many numbers are read again each time.
    private static let overlap: Int64 = 32

    /// Polls every second until the task is cancelled; does nothing on a database of one process.
    package func run() async {
        guard isShared else { return }
        var rounds = 0
        while !Task.isCancelled {
            try? await poll()
            rounds += 1
            if rounds % 600 == 0 { try? await removeOld() }
            try? await Task.sleep(for: .seconds(1))
        }
    }

    /// Forgets the changes of more than an hour ago; throws `DatabaseError`.
    package func removeOld() async throws {
        let oldest = clock.now.advanced(bySeconds: -Self.keptSeconds)
        try await database.write { connection in
            _ = try connection.execute("DELETE FROM change WHERE created_at < \(oldest)")
        }
    }
}
