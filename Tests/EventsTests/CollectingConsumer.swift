import Events
import Logging
import RegistryTesting
import SQL
import Synchronization

/// Keeps what it is told of, or fails as long as it is told to.
final class CollectingConsumer: EventConsumer {
    private struct State {
        var events: [Event] = []
        var failing: Set<Int64> = []
        var most = Int.max
    }

    private let state = Mutex(State())

    var events: [Event] { state.withLock { $0.events } }

    /// Fails from now on with events of these numbers.
    func fail(with ids: Set<Int64>) { state.withLock { $0.failing = ids } }

    /// Takes no more events than this at once from now on.
    func take(atMost most: Int) { state.withLock { $0.most = most } }

    func receive(_ events: [Event], on connection: any SQLConnection) throws -> Int {
        try state.withLock { state in
            if events.contains(where: { state.failing.contains($0.id) }) {
                throw DatabaseError(kind: .other, message: "not this one")
            }
            let taken = events.prefix(state.most)
            state.events += taken
            return taken.count
        }
    }
}

extension EventDispatcher {
    /// A dispatcher to one consumer.
    static func collecting(_ consumer: any EventConsumer, _ registry: RegistryFixture) -> EventDispatcher {
        EventDispatcher(
            database: registry.database, changes: registry.changes, consumers: [consumer],
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }
}
