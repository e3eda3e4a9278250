import SQL

/// Serves units of work, one after the other, over the connection of its thread.
///
/// A unit runs again, on a new connection if need be, while its COMMIT was not sent.
struct PostgreSQLWorker {
    private static let attemptLimit = 5

    private enum Outcome {
        case answered
        /// It may run again; the closure answers the caller if it doesn't.
        case undone(DatabaseError, giveUp: () -> Void)
    }

    private let settings: PostgreSQLSettings
    private var connection: PostgreSQLConnection?

    init(_ settings: PostgreSQLSettings) {
        self.settings = settings
    }

    /// Serves the queue until it is closed.
    mutating func serve(_ queue: WorkQueue, at seat: WorkQueue.Seat) {
        while let unit = queue.next(at: seat) { serve(unit) }
        connection = nil
    }

    private mutating func serve(_ unit: UnitOfWork) {
        for attempt in 1...Self.attemptLimit {
            let outcome = serveOnce(unit)
            let isStale = connection?.isStale ?? false
            if connection?.isUsable == false || unit.operation == .maintenance { connection = nil }
            guard case .undone(let error, let giveUp) = outcome else { return }
            guard mayRunAgain(unit, after: error, isStale: isStale, attempt: attempt) else { return giveUp() }
            // Units that met each other wait for different times; a server that starts anew needs a while.
            let pause = error.kind == .connectionLost && attempt > 1 ? 100 : 5
            WorkerThread.sleep(for: .milliseconds(Int.random(in: 0...(pause * attempt))))
        }
    }

    private func mayRunAgain(
        _ unit: UnitOfWork, after error: DatabaseError, isStale: Bool, attempt: Int
    ) -> Bool {
        guard attempt < Self.attemptLimit, unit.operation != .maintenance else { return false }
        switch error.kind {
        // An idle connection may have been lost long ago: one new one is always tried.
        case .connectionLost: return attempt == 1 || .now < unit.deadline
        case .serializationFailure, .deadlock: return true
        // The server has become a standby: another one takes writes.
        case .readOnly: return unit.operation == .write && .now < unit.deadline
        case .outcomeUnknown: return false
        // The statements of a new connection know the tables as they are now.
        default: return isStale && attempt == 1
        }
    }

    private mutating func connected() throws(DatabaseError) -> PostgreSQLConnection {
        if let connection { return connection }
        let connection = try PostgreSQLConnection(settings)
        self.connection = connection
        return connection
    }

    private mutating func serveOnce(_ unit: UnitOfWork) -> Outcome {
        let connection: PostgreSQLConnection
        do throws(DatabaseError) {
            connection = try connected()
            if let beginning = Self.beginning(of: unit.operation) { try connection.control(beginning) }
        } catch {
            return .undone(error) { unit.fail(error) }
        }
        let completion = connection.run(unit)
        guard completion.error == nil else {
            connection.rollBack()
            if connection.failure?.kind == .readOnly { self.connection = nil }
            guard let failure = connection.failure else {
                completion.deliver()
                return .answered
            }
            return .undone(failure, giveUp: completion.deliver)
        }
        return finish(unit, completion, on: connection)
    }

    private func finish(
        _ unit: UnitOfWork, _ completion: UnitOfWork.Completion, on connection: PostgreSQLConnection
    ) -> Outcome {
        switch unit.operation {
        case .read, .maintenance: break
        case .snapshot: connection.rollBack()
        case .write:
            do throws(DatabaseError) {
                try connection.commit()
            } catch {
                connection.rollBack()
                return .undone(error) { unit.fail(error) }
            }
        }
        completion.deliver()
        return .answered
    }

    /// What comes before the statements of a unit; a reading statement is a transaction of its own.
    private static func beginning(of operation: DatabaseOperation) -> String? {
        switch operation {
        case .read: nil
        case .snapshot: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case .write: "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
        case .maintenance: "SET default_transaction_read_only = off"
        }
    }
}
