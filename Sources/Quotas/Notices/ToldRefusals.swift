import Synchronization
import Time

/// When this process last told of refused pushes into projects.
final class ToldRefusals: Sendable {
    private static let capacity = 10_000
    private let times = Mutex<[Int64: Timestamp]>([:])

    /// Whether it was between `since` and `now`.
    func isTold(_ projectID: Int64, since: Timestamp, now: Timestamp) -> Bool {
        times.withLock { $0[projectID].map { $0 > since && $0 <= now } ?? false }
    }

    /// Remembers that it was told.
    func note(_ projectID: Int64, at now: Timestamp) {
        times.withLock { times in
            if times.count >= Self.capacity { times.removeAll() }
            times[projectID] = now
        }
    }
}
