import SQL
import Synchronization

/// Lets a test order what happens in units of work on different connections. Closed at first; stays open.
package final class Gate: Sendable {
    /// A gate that stayed closed.
    package struct StayedClosed: Error {}

    private let isOpened = Atomic<Bool>(false)

    /// A closed gate.
    package init() {}

    /// Whether it was opened.
    package var isOpen: Bool { isOpened.load(ordering: .acquiring) }

    /// Opens it.
    package func open() {
        isOpened.store(true, ordering: .releasing)
    }

    /// Blocks the thread of a unit of work until the gate is open; throws `StayedClosed` after `limit`.
    package func blockUntilOpen(limit: Duration = .seconds(300)) throws {
        let end = ContinuousClock.now + limit
        while !isOpen {
            if .now > end { throw StayedClosed() }
            WorkerThread.sleep(for: .milliseconds(1))
        }
    }

    /// Waits until the gate is open; throws `StayedClosed` after `limit`.
    package func untilOpen(limit: Duration = .seconds(300)) async throws {
        let end = ContinuousClock.now + limit
        while !isOpen {
            if .now > end { throw StayedClosed() }
            try await Task.sleep(for: .milliseconds(1))
        }
    }
}
