import Synchronization

/// Why an attempt is cancelled: set before it is, and only once.
final class CancellationReason: Sendable {
    private let value = Mutex<Attempt.Ending?>(nil)

    /// The reason; nil as long as the attempt goes on.
    var ending: Attempt.Ending? { value.withLock { $0 } }

    /// Sets the reason, unless there is one.
    func set(_ ending: Attempt.Ending) { value.withLock { $0 = $0 ?? ending } }
}
