import NIOCore
import OCI
import Synchronization

/// Manifests in memory, by digest: what a digest names never changes.
///
/// It says nothing about whether a repository has the manifest. When it is full, manifests that were not asked for
/// since they were last passed over make room (the clock algorithm).
final class ManifestCache: Sendable {
    private struct Entry {
        var content: ByteBuffer
        var wasUsed = false
    }

    private struct State {
        var entries: [Digest: Entry] = [:]
        var order: [Digest] = []
        var hand = 0
        var bytes = 0
    }

    private let capacity: Int
    private let state = Mutex(State())

    /// Makes a cache of at most `capacity` bytes.
    init(capacity: Int) { self.capacity = capacity }

    func content(of digest: Digest) -> ByteBuffer? {
        state.withLock { state in
            guard let index = state.entries.index(forKey: digest) else { return nil }
            if !state.entries.values[index].wasUsed { state.entries.values[index].wasUsed = true }
            return state.entries.values[index].content
        }
    }

    func remember(_ content: ByteBuffer, of digest: Digest) {
        // One large index must not push everything else out.
        guard content.readableBytes <= capacity / 8 else { return }
        state.withLock { state in
            guard state.entries[digest] == nil else { return }
            state.entries[digest] = Entry(content: content)
            state.order.append(digest)
            state.bytes += content.readableBytes
            while state.bytes > capacity { Self.dropOne(&state) }
        }
    }

    private static func dropOne(_ state: inout State) {
        while !state.order.isEmpty {
            if state.hand >= state.order.count { state.hand = 0 }
            let digest = state.order[state.hand]
            guard var entry = state.entries[digest], entry.wasUsed else {
                state.bytes -= state.entries.removeValue(forKey: digest)?.content.readableBytes ?? 0
                state.order.swapAt(state.hand, state.order.count - 1)
                state.order.removeLast()
                return
            }
            entry.wasUsed = false
            state.entries[digest] = entry
            state.hand += 1
        }
    }
}
