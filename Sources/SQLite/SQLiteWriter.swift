import SQL
import Synchronization

/// Commits the units of work that write, all that wait in one transaction, on its thread.
///
/// Each unit has a savepoint, so that a failing one leaves the others alone. Nothing is answered before COMMIT. If the
/// transaction is lost (a full disk makes SQLite undo all of it), its units run again, each in a transaction of its own.
struct SQLiteWriter {
    /// How many units one transaction holds at most: bounds how long the first of them waits.
    private static let batchLimit = 128

    let connection: SQLiteConnection
    let statistics: SQLiteStatistics

    /// Serves the queue until it is closed.
    func serve(_ queue: WorkQueue, at seat: WorkQueue.Seat) {
        while true {
            let units = queue.batch(at: seat, limit: Self.batchLimit)
            if units.isEmpty { return }
            commit(units)
        }
    }

    private func commit(_ units: [UnitOfWork]) {
        guard units.count > 1 else { return units.forEach(commitAlone) }
        do {
            try connection.control("BEGIN IMMEDIATE")
        } catch {
            for unit in units { unit.fail(error) }
            return
        }
        do {
            let completions = try units.map(runInSavepoint)
            try connection.commit()
            statistics.countCommit(units: units.count)
            for completion in completions { completion.deliver() }
        } catch {
            connection.rollBack()
            statistics.countLostBatch()
            units.forEach(commitAlone)
        }
    }

    /// Runs a unit so that it can be undone alone; throws if the whole transaction is lost.
    private func runInSavepoint(_ unit: UnitOfWork) throws(DatabaseError) -> UnitOfWork.Completion {
        try connection.control("SAVEPOINT unit")
        let completion = connection.run(unit)
        if connection.isOutsideTransaction {
            throw DatabaseError(kind: .other, message: "the transaction was undone during a unit of work")
        }
        if completion.error != nil { try connection.control("ROLLBACK TO unit") }
        try connection.control("RELEASE unit")
        return completion
    }

    private func commitAlone(_ unit: UnitOfWork) {
        do {
            try connection.control("BEGIN IMMEDIATE")
        } catch {
            unit.fail(error)
            return
        }
        let completion = connection.run(unit)
        guard completion.error == nil else {
            connection.rollBack()
            completion.deliver()
            return
        }
        do {
            try connection.commit()
            statistics.countCommit(units: 1)
            completion.deliver()
        } catch {
            connection.rollBack()
            unit.fail(error)
        }
    }
}

/// Counts the writer's transactions.
final class SQLiteStatistics: Sendable {
    private let counts = Mutex(SQLiteDatabase.WriteCounts())

    var current: SQLiteDatabase.WriteCounts { counts.withLock { $0 } }

    func countCommit(units: Int) {
        counts.withLock { counts in
            counts.commits += 1
            counts.units += units
        }
    }

    func countLostBatch() {
        counts.withLock { $0.lostBatches += 1 }
    }
}
