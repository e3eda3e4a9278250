/// Whose turn it is to send, as the database has it: a process and its beat.
package struct ForwardingTurn: Hashable, Sendable {
    /// The name of the process; empty: nobody's turn.
    package let holder: String
    package let beat: Int64

    package init(holder: String, beat: Int64) {
        self.holder = holder
        self.beat = beat
    }
}

/// Decides whether this process sends, without clocks that agree: whoever sends counts a beat up, and one whose beat
/// stands still by another's steady clock has ended.
package struct ForwardingLease: Sendable {
    /// What is to be done.
    package enum Step: Hashable {
        /// It is another process's turn.
        case leave
        /// It is this process's turn.
        case hold
        /// It is this process's turn once this is written, if nobody wrote meanwhile.
        case write(ForwardingTurn)
    }

    /// How often the holder counts up.
    package static let pulse = Duration.seconds(4)
    /// How long a beat may stand still.
    package static let patience = Duration.seconds(15)

    /// The name of this process, unlike any other.
    package let name: String
    private var seen: (turn: ForwardingTurn, since: ContinuousClock.Instant)?

    package init(name: String) { self.name = name }

    /// Looks at what the database has now.
    package mutating func step(seeing turn: ForwardingTurn, now: ContinuousClock.Instant) -> Step {
        let since = seen.flatMap { $0.turn == turn ? $0.since : nil } ?? now
        seen = (turn, since)
        let next = ForwardingTurn(holder: name, beat: turn.beat + 1)
        if turn.holder == name { return now - since >= Self.pulse ? .write(next) : .hold }
        return turn.holder.isEmpty || now - since >= Self.patience ? .write(next) : .leave
    }
}
