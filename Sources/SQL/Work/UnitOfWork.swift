import Synchronization

/// One unit of work on its way to a connection: what to run, and the caller that waits for the outcome.
///
/// Whoever takes it from the queue answers the caller exactly once, with a `Completion.deliver` or with `fail`.
package struct UnitOfWork: Sendable {
    /// What a run of the closure came to.
    package struct Completion: Sendable {
        /// What the closure threw.
        package let error: (any Error)?
        /// Gives the outcome to the waiting caller.
        package let deliver: @Sendable () -> Void

        /// An outcome and how the caller is told.
        package init(error: (any Error)?, deliver: @escaping @Sendable () -> Void) {
            self.error = error
            self.deliver = deliver
        }
    }

    /// The kind of work.
    package let operation: DatabaseOperation
    /// When waiting for a connection is over.
    package let deadline: ContinuousClock.Instant
    /// Runs the closure; may be called again, if the transaction that held its effects is lost.
    package let run: @Sendable (any SQLConnection) -> Completion
    /// Answers the waiting caller with an error.
    package let fail: @Sendable (any Error) -> Void

    let cancellation: Cancellation

    init<T: Sendable>(
        _ operation: DatabaseOperation, deadline: ContinuousClock.Instant, cancellation: Cancellation,
        continuation: CheckedContinuation<T, any Error>,
        body: @escaping @Sendable (any SQLConnection) throws -> T
    ) {
        self.operation = operation
        self.deadline = deadline
        self.cancellation = cancellation
        fail = { continuation.resume(throwing: $0) }
        run = { connection in
            do {
                let value = try body(connection)
                return Completion(error: nil) { continuation.resume(returning: value) }
            } catch {
                return Completion(error: error) { continuation.resume(throwing: error) }
            }
        }
    }
}

/// Whether the task behind a unit of work was cancelled; its identity finds the unit in the queue.
final class Cancellation: Sendable {
    private let flag = Atomic<Bool>(false)

    var isRequested: Bool { flag.load(ordering: .acquiring) }

    func request() { flag.store(true, ordering: .releasing) }
}
