#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A thread of its own for blocking work, apart from the threads that run Swift tasks.
package enum WorkerThread {
    /// Stack size in bytes, the same whatever C library is linked.
    private static let stackSize = 2 << 20

    /// Starts a thread that runs the body and ends with it; throws `DatabaseError` if the system has no thread left.
    package static func start(_ body: @escaping @Sendable () -> Void) throws(DatabaseError) {
        let start = Unmanaged.passRetained(ThreadStart(body: body))
        let code = create(start.toOpaque())
        guard code == 0 else {
            start.release()
            throw DatabaseError(kind: .other, message: "can't start a thread: error \(code)")
        }
    }

    /// Makes the calling thread wait, at most so long; never for a thread that runs Swift tasks.
    package static func sleep(for duration: Duration) {
        let (seconds, attoseconds) = duration.components
        var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
        nanosleep(&time, nil)
    }

    private static func create(_ start: UnsafeMutableRawPointer) -> Int32 {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, stackSize)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        return pthread_create(&thread, &attributes, runThread, start)
    }
}

/// What a new thread is given.
private final class ThreadStart {
    let body: @Sendable () -> Void

    init(body: @escaping @Sendable () -> Void) { self.body = body }
}

#if canImport(Darwin)
    private func runThread(_ start: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<ThreadStart>.fromOpaque(start).takeRetainedValue().body()
        return nil
    }
#else
    private func runThread(_ start: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let start else { return nil }
        Unmanaged<ThreadStart>.fromOpaque(start).takeRetainedValue().body()
        return nil
    }
#endif
