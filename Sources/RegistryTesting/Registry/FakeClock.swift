import Synchronization
package import Time

/// A clock that stands still until a test moves it.
///
/// It begins at the machine's time, because storages date their objects by that.
package final class FakeClock: Sendable {
    private let time: Mutex<Timestamp>

    /// A clock that shows the machine's time of this moment.
    package init() { time = Mutex(WallClock.system.now) }

    /// What the clock shows.
    package var now: Timestamp { time.withLock { $0 } }

    /// The clock as services take it.
    package var wallClock: WallClock { WallClock { self.now } }

    /// Moves the clock forward.
    package func advance(bySeconds seconds: Int64) {
        advance(byMicroseconds: seconds * 1_000_000)
    }

    /// Moves the clock forward.
    package func advance(byMicroseconds count: Int64) {
        time.withLock { $0 = Timestamp(microseconds: $0.microseconds + count) }
    }
}
