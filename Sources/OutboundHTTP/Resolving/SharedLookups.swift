import NIOCore
import NIOPosix
import Synchronization

/// Lookups that are under way: one a host, and in threads of their own those of hosts that were found quickly of late, so
/// that name servers which don't answer hold up only hosts of which nothing is known.
final class SharedLookups: Sendable {
    private struct Lookup {
        let number: Int
        let promise: EventLoopPromise<[IPAddress]>
        /// How many wait for it.
        var waiting = 1
    }

    private struct State {
        var running: [String: Lookup] = [:]
        var memory: LookupMemory
        var lastNumber = 0
    }

    private let threads: LookupThreads
    private let eventLoopGroup: any EventLoopGroup
    private let find: @Sendable (String) throws -> [IPAddress]
    private let state: Mutex<State>

    /// Lookups by `find`, which blocks.
    init(
        threads: LookupThreads, eventLoopGroup: any EventLoopGroup, memory: LookupMemory,
        find: @escaping @Sendable (String) throws -> [IPAddress]
    ) {
        self.threads = threads
        self.eventLoopGroup = eventLoopGroup
        self.find = find
        state = Mutex(State(memory: memory))
    }

    /// Asks the system; a cancelled task doesn't wait for its answer, which can't be called off. Throws
    /// `OutboundHTTPError.unknownHost`.
    func addresses(of host: String) async throws -> [IPAddress] {
        let lookup = try join(host)
        defer { leave(host, lookup.number) }
        let answer = eventLoopGroup.any().makePromise(of: [IPAddress].self)
        lookup.promise.futureResult.cascade(to: answer)
        return try await withTaskCancellationHandler {
            try await answer.futureResult.get()
        } onCancel: {
            answer.fail(CancellationError())
        }
    }

    /// The lookup of a host that is under way, or a new one.
    private func join(_ host: String) throws -> Lookup {
        let (lookup, pool) = try state.withLock { state in
            if let running = state.running[host] {
                state.running[host]?.waiting += 1
                return (running, nil as NIOThreadPool?)
            }
            let expectation = state.memory.expectation(of: host, at: .now)
            guard expectation != .hanging else {
                throw OutboundHTTPError.unknownHost(host, reason: "its name servers didn't answer a moment ago")
            }
            state.lastNumber += 1
            let lookup = Lookup(number: state.lastNumber, promise: eventLoopGroup.any().makePromise())
            state.running[host] = lookup
            return (lookup, expectation == .quick ? threads.forKnownHosts : threads.forOthers)
        }
        pool?.submit { [self] in run(host, lookup.promise, isActive: $0 == .active) }
        return lookup
    }

    private func leave(_ host: String, _ number: Int) {
        state.withLock { state in
            if state.running[host]?.number == number { state.running[host]?.waiting -= 1 }
        }
    }

    /// Looks a host up, unless nobody waits for it any more.
    private func run(_ host: String, _ promise: EventLoopPromise<[IPAddress]>, isActive: Bool) {
        let isWanted = state.withLock { state in
            if isActive, let lookup = state.running[host], lookup.waiting > 0 { return true }
            state.running[host] = nil
            return false
        }
        guard isWanted else { return promise.fail(CancellationError()) }
        let start = ContinuousClock.now
        let result = Result { try find(host) }
        let isFound = (try? result.get()) != nil
        state.withLock { state in
            state.running[host] = nil
            state.memory.note(host, isFound: isFound, after: .now - start, at: .now)
        }
        promise.completeWith(result)
    }
}
