import Synchronization

/// The sessions that this process is appending to: of two clients on one session the later one is refused.
final class UploadLeases: Sendable {
    private let held = Mutex<Set<String>>([])

    /// Takes a session; false if it is taken.
    func take(_ id: String) -> Bool { held.withLock { $0.insert(id).inserted } }

    /// Gives a session back.
    func give(_ id: String) { held.withLock { _ = $0.remove(id) } }
}
