/// How long a failed attempt waits for the next: twice as long each time, with a random part, so that many that failed
/// together don't come back together.
package struct Backoff: Hashable, Sendable {
    /// Seconds before the second attempt.
    package let first: Int64
    /// Most seconds.
    package let largest: Int64

    /// Longest wait that any backoff may have, in seconds: what is due later than that was put off by a clock that was
    /// ahead.
    package static let limit: Int64 = 3600

    package init(first: Int64 = 5, largest: Int64 = 600) {
        self.first = max(1, first)
        self.largest = min(max(self.first, largest), Self.limit)
    }

    /// Microseconds to wait after a number of failed attempts, 1 or more; `random` is from 0 to 1 and gives the last
    /// half of the wait.
    package func wait(afterAttempts attempts: Int, random: Double) -> Int64 {
        let doublings = min(max(0, attempts - 1), 20)
        let whole = min(largest, first << Int64(doublings)) * 1_000_000
        return whole / 2 + Int64(Double(whole / 2) * min(max(random, 0), 1))
    }
}
