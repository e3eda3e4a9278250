/// How long to wait before the next attempt to reach a server: twice as long after each failure, up to 15 seconds, with
/// a random part, so that many processes don't come all at once.
struct ForwardingPause: Sendable {
    private static let longest = Duration.seconds(15)
    private var length = Duration.seconds(1)
    private var end: ContinuousClock.Instant?

    /// Whether there is nothing to wait for.
    func isOver(at now: ContinuousClock.Instant) -> Bool { end.map { now >= $0 } ?? true }

    /// Whether attempts have failed since the last time that something arrived.
    var isAfterFailure: Bool { end != nil }

    /// Begins to wait.
    mutating func begin(at now: ContinuousClock.Instant, random: Double = .random(in: 0..<1)) {
        end = now + length * (0.75 + random / 2)
        length = min(length * 2, Self.longest)
    }
}
