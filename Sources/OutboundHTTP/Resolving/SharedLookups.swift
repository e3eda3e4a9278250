import NIOCore
import NIOPosix
import Synchronization

/// Lookups that are under way: one a host, so that a host whose name servers don't answer holds one thread and no more.
final class SharedLookups: Sendable {
    private let threads: NIOThreadPool
    private let eventLoopGroup: any EventLoopGroup
    private let running = Mutex<[String: EventLoopFuture<[IPAddress]>]>([:])

    init(threads: NIOThreadPool, eventLoopGroup: any EventLoopGroup) {
        self.threads = threads
        self.eventLoopGroup = eventLoopGroup
    }

    /// Asks the system; a cancelled task doesn't wait for its answer, which can't be called off.
    func addresses(of host: String) async throws -> [IPAddress] {
        let answer = eventLoopGroup.any().makePromise(of: [IPAddress].self)
        lookup(host).cascade(to: answer)
        return try await withTaskCancellationHandler {
            try await answer.futureResult.get()
        } onCancel: {
            answer.fail(CancellationError())
        }
    }

    private func lookup(_ host: String) -> EventLoopFuture<[IPAddress]> {
        let (future, promise) = running.withLock { running in
            if let future = running[host] { return (future, nil as EventLoopPromise<[IPAddress]>?) }
            let promise = eventLoopGroup.any().makePromise(of: [IPAddress].self)
            running[host] = promise.futureResult
            return (promise.futureResult, promise)
        }
        guard let promise else { return future }
        threads.submit { [self] state in
            let result = Result {
                guard case .active = state else { throw CancellationError() }
                return try SystemLookup.addresses(of: host)
            }
            running.withLock { $0[host] = nil }
            promise.completeWith(result)
        }
        return future
    }
}
