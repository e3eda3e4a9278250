import OCI
import SQL
import Time

/// One attempt at a task: runs the handler, writes log and progress while it runs, and writes how it ended.
struct Attempt: Sendable {
    /// Why an attempt is cancelled from outside.
    enum Ending: Sendable {
        /// Somebody asked for the task to stop.
        case stopped
        /// The process shuts down: another one, or this one later, shall begin anew.
        case released
        /// Others have taken the process for dead: the task isn't its own any more.
        case lost
    }

    let task: JobTask
    let lease: Lease
    let handler: any JobHandler
    let database: any Database
    let clock: WallClock
    let due: JobClock
    private static let pause = Duration.milliseconds(500)

    /// Runs to the end and gives the status that was written; nil if the task goes back to those that wait, or isn't
    /// this process's any more. `reason` says why the attempt was cancelled, if it was. Throws `DatabaseError`.
    func run(cancelledFor reason: CancellationReason) async throws -> JobStatus? {
        let log = TaskLog(clock: clock)
        let progress = TaskProgress()
        let writing = Task {
            while (try? await Task.sleep(for: Self.pause)) != nil { await flush(log, progress) }
        }
        let result = await work(JobContext(task: task, log: log, progress: progress))
        writing.cancel()
        await writing.value
        // A task of its own: the end is written even though this one is cancelled.
        return try await Task { try await end(with: result, reason.ending, log, progress) }.value
    }

    private func work(_ context: JobContext) async -> Result<JSONObject, any Error> {
        do { return .success(try await handler.run(context)) } catch { return .failure(error) }
    }

    private func flush(_ log: TaskLog, _ progress: TaskProgress) async {
        // What isn't written now is written with the next part, or the end.
        let (text, attributes) = (log.take(), progress.take())
        guard text != nil || attributes != nil else { return }
        let (task, lease, now) = (task.id, lease, clock.now)
        do {
            try await database.write { connection in
                if let text { try TaskLogStore.append(text, to: task, on: connection) }
                if let attributes { try TaskStore.keep(attributes, of: lease, now: now, on: connection) }
            }
        } catch {
            if let text { log.putBack(text) }
            if let attributes { progress.putBack(attributes) }
        }
    }

    private func end(
        with result: Result<JSONObject, any Error>, _ ending: Ending?, _ log: TaskLog, _ progress: TaskProgress
    ) async throws -> JobStatus? {
        let outcome = Outcome(of: result, ending: ending, task: task, type: handler.type)
        if let line = outcome.line { log.append(line) }
        if case .success(let attributes) = result { progress.set(attributes) }
        // In the transaction of the end, so that a short task costs one.
        let (text, attributes) = (log.take(), progress.take())
        let (lease, now, due) = (lease, clock.now, due)
        let wait = handler.type.backoff.wait(afterAttempts: task.runs, random: .random(in: 0...1))
        return try await database.write { connection in
            if let text { try TaskLogStore.append(text, to: lease.task, on: connection) }
            if case .ended(let status, let message) = outcome {
                let isOwn = try TaskStore.end(
                    lease, as: status, message: message, attributes: attributes, now: now, on: connection)
                return isOwn ? status : nil
            }
            if let attributes { try TaskStore.keep(attributes, of: lease, now: now, on: connection) }
            switch outcome {
            case .again(let message, let asked):
                return try TaskStore.giveBackOrStop(
                    lease, message: message, due: due.after(asked ?? wait), countsRun: true, now: now, on: connection)
            case .postponed(let message, let wait):
                return try TaskStore.giveBackOrStop(
                    lease, message: message, due: due.after(wait), countsRun: false, now: now, on: connection)
            case .released:
                return try TaskStore.giveBackOrStop(lease, message: "", countsRun: false, now: now, on: connection)
            case .lost, .ended: return nil
            }
        }
    }
}
