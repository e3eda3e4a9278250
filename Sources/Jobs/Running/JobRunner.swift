package import Logging
package import SQL
package import Time

/// Takes tasks and works on them, as one of the processes that share a database.
///
/// Each process has a row whose beat it counts up. A process whose beat stands still for `Timing.deadAfter`, by the
/// watcher's own steady clock, counts as dead: its row goes, and its tasks wait again. A process that couldn't beat for
/// `Timing.givesUpAfter` stops its tasks before others can take them; so no task is worked on twice at a time, whatever
/// the wall clocks say.
package actor JobRunner {
    /// How long processes wait for each other; tests shorten it.
    package struct Timing: Sendable {
        /// Between two looks for work, if nothing tells of some before.
        package var poll = Duration.seconds(1)
        /// Between two beats of a process.
        package var beat = Duration.seconds(3)
        /// Without a beat that was written, after which a process stops its tasks.
        package var givesUpAfter = Duration.seconds(12)
        /// Without a beat that was seen, after which a process counts as dead; well beyond `givesUpAfter`.
        package var deadAfter = Duration.seconds(20)
        /// Between two removals of old executions.
        package var sweep = Duration.seconds(600)

        package init() {}
    }

    /// A task that this process works on.
    private struct Running {
        let work: Task<Void, Never>
        let type: String
        let reason: CancellationReason

        func cancel(for ending: Attempt.Ending) {
            reason.set(ending)
            work.cancel()
        }
    }

    let database: any Database
    let clock: WallClock
    /// What decides what is due.
    let due: JobClock
    let process: WorkerProcess
    private let scheduler: JobScheduler?
    let logger: Logger
    let timing: Timing
    let handlers: [String: any JobHandler]
    let isShared: Bool
    /// The name of this process among those that share the database; empty before it has joined.
    var node = ""
    /// Whether it may take tasks under that name: not while it gives its place up and joins anew.
    var isMember = false
    /// What it works on, by lease.
    private var running: [Lease: Running] = [:]
    var lastBeat = ContinuousClock.now
    var seen: [String: (beat: Int64, since: ContinuousClock.Instant)] = [:]
    private let wakes: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation

    /// A runner of the handlers' types; it looks for work at once when `changes` tells of some.
    ///
    /// `scheduler` makes the executions of schedules; without it no schedule fires here. `due` is the clock that decides
    /// what is due, the one that the database's processes share unless another is given. `process` is told to people.
    package init(
        database: any Database, changes: ChangeSignal, clock: WallClock, due: JobClock? = nil,
        handlers: [any JobHandler], scheduler: JobScheduler? = nil, process: WorkerProcess = .unknown, logger: Logger,
        timing: Timing = Timing()
    ) {
        self.database = database
        self.clock = clock
        self.due = due ?? .shared(by: database, else: clock)
        self.scheduler = scheduler
        self.process = process
        self.logger = logger
        self.timing = timing
        self.handlers = Dictionary(handlers.map { ($0.type.name, $0) }, uniquingKeysWith: { first, _ in first })
        isShared = database.dialect == .postgresql
        let (wakes, waker) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        (self.wakes, self.waker) = (wakes, waker)
        changes.subscribe { topic in
            if topic == .jobs || topic == .everything { waker.yield() }
        }
    }

    /// Looks for work at once instead of at the next poll: something was added, stopped or resumed.
    package nonisolated func wake() { waker.yield() }

    /// Works until the Swift task is cancelled; then tasks that run are stopped and given back.
    package func run() async {
        await join()
        let polling = Task { [timing, waker] in
            while (try? await Task.sleep(for: timing.poll)) != nil { waker.yield() }
            waker.finish()
        }
        let beating = Task { await keepBeating() }
        let sweeping = Task { await keepSweeping() }
        await withTaskCancellationHandler {
            for await _ in wakes { await look() }
        } onCancel: {
            polling.cancel()
            beating.cancel()
            sweeping.cancel()
        }
        await end(for: .released)
        _ = await beating.result
        _ = await sweeping.result
        await leave()
    }

    /// Stops what was asked to stop, fires what is due, and takes new tasks where there is room.
    private func look() async {
        do {
            let (node, due) = (node, due)
            let seen = try await database.read { try JobLook(as: node, by: due, on: $0) }
            try await settle(seen.held)
            for name in seen.waitingTypes {
                guard let handler = handlers[name] else { continue }
                await take(handler)
            }
            if seen.isScheduleDue { try await scheduler?.fire() }
        } catch is CancellationError {
        } catch {
            logger.warning("jobs can't be looked for", metadata: ["error": "\(error)"])
        }
    }

    /// Cancels what was asked to stop, and gives back what this process took without learning of it: the answer to a
    /// claim, or to the end of a task, was lost with the connection.
    private func settle(_ all: [JobLook.Held]) async throws {
        let now = clock.now
        for held in all {
            if let own = running[held.lease] {
                if held.isStopping { own.cancel(for: .stopped) }
            } else {
                let mostRuns = handlers[held.type]?.type.maximumRuns ?? JobType.usualRuns
                try await database.write {
                    try TaskStore.release(
                        held.lease, isStopping: held.isStopping, mostRuns: mostRuns, now: now, on: $0)
                }
            }
        }
    }

    private func take(_ handler: any JobHandler) async {
        let type = handler.type
        let room = type.perNode - running.values.count { $0.type == type.name }
        guard room > 0, isMember else { return }
        let (node, due, now) = (node, due, clock.now)
        do {
            let tasks = try await database.write {
                try TaskStore.claim(type, wanted: room, node: node, clock: due, now: now, on: $0)
            }
            // Who gave its place up meanwhile takes them over from itself when it joins anew.
            guard isMember, node == self.node else { return }
            for task in tasks { begin(task, handler) }
        } catch is CancellationError {
        } catch {
            // The other types go on.
            logger.warning("jobs can't be taken", metadata: ["type": "\(type.name)", "error": "\(error)"])
        }
    }

    private func begin(_ task: JobTask, _ handler: any JobHandler) {
        let reason = CancellationReason()
        let lease = Lease(task: task.id, node: node, run: task.runs)
        let attempt = Attempt(
            task: task, lease: lease, handler: handler, database: database, clock: clock, due: due)
        let work = Task {
            do {
                _ = try await attempt.run(cancelledFor: reason)
            } catch {
                logger.error("a job's end can't be written", metadata: ["task": "\(task.id)", "error": "\(error)"])
            }
            // A task that was given back may have been begun again, under the same lease if that was no attempt.
            if running[lease]?.reason === reason { running[lease] = nil }
            waker.yield()
        }
        running[lease] = Running(work: work, type: handler.type.name, reason: reason)
    }

    /// Removes old executions from time to time, until the Swift task is cancelled.
    private func keepSweeping() async {
        let sweep = ExecutionSweep(database: database, types: handlers.values.map(\.type))
        while (try? await Task.sleep(for: timing.sweep)) != nil {
            do {
                let due = due
                try await database.write { try TaskStore.bringForward(by: due, on: $0) }
                try await sweep.run()
            } catch is CancellationError {
            } catch {
                logger.warning("old executions can't be removed", metadata: ["error": "\(error)"])
            }
        }
    }

    /// Cancels everything that runs, and waits until it has ended.
    func end(for ending: Attempt.Ending) async {
        let all = Array(running.values)
        cancel(for: ending)
        for one in all { await one.work.value }
    }

    /// Cancels everything that runs.
    func cancel(for ending: Attempt.Ending) {
        for one in running.values { one.cancel(for: ending) }
    }
}
