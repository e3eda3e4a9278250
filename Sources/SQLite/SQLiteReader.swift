import SQL

/// Serves the units of work that only read, one after the other, on its thread.
struct SQLiteReader {
    let connection: SQLiteConnection

    /// Serves the queue until it is closed.
    func serve(_ queue: WorkQueue, at seat: WorkQueue.Seat) {
        while let unit = queue.next(at: seat) {
            switch unit.operation {
            case .read: connection.run(unit).deliver()
            case .snapshot, .write, .maintenance: snapshot(unit)
            }
        }
    }

    /// A transaction sees the state at its first statement until its end.
    private func snapshot(_ unit: UnitOfWork) {
        do {
            try connection.control("BEGIN")
        } catch {
            unit.fail(error)
            return
        }
        let completion = connection.run(unit)
        connection.rollBack()
        completion.deliver()
    }
}
