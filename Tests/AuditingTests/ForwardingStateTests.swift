import Auditing
import Testing

@Suite struct ForwardingStateTests {
    private let start = ContinuousClock.now

    /// Takes a step at a second, on what the database has, and writes what it says.
    private func take(_ lease: inout ForwardingLease, at second: Int, _ turn: inout ForwardingTurn) -> Bool {
        switch lease.step(seeing: turn, now: start + .seconds(second)) {
        case .leave: return false
        case .hold: return true
        case .write(let next):
            turn = next
            return true
        }
    }

    @Test func oneSendsAtATime() {
        var turn = ForwardingTurn(holder: "", beat: 0)
        var (first, second) = (ForwardingLease(name: "a"), ForwardingLease(name: "b"))
        #expect(take(&first, at: 0, &turn) && turn.holder == "a", "it was nobody's turn")
        for time in 0...60 {
            #expect(take(&first, at: time, &turn) && !take(&second, at: time, &turn), "the first beats on")
        }
        let last = turn.beat
        #expect(last > 60 / 5 && last <= 60 / 4 + 1, "once in four seconds")
        for time in 61..<73 { #expect(!take(&second, at: time, &turn), "the first may be slow") }
        #expect(take(&second, at: 76, &turn) && turn.holder == "b" && turn.beat == last + 1, "the first has ended")
        #expect(!take(&first, at: 77, &turn), "who was taken for dead sends no more")
    }

    @Test func aReleasedTurnIsTakenAtOnce() {
        var turn = ForwardingTurn(holder: "a", beat: 7)
        var lease = ForwardingLease(name: "b")
        #expect(!take(&lease, at: 0, &turn))
        turn = ForwardingTurn(holder: "", beat: 7)
        #expect(take(&lease, at: 1, &turn) && turn == ForwardingTurn(holder: "b", beat: 8))
    }

    @Test func whatWasSentArrivesWithTime() {
        var window = ForwardingWindow(settling: .seconds(12))
        #expect(window.last == nil && window.settled(at: start) == nil && !window.isUnsure)
        for place in 1...100 { window.note(Int64(place), at: start + .milliseconds(100 * place)) }
        #expect(window.last == 100)
        #expect(window.settled(at: start + .seconds(12)) == nil, "the first was sent a tenth of a second ago")
        var previous: Int64 = 0
        for second in 13...22 {
            guard let place = window.settled(at: start + .seconds(second)) else { continue }
            #expect(place > previous && place <= Int64((second - 12) * 10), "nothing before its time")
            #expect(place >= Int64((second - 14) * 10), "while more is sent, too")
            previous = place
        }
        #expect(previous >= 80, "not all at once in the end")
        #expect(window.settled(at: start + .seconds(23)) == 100 || previous == 100, "everything in the end")
        #expect(!window.isUnsure && window.last == 100, "the end of the connection is no loss from now on")
        window.note(101, at: start + .seconds(30))
        #expect(window.isUnsure)
    }
}
