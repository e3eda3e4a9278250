import Identity
import Testing

/// The throttle as a state machine, with times in seconds.
@Suite struct SignInThrottleTests {
    private func fail(
        _ throttle: inout SignInThrottle, _ count: Int, account: String = "dev", address: String = "1.1.1.1",
        at now: Double
    ) {
        for _ in 0..<count { throttle.noteFailure(account: account, address: address, now: now) }
    }

    @Test(arguments: [
        (4, nil, "typing errors are free"), (5, 1.0, "then a second"), (6, 2, "each further failure doubles it"),
        (7, 4, ""), (10, 32, ""), (11, 60, "up to a minute"), (29, 60, ""),
    ])
    func waitingTimes(_ failures: Int, _ seconds: Double?, reason: String) {
        var throttle = SignInThrottle()
        fail(&throttle, failures, at: 100)
        #expect(throttle.delay(account: "dev", address: "1.1.1.1", now: 100) == seconds, "\(reason)")
        #expect(throttle.delay(account: "dev", address: "1.1.1.1", now: 100 + (seconds ?? 0)) == nil)
    }

    @Test func nobodyLocksAnotherOut() {
        var throttle = SignInThrottle()
        fail(&throttle, 25, at: 0)
        #expect(throttle.delay(account: "dev", address: "2.2.2.2", now: 0) == nil, "the owner, somewhere else")
        #expect(
            throttle.delay(account: "ops", address: "1.1.1.1", now: 0) == nil, "a colleague behind the same address")
    }

    @Test func manyAccountsFromOneAddressAreSlowedDownToo() {
        var throttle = SignInThrottle()
        for number in 0..<30 { fail(&throttle, 1, account: "user\(number)", at: 0) }
        #expect(throttle.delay(account: "fresh", address: "1.1.1.1", now: 0) == 1)
        throttle.noteSuccess(account: "user0", address: "1.1.1.1")
        #expect(throttle.delay(account: "fresh", address: "1.1.1.1", now: 0) == 1, "one right password doesn't help")
    }

    @Test func aSuccessOrSomeTimeMakesUpForFailures() {
        var throttle = SignInThrottle()
        fail(&throttle, 8, at: 0)
        throttle.noteSuccess(account: "dev", address: "1.1.1.1")
        #expect(throttle.delay(account: "dev", address: "1.1.1.1", now: 0) == nil)
        fail(&throttle, 8, at: 0)
        fail(&throttle, 1, at: 901)
        #expect(throttle.delay(account: "dev", address: "1.1.1.1", now: 901) == nil)
    }

    @Test func memoryIsBounded() {
        var throttle = SignInThrottle(capacity: 100)
        for number in 0..<10_000 {
            throttle.noteFailure(
                account: "user\(number)", address: "10.0.\(number / 250).\(number % 250)", now: Double(number) / 100)
            #expect(throttle.count <= 100)
        }
        fail(&throttle, 5, at: 200)
        #expect(throttle.delay(account: "dev", address: "1.1.1.1", now: 200) != nil, "it still works when it is full")
    }

    /// A flood within one moment must not make the throttle forget who is being slowed down.
    @Test func aFloodDoesNotFreeTheBlocked() {
        var throttle = SignInThrottle(capacity: 100)
        fail(&throttle, 40, at: 0)
        for number in 0..<1000 {
            fail(&throttle, 1, account: "user\(number)", address: "9.9.\(number / 250).\(number % 250)", at: 0)
        }
        #expect(throttle.delay(account: "dev", address: "1.1.1.1", now: 0) != nil)
    }
}
