import BlobStorage
import NIOPosix

/// The threads that do all the blocking work of one storage, as many as the storage allows.
final class FilePool: Sendable {
    /// Takes the outcome of a piece of work; called exactly once.
    typealias Completion<Value> = @Sendable (Result<Value, StorageError>) -> Void

    private let threads: NIOThreadPool
    private let observer: (@Sendable (_ operation: String, _ seconds: Double) -> Void)?

    /// Starts the threads.
    init(threads: Int, observer: (@Sendable (_ operation: String, _ seconds: Double) -> Void)?) {
        self.threads = NIOThreadPool(numberOfThreads: max(1, threads))
        self.observer = observer
        self.threads.start()
    }

    deinit {
        threads.shutdownGracefully { _ in }
    }

    /// Does a piece of work on one of the threads, to its end even if the task is cancelled meanwhile.
    func run<Value: Sendable>(
        _ operation: String, _ work: @escaping @Sendable () throws(StorageError) -> Value
    ) async throws(StorageError) -> Value {
        try await start(operation) { completion in
            completion(Result(catching: work))
        }
    }

    /// Begins a piece of work on one of the threads; it is done when it calls its completion, there or on another thread.
    func start<Value: Sendable>(
        _ operation: String, _ work: @escaping @Sendable (@escaping Completion<Value>) -> Void
    ) async throws(StorageError) -> Value {
        let clock = ContinuousClock()
        let began = observer == nil ? nil : clock.now
        let outcome: Result<Value, StorageError> = await withCheckedContinuation { continuation in
            threads.submit { state in
                switch state {
                case .active: work { continuation.resume(returning: $0) }
                case .cancelled:
                    continuation.resume(returning: .failure(StorageError(.unavailable, "the storage is closed")))
                }
            }
        }
        if let observer, let began {
            observer(operation, (clock.now - began) / .seconds(1))
        }
        return try outcome.get()
    }

    /// Does a piece of work some time soon, and lets nobody wait for it.
    func later(_ work: @escaping @Sendable () -> Void) {
        threads.submit { _ in work() }
    }

    /// Lets running work end, refuses all other, and stops the threads.
    func close() async {
        await withCheckedContinuation { continuation in
            threads.shutdownGracefully { _ in continuation.resume() }
        }
    }
}
