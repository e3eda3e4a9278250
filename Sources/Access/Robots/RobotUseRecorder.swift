package import SQL
import Synchronization
package import Time

/// Remembers when robots were seen and writes it once a minute and at stop; a crash may lose that minute.
package final class RobotUseRecorder: Sendable {
    private static let interval = Duration.seconds(60)
    /// More different robots in a minute than this are not noted.
    private static let capacity = 100_000
    private let database: any Database
    private let clock: WallClock
    private let seen = Mutex<[Int64: Timestamp]>([:])

    package init(database: any Database, clock: WallClock) {
        self.database = database
        self.clock = clock
    }

    /// Notes that a robot was seen; never waits for the database.
    package func note(_ robotID: Int64) {
        seen.withLock { seen in
            // The first time in a minute is exact enough.
            guard seen[robotID] == nil, seen.count < Self.capacity else { return }
            seen[robotID] = clock.now
        }
    }

    /// Writes what was noted since the last call; throws `DatabaseError`, after which it is kept.
    package func flush() async throws {
        let window = seen.withLock { seen in
            defer { seen = [:] }
            return seen
        }
        guard !window.isEmpty else { return }
        do {
            try await database.write { connection in
                // In the order of their numbers, so that two nodes never wait for each other's rows.
                for (id, time) in window.sorted(by: { $0.key < $1.key }) {
                    try connection.execute("UPDATE robot SET last_used_at = \(time) WHERE id = \(id)")
                }
            }
        } catch {
            seen.withLock { $0.merge(window) { max($0, $1) } }
            throw error
        }
    }

    /// Flushes every minute until the task is cancelled, then once more.
    package func run() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.interval)
            try? await flush()
        }
    }
}
