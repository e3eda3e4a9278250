import Synchronization

/// Remembers values that were read from the database until a change touches them; its size is bounded.
///
/// A value whose reading began before a change and ended after it is returned but not remembered. While the signal is
/// stale nothing is remembered or recalled.
package final class ChangeAwareCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    /// What a change makes the cache forget.
    package enum Forgotten: Sendable {
        case none
        case key(Key)
        case keys(@Sendable (Key) -> Bool)
        case all
    }

    private struct State {
        var values: [Key: Value] = [:]
        var epoch = 0
    }

    private let capacity: Int
    private let changes: ChangeSignal
    private let state = Mutex(State())

    /// Makes a cache of at most `capacity` values; `forgotten` tells what a change touches.
    package init(
        capacity: Int, changes: ChangeSignal, forgotten: @escaping @Sendable (ChangeTopic) -> Forgotten
    ) {
        self.capacity = capacity
        self.changes = changes
        changes.subscribe { [weak self] topic in self?.forget(forgotten(topic)) }
    }

    /// The remembered value, or what `read` returns; an absent value is not remembered.
    package func value(for key: Key, read: () async throws -> Value?) async throws -> Value? {
        let isFresh = changes.isFresh
        let (known, epoch) = state.withLock { ($0.values[key], $0.epoch) }
        if isFresh, let known { return known }
        guard let value = try await read() else { return nil }
        if isFresh {
            state.withLock { state in
                guard state.epoch == epoch else { return }
                if state.values.count >= capacity { state.values.removeAll(keepingCapacity: true) }
                state.values[key] = value
            }
        }
        return value
    }

    /// The remembered value, without looking any further.
    package func remembered(_ key: Key) -> Value? {
        guard changes.isFresh else { return nil }
        return state.withLock { $0.values[key] }
    }

    private func forget(_ forgotten: Forgotten) {
        state.withLock { state in
            switch forgotten {
            case .none: return
            case .key(let key): state.values[key] = nil
            case .keys(let matches): state.values = state.values.filter { !matches($0.key) }
            case .all: state.values.removeAll()
            }
            state.epoch += 1
        }
    }
}
