import Synchronization
package import Time

/// The time that all processes of a database agree on, whatever their machines' clocks say.
///
/// On PostgreSQL it is the database's: read again and again, and counted on in between by the machine's steady clock. A
/// machine whose clock is hours off, or jumps, then neither dates anything wrongly nor deletes what is still young. On
/// SQLite, which has one process, it is that process's clock.
package final class SharedClock: Sendable {
    private struct Reading {
        let time: Timestamp
        let moment: ContinuousClock.Instant
    }

    private static let pause = Duration.seconds(60)
    private let database: any Database
    private let own: WallClock
    private let last = Mutex<Reading?>(nil)

    /// A clock that shows what `own` shows unless the database gives the time; throws `DatabaseError`.
    package init(database: any Database, else own: WallClock = .system) async throws {
        self.database = database
        self.own = own
        try await read()
    }

    /// The clock as services take it.
    package var wallClock: WallClock { WallClock { self.now } }

    /// The current moment.
    package var now: Timestamp {
        guard let last = last.withLock({ $0 }) else { return own.now }
        return last.time.advanced(by: last.moment.duration(to: .now))
    }

    /// Reads the database's clock, if that is the one to go by; throws `DatabaseError`.
    package func read() async throws {
        guard database.dialect == .postgresql else { return }
        let reading = try await database.read { connection -> Reading? in
            let rows = try connection.query(
                "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT) AS now")
            return try rows.first.map { Reading(time: try $0.timestamp("now"), moment: .now) }
        }
        if let reading { last.withLock { $0 = reading } }
    }

    /// Reads the database's clock every minute until the task is cancelled; goes on steadily while it can't be read.
    package func run() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.pause)
            try? await read()
        }
    }
}

extension Timestamp {
    /// The moment so much later, in whole microseconds.
    fileprivate func advanced(by duration: Duration) -> Timestamp {
        Timestamp(microseconds: microseconds + Int64(duration / .microseconds(1)))
    }
}
