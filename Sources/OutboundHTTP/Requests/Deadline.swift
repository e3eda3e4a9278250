import Synchronization

/// The time that a request has, and how far it is.
final class Deadline: Sendable {
    /// How far a request is; in words, the end of a sentence.
    enum Stage: Hashable {
        case lookup
        case connection(IPAddress)
        case wait
        case reading

        var text: String {
            switch self {
            case .lookup: "while the host was looked up"
            case .connection(let address): "while connecting to \(address)"
            case .wait: "while waiting for the answer"
            case .reading: "while the answer was read"
            }
        }
    }

    private let timeout: Duration
    private let end: ContinuousClock.Instant
    private let current = Mutex(Stage.lookup)

    init(_ timeout: Duration) {
        self.timeout = timeout
        end = ContinuousClock.now.advanced(by: timeout)
    }

    /// Time that is left, not negative.
    var remaining: Duration { max(.zero, end - ContinuousClock.now) }

    /// How far the request is now.
    var stage: Stage {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }

    /// The error for when the time is over.
    private var error: OutboundHTTPError {
        let (seconds, fraction) = timeout.components
        return .timedOut(seconds: Double(seconds) + Double(fraction) / 1e18, during: stage.text)
    }

    /// Does something until the time is over: then cancels it and throws an error. What is done heeds cancellation.
    func bound<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await work() }
            group.addTask { [end] in
                try await Task.sleep(until: end, clock: .continuous)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let value = first else { throw error }
            return value
        }
    }
}
