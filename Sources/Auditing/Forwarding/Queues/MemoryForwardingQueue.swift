import Prometheus
import Synchronization

/// Records that are sent and not kept, in memory: those that find no room are dropped and counted.
final class MemoryForwardingQueue: ForwardingQueue {
    private struct State {
        var records: [AuditRecord] = []
        var bytes = 0
        /// The place of the last record that has left the queue.
        var confirmed: Int64 = 0

        mutating func remove(_ count: Int) {
            bytes -= records.prefix(count).reduce(0) { $0 + $1.textBytes }
            records.removeFirst(count)
            confirmed += Int64(count)
        }
    }

    private let capacity: Int
    private let maximumBytes: Int
    private let dropped: Counter
    private let state = Mutex(State())

    /// A queue of at most `capacity` records with `maximumBytes` of text.
    init(capacity: Int, maximumBytes: Int, dropped: Counter) {
        self.capacity = capacity
        self.maximumBytes = maximumBytes
        self.dropped = dropped
    }

    /// Takes records as far as there is room; never waits.
    func append(_ records: [AuditRecord]) {
        let lost = state.withLock { state in
            var taken = 0
            for record in records {
                guard state.records.count < capacity, state.bytes + record.textBytes <= maximumBytes else { break }
                state.records.append(record)
                state.bytes += record.textBytes
                taken += 1
            }
            return records.count - taken
        }
        if lost > 0 { dropped.increment(by: lost) }
    }

    func look() -> ForwardingBacklog? {
        state.withLock {
            ForwardingBacklog(confirmed: $0.confirmed, newest: $0.confirmed + Int64($0.records.count))
        }
    }

    func records(behind place: Int64, limit: Int) -> [ForwardedRecord] {
        state.withLock { state in
            let passed = Int(max(0, place - state.confirmed))
            return state.records.dropFirst(passed).prefix(limit).enumerated().map { number, record in
                ForwardedRecord(place: state.confirmed + Int64(passed + number + 1), record: record)
            }
        }
    }

    func confirm(upTo place: Int64) {
        state.withLock { $0.remove(min($0.records.count, Int(max(0, place - $0.confirmed)))) }
    }

    func discard() { state.withLock { $0.remove($0.records.count) } }

    func release() {}
}

extension AuditRecord {
    /// About how much memory the record's texts take.
    fileprivate var textBytes: Int {
        username.utf8.count + operation.utf8.count + resourceType.utf8.count + resource.utf8.count
            + description.utf8.count
    }
}
