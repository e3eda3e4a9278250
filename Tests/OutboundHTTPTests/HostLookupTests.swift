import NIOPosix
import OutboundHTTP
import Synchronization
import Testing

/// What lookups that hang do to others.
@Suite(.timeLimit(.minutes(10))) struct HostLookupTests {
    /// Name servers that don't answer for hosts that begin with `hang`, until they are let.
    private final class NameServers: Sendable {
        static let address = [IPAddress("192.0.2.1")].compactMap(\.self)
        private let state = Mutex((asked: [String](), answers: false))

        var asked: [String] { state.withLock { $0.asked } }

        func answer() { state.withLock { $0.answers = true } }

        func addresses(of host: String) throws -> [IPAddress] {
            state.withLock { $0.asked.append(host) }
            while host.hasPrefix("hang"), !state.withLock({ $0.answers }) { usleep(1000) }
            return Self.address
        }
    }

    /// Runs the body with a thread for hosts that were found quickly and one for others.
    private func with(_ body: (HostLookup, NameServers) async throws -> Void) async throws {
        let pools = (0..<2).map { _ in NIOThreadPool(numberOfThreads: 1) }
        for pool in pools { pool.start() }
        let servers = NameServers()
        let lookup = HostLookup.blocking(
            threads: LookupThreads(forKnownHosts: pools[0], forOthers: pools[1]),
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, memory: LookupMemory(quickness: .seconds(600))
        ) { try servers.addresses(of: $0) }
        let result: Result<Void, any Error>
        do { result = .success(try await body(lookup, servers)) } catch { result = .failure(error) }
        servers.answer()
        for pool in pools { try await pool.shutdownGracefully() }
        try result.get()
    }

    @Test func hostsThatWereFoundAreFoundWhileOthersHang() async throws {
        try await with { lookup, servers in
            #expect(try await lookup.addresses(of: "good.test") == NameServers.address)
            let hanging = Task { try await lookup.addresses(of: "hang.test") }
            while servers.asked.count < 2 { try await Task.sleep(for: .milliseconds(5)) }
            #expect(try await lookup.addresses(of: "good.test") == NameServers.address)
            servers.answer()
            #expect(try await hanging.value == NameServers.address)
        }
    }

    @Test func whatNobodyWaitsForIsNotLookedUp() async throws {
        try await with { lookup, servers in
            let hanging = Task { try await lookup.addresses(of: "hang.test") }
            while servers.asked.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            let left = Task { try await lookup.addresses(of: "left.test") }
            left.cancel()
            await #expect(throws: CancellationError.self) { try await left.value }
            servers.answer()
            _ = try await hanging.value
            #expect(try await lookup.addresses(of: "new.test") == NameServers.address)
            #expect(servers.asked == ["hang.test", "new.test"])
        }
    }

    @Test(
        "what is expected of a name",
        arguments: [
            (true, 1.0, 0.0, LookupMemory.Expectation.quick, "it was found quickly"),
            (true, 1, 3000, .quick, "an hour counts"), (true, 1, 3700, .unknown, "that was long ago"),
            (true, 3, 0, .unknown, "it was found slowly"), (true, 30, 0, .unknown, "even very slowly"),
            (false, 0.1, 0, .unknown, "there is no such name"),
            (false, 10, 0, .hanging, "its servers didn't answer"), (false, 10, 29, .hanging, "it rests"),
            (false, 10, 31, .unknown, "it is tried again"),
        ] as [(Bool, Double, Double, LookupMemory.Expectation, Comment)])
    func expectations(
        isFound: Bool, took: Double, later: Double, expected: LookupMemory.Expectation, reason: Comment
    ) {
        var memory = LookupMemory()
        let now = ContinuousClock.now
        #expect(memory.expectation(of: "name", at: now) == .unknown)
        memory.note("name", isFound: isFound, after: .seconds(took), at: now)
        #expect(memory.expectation(of: "name", at: now + .seconds(later)) == expected, reason)
    }

    @Test func theLastLookupCounts() {
        var memory = LookupMemory()
        let now = ContinuousClock.now
        memory.note("name", isFound: true, after: .seconds(1), at: now)
        memory.note("name", isFound: false, after: .seconds(10), at: now)
        #expect(memory.expectation(of: "name", at: now) == .hanging)
        memory.note("name", isFound: true, after: .seconds(1), at: now)
        #expect(memory.expectation(of: "name", at: now) == .quick)
    }
}
