/// What was sent over a connection and isn't known to have arrived.
///
/// Syslog has no acknowledgements. What a connection took counts as arrived when the connection outlives it by
/// `settling`: longer than TCP lets data go without the peer's acknowledgement.
package struct ForwardingWindow: Sendable {
    private let settling: Duration
    /// What was sent within a second each: seconds are exact enough, and bound the memory.
    private var sent: [(place: Int64, begin: ContinuousClock.Instant, end: ContinuousClock.Instant)] = []

    package init(settling: Duration) { self.settling = settling }

    /// The place of the last record that was sent; nil if none was.
    package private(set) var last: Int64?

    /// Whether something was sent that may not have arrived.
    package var isUnsure: Bool { !sent.isEmpty }

    /// Notes that everything up to a place was sent.
    package mutating func note(_ place: Int64, at now: ContinuousClock.Instant) {
        last = place
        if let previous = sent.last, now - previous.begin < .seconds(1) {
            sent[sent.count - 1] = (place, previous.begin, now)
        } else {
            sent.append((place, now, now))
        }
    }

    /// Takes out what counts as arrived by now: everything up to the place; nil for nothing new.
    package mutating func settled(at now: ContinuousClock.Instant) -> Int64? {
        var place: Int64?
        while let first = sent.first, now - first.end >= settling {
            place = first.place
            sent.removeFirst()
        }
        return place
    }
}
