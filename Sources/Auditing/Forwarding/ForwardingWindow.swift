/// What was sent over a connection and isn't known to have arrived.
///
/// Syslog has no acknowledgements. What a connection took counts as arrived when the connection outlives it by
/// `settling`: longer than TCP lets data go without the peer's acknowledgement.
package struct ForwardingWindow: Sendable {
    private let settling: Duration
    private var sent: [(place: Int64, time: ContinuousClock.Instant)] = []

    package init(settling: Duration) { self.settling = settling }

    /// The place of the last record that was sent; nil if all that was sent has arrived.
    package private(set) var last: Int64?

    /// Notes that everything up to a place was sent.
    package mutating func note(_ place: Int64, at now: ContinuousClock.Instant) {
        last = place
        // Seconds are exact enough, and bound the memory.
        if let previous = sent.last, now - previous.time < .seconds(1), sent.count > 1 {
            sent[sent.count - 1] = (place, now)
        } else {
            sent.append((place, now))
        }
    }

    /// Takes out what counts as arrived by now: everything up to the place; nil for nothing new.
    package mutating func settled(at now: ContinuousClock.Instant) -> Int64? {
        var place: Int64?
        while let first = sent.first, now - first.time >= settling {
            place = first.place
            sent.removeFirst()
        }
        return place
    }
}
