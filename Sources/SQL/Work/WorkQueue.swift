import Dispatch
import Synchronization

/// The units of work that wait for a connection: first in, first out, bounded in number and in time.
///
/// Threads that own a connection each take work with `next` or `batch`; a thread that became idle last is woken first,
/// so that little work keeps few connections busy.
package final class WorkQueue: Sendable {
    /// Where an idle thread waits; each thread has its own.
    package final class Seat: Sendable {
        fileprivate let wakeUp = DispatchSemaphore(value: 0)
        fileprivate let handedOver = Mutex<UnitOfWork?>(nil)

        /// A free seat.
        package init() {}
    }

    private struct State {
        var backlog = Backlog<UnitOfWork>()
        var idle: [Seat] = []
        var isClosed = false
        var isWatched = false
        var threads = 0
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let limit: Int
    private let patience: Duration
    private let observer: DatabaseObserver?

    /// A queue of at most `limit` waiting units, each for at most `patience`.
    package init(limit: Int, patience: Duration, observer: DatabaseObserver? = nil) {
        self.limit = limit
        self.patience = patience
        self.observer = observer
    }

    /// How many units wait for a connection at this moment.
    package var waitingCount: Int { state.withLock { $0.backlog.count } }

    /// Has a thread run the closure and waits for the outcome.
    ///
    /// Throws `DatabaseError`, besides what the closure throws: `busy` if the queue is full, `timedOut` if no
    /// connection was free in time, `connectionLost` if the queue is closed; and `CancellationError` if the task is
    /// cancelled before a connection was free. Work that has begun is finished.
    package func perform<T: Sendable>(
        _ operation: DatabaseOperation, _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        let begin = ContinuousClock.now
        defer { observer?(operation.rawValue, begin.duration(to: .now) / .seconds(1)) }
        let cancellation = Cancellation()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                submit(
                    UnitOfWork(
                        operation, deadline: begin + patience, cancellation: cancellation,
                        continuation: continuation, body: body))
            }
        } onCancel: {
            cancel(cancellation)
        }
    }

    private enum Admission {
        case queued(watch: Bool)
        case handedOver(Seat)
        case refused(any Error)
    }

    private func submit(_ unit: UnitOfWork) {
        let admission = state.withLock { state -> Admission in
            if state.isClosed { return .refused(DatabaseError.closed) }
            // A cancellation that comes later finds the unit in the backlog.
            if unit.cancellation.isRequested { return .refused(CancellationError()) }
            if let seat = state.idle.popLast() { return .handedOver(seat) }
            if state.backlog.count >= limit {
                return .refused(DatabaseError(kind: .busy, message: "\(limit) units of work wait for a connection"))
            }
            state.backlog.append(unit)
            defer { state.isWatched = true }
            return .queued(watch: !state.isWatched)
        }
        switch admission {
        case .queued(watch: false): break
        case .queued(watch: true): watchDeadlines()
        case .handedOver(let seat):
            seat.handedOver.withLock { $0 = unit }
            seat.wakeUp.signal()
        case .refused(let error): unit.fail(error)
        }
    }

    private func cancel(_ cancellation: Cancellation) {
        cancellation.request()
        let unit = state.withLock { $0.backlog.remove { $0.cancellation === cancellation } }
        unit?.fail(CancellationError())
    }
}

extension WorkQueue {
    /// Waits for a unit of work and takes it; nil when the queue is closed and empty.
    package func next(at seat: Seat) -> UnitOfWork? {
        let ready = state.withLock { state -> UnitOfWork?? in
            if let unit = state.backlog.popFirst() { return .some(unit) }
            if state.isClosed { return .some(nil) }
            state.idle.append(seat)
            return nil
        }
        if let ready { return ready }
        seat.wakeUp.wait()
        return seat.handedOver.withLock { $0.take() }
    }

    /// Waits for a unit of work and takes all that wait, up to a limit; empty when the queue is closed and empty.
    package func batch(at seat: Seat, limit: Int) -> [UnitOfWork] {
        guard let first = next(at: seat) else { return [] }
        var units = [first]
        state.withLock { state in
            while units.count < limit, let unit = state.backlog.popFirst() { units.append(unit) }
        }
        return units
    }
}

extension WorkQueue {
    /// Starts a thread that serves this queue; the queue's `close` waits until its body has returned.
    package func startThread(_ body: @escaping @Sendable (Seat) -> Void) throws(DatabaseError) {
        state.withLock { $0.threads += 1 }
        do {
            try WorkerThread.start { [self] in
                body(Seat())
                threadEnded()
            }
        } catch {
            threadEnded()
            throw error
        }
    }

    private func threadEnded() {
        let closers = state.withLock { state in
            state.threads -= 1
            defer { if state.threads == 0 { state.closers = [] } }
            return state.threads == 0 ? state.closers : []
        }
        for closer in closers { closer.resume() }
    }

    /// Refuses further units; the threads end when those that wait are done.
    package func finish() {
        let idle = state.withLock { state in
            state.isClosed = true
            defer { state.idle = [] }
            return state.idle
        }
        for seat in idle { seat.wakeUp.signal() }
    }

    /// Refuses further units and waits until every thread has ended.
    package func close() async {
        finish()
        await withCheckedContinuation { continuation in
            let isDone = state.withLock { state in
                if state.threads > 0 { state.closers.append(continuation) }
                return state.threads == 0
            }
            if isDone { continuation.resume() }
        }
    }
}

extension WorkQueue {
    /// Looks after the deadlines while units wait: all have the same patience, so the first is the next one due.
    private func watchDeadlines() {
        Task.detached { [weak self, patience] in
            var pause: Duration? = patience
            while let current = pause {
                try? await Task.sleep(for: current)
                pause = self?.failOverdue(now: .now)
            }
        }
    }

    /// Fails the units whose time is over and returns the time to the next deadline; nil if nothing waits.
    private func failOverdue(now: ContinuousClock.Instant) -> Duration? {
        var overdue: [UnitOfWork] = []
        let pause = state.withLock { state -> Duration? in
            while let first = state.backlog.first {
                if first.deadline > now { return now.duration(to: first.deadline) }
                if let unit = state.backlog.popFirst() { overdue.append(unit) }
            }
            state.isWatched = false
            return nil
        }
        for unit in overdue {
            unit.fail(DatabaseError(kind: .timedOut, message: "no connection was free within \(patience)"))
        }
        return pause
    }
}

extension DatabaseError {
    /// What a unit of work is told that comes too late.
    static let closed = DatabaseError(kind: .connectionLost, message: "the database is closed")
}
