import Cryptography
import Logging
import SQL
import Time

/// How a process takes its place among those that share the database, and notices that another has gone.
extension JobRunner {
    /// Adds this process under a name of its own, and takes over what nobody works on. Tries until it succeeds.
    func join() async {
        while !Task.isCancelled {
            do {
                try await addNode()
                return
            } catch {
                logger.warning("jobs can't begin", metadata: ["error": "\(error)"])
                try? await Task.sleep(for: timing.poll)
            }
        }
    }

    private func addNode() async throws {
        let (old, new, start) = (node, try SecureRandom.hex(byteCount: 8), ContinuousClock.now)
        let (now, types, isShared) = (clock.now, handlers.mapValues(\.type), isShared)
        let (process, due) = (process, due)
        let taken = try await database.write { connection in
            let concurrency = types.values.reduce(0) { $0 + $1.perNode }
            try NodeStore.add(new, process, concurrency: concurrency, clock: due, on: connection)
            if isShared {
                try NodeStore.remove(old, on: connection)
            } else {
                try NodeStore.removeOthers(than: new, on: connection)
            }
            try TaskStore.addQueues(types.keys.sorted(), on: connection)
            try TaskStore.bringForward(by: due, on: connection)
            return try NodeStore.takeOverOrphans(types: types, now: now, on: connection)
        }
        node = new
        lastBeat = start
        isMember = true
        if taken > 0 { logger.notice("took over jobs whose process has ended", metadata: ["count": "\(taken)"]) }
    }

    /// Takes this process away; its tasks have ended, and those whose end could not be written wait again.
    func leave() async {
        let (node, now, types) = (node, clock.now, handlers.mapValues(\.type))
        // A task of its own: this one is cancelled, and a database refuses the work of cancelled tasks.
        await Task {
            _ = try? await database.write { connection in
                try NodeStore.remove(node, on: connection)
                return try NodeStore.takeOverOrphans(types: types, now: now, on: connection)
            }
        }.value
    }

    /// Beats and watches the others until the Swift task is cancelled; a database of one process needs neither.
    func keepBeating() async {
        guard isShared else { return }
        let watch = Task { await watchBeat() }
        defer { watch.cancel() }
        while (try? await Task.sleep(for: timing.beat)) != nil {
            do {
                // Others may have seen the beat at any moment after this one.
                let (node, due, start) = (node, due, ContinuousClock.now)
                if try await database.write({ try NodeStore.beat(node, clock: due, on: $0) }) {
                    lastBeat = start
                    try await watchOthers()
                } else {
                    await rejoin("others took this process for dead")
                }
            } catch is CancellationError {
            } catch {
                logger.warning("this process can't say that it lives", metadata: ["error": "\(error)"])
            }
            if !isMember || isOverdue { await rejoin("this process could not say that it lives") }
        }
    }

    private var isOverdue: Bool { lastBeat.duration(to: .now) > timing.givesUpAfter }

    /// Stops all tasks in time even while the answer to a beat doesn't come, until the Swift task is cancelled.
    private func watchBeat() async {
        while (try? await Task.sleep(for: timing.poll)) != nil {
            guard isMember, isOverdue else { continue }
            isMember = false
            cancel(for: .lost)
        }
    }

    /// Stops all tasks before another process can have taken them, and begins again under a new name.
    private func rejoin(_ why: String) async {
        logger.warning("all jobs of this process are stopped and begin anew", metadata: ["reason": "\(why)"])
        isMember = false
        await end(for: .lost)
        await join()
    }

    /// Takes over the tasks of each process whose beat has stood still for too long.
    private func watchOthers() async throws {
        let beats = try await database.read { try NodeStore.beats(on: $0) }
        let previous = seen
        seen = [:]
        for (other, beat) in beats where other != node {
            let known = previous[other]
            let since = known?.beat == beat ? known?.since ?? .now : .now
            seen[other] = (beat, since)
            guard since.duration(to: .now) > timing.deadAfter else { continue }
            let (now, types) = (clock.now, handlers.mapValues(\.type))
            let taken = try await database.write {
                try NodeStore.takeOver(other, beat: beat, types: types, now: now, on: $0)
            }
            logger.notice("took over the jobs of a process that has ended", metadata: ["count": "\(taken)"])
            wake()
        }
    }
}
