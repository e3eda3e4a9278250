import HTTPServing
import NIOCore
import Testing

/// A connection's state machine, with made-up times.
@Suite struct ExchangeFlowTests {
    private static let limits = ConnectionLimits(
        idleTime: .seconds(60), minimumRate: 1000, paceWindow: .seconds(30), maximumDrain: 1000)

    private static func second(_ count: Int64) -> NIODeadline { .uptimeNanoseconds(1_000_000_000) + .seconds(count) }

    /// `#expect` can't look into calls that change the flow.
    private func check(_ isTrue: Bool, _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(isTrue, comment, sourceLocation: sourceLocation)
    }

    private func flow() -> ExchangeFlow { ExchangeFlow(limits: Self.limits, now: Self.second(0)) }

    /// A flow that has read a request's head at second 0.
    private func reading(expectsContinue: Bool = false, length: Int?) -> ExchangeFlow {
        var flow = flow()
        flow.readHead(expectsContinue: expectsContinue, contentLength: length, now: Self.second(0))
        return flow
    }

    @Test func aPlainRequestKeepsTheConnection() {
        var flow = reading(length: nil)
        flow.readEnd()
        check(!flow.writeHead() && !flow.writeEnd(now: Self.second(1)))
        check(flow.requestsInProgress == 0 && !flow.isClosing && !flow.isDiscarding)
    }

    @Test func theClientIsToldToGoOnOnceAndOnlyIfItWaits() {
        var waiting = reading(expectsContinue: true, length: 5000)
        let (first, second) = (waiting.acceptBody(), waiting.acceptBody())
        check(first && !second)
        var impatient = reading(expectsContinue: true, length: 5000)
        impatient.readBody(10)
        check(!impatient.acceptBody(), "it didn't wait")
        var plain = reading(length: 5000)
        check(!plain.acceptBody())
    }

    @Test(arguments: [
        (false, 1000, false, "as little as that is swallowed"), (false, 1001, true, "more isn't"),
        (false, nil, true, "nobody knows how much comes"), (true, 10, true, "the client may send it or not"),
    ])
    func anAnswerBeforeTheBody(_ expectsContinue: Bool, _ length: Int?, _ closes: Bool, reason: String) {
        var flow = reading(expectsContinue: expectsContinue, length: length)
        check(flow.writeHead() == closes, "\(reason)")
        check(flow.writeEnd(now: Self.second(1)) == closes, "\(reason)")
        check(flow.isDiscarding == closes, "\(reason)")
    }

    @Test func whatCameCountsAgainstWhatIsSwallowed() {
        var flow = reading(length: 5000)
        flow.readBody(4000)
        check(!flow.writeHead(), "the last 1000 bytes")
    }

    @Test func aPipelinedRequestDoesNotCloseTheOneBefore() {
        var flow = reading(length: nil)
        flow.readEnd()
        flow.readHead(expectsContinue: false, contentLength: 5000, now: Self.second(0))
        check(!flow.writeHead() && !flow.writeEnd(now: Self.second(1)), "the first one's answer")
        check(flow.writeHead() && flow.writeEnd(now: Self.second(1)), "the second one's")
    }

    @Test func aStopEndsIdleConnectionsAtOnceAndOthersAfterTheirAnswer() {
        var idle = flow()
        check(idle.quiesce())
        var busy = reading(length: nil)
        busy.readEnd()
        check(!busy.quiesce())
        check(busy.writeHead() && busy.writeEnd(now: Self.second(1)))
        check(!busy.isDiscarding)
    }

    @Test func whoSendsNoRequestIsCutOff() {
        var flow = flow()
        check(!flow.isTooSlow(now: Self.second(60), unsent: 0))
        check(flow.isTooSlow(now: Self.second(61), unsent: 0))
        var later = reading(length: nil)
        later.readEnd()
        check(!later.isTooSlow(now: Self.second(500), unsent: 0), "the server takes its time")
        _ = later.writeHead()
        _ = later.writeEnd(now: Self.second(500))
        check(!later.isTooSlow(now: Self.second(560), unsent: 0))
        check(later.isTooSlow(now: Self.second(561), unsent: 0))
    }

    @Test func whoSendsABodyTooSlowlyIsCutOff() {
        var fast = reading(length: nil)
        for window in 1...5 {
            fast.readBody(30_000)
            check(!fast.isTooSlow(now: Self.second(Int64(window) * 30), unsent: 0))
        }
        var slow = reading(length: nil)
        slow.readBody(29_999)
        check(!slow.isTooSlow(now: Self.second(29), unsent: 0), "it is judged at the window's end")
        check(slow.isTooSlow(now: Self.second(30), unsent: 0))
        var waiting = reading(length: nil)
        waiting.readingPaused()
        check(!waiting.isTooSlow(now: Self.second(30), unsent: 0), "nobody reads")
        check(waiting.isTooSlow(now: Self.second(60), unsent: 0))
    }

    @Test func whoLeavesAnswersUnreadIsCutOff() {
        var flow = reading(length: nil)
        flow.readEnd()
        check(!flow.isTooSlow(now: Self.second(10), unsent: 500))
        check(!flow.isTooSlow(now: Self.second(40), unsent: 500))
        check(!flow.isTooSlow(now: Self.second(45), unsent: 400), "it takes some")
        check(!flow.isTooSlow(now: Self.second(75), unsent: 400))
        check(flow.isTooSlow(now: Self.second(76), unsent: 400))
        var blind = reading(length: nil)
        blind.readEnd()
        blind.writabilityChanged(false, now: Self.second(0))
        check(!blind.isTooSlow(now: Self.second(30), unsent: nil))
        check(blind.isTooSlow(now: Self.second(31), unsent: nil))
        blind.setPaced(true)
        check(!blind.isTooSlow(now: Self.second(31), unsent: nil), "the body watches itself")
    }
}
