import Time

/// An entry and when it happened.
struct StampedEntry: Sendable {
    let time: Timestamp
    let entry: AuditEntry
}

/// What waits to be written, of a bounded size: when it is full, pulls give way to everything else.
struct AuditBuffer: Sendable {
    /// How many entries of each kind were given up.
    struct Dropped: Sendable, Equatable {
        var pulls = 0
        var others = 0
    }

    private let capacity: Int
    private var pulls: [StampedEntry] = []
    private var others: [StampedEntry] = []

    init(capacity: Int) {
        self.capacity = capacity
    }

    var isEmpty: Bool { pulls.isEmpty && others.isEmpty }

    /// Takes an entry; tells what was given up for it.
    mutating func append(_ stamped: StampedEntry) -> Dropped {
        let isFull = pulls.count + others.count >= capacity
        guard stamped.entry.eventType != AuditEventType.pull else {
            if isFull { return Dropped(pulls: 1) }
            pulls.append(stamped)
            return Dropped()
        }
        if isFull, pulls.popLast() == nil { return Dropped(others: 1) }
        others.append(stamped)
        return Dropped(pulls: isFull ? 1 : 0)
    }

    /// Takes everything out, in the order in which it happened.
    mutating func takeAll() -> [StampedEntry] {
        defer {
            pulls.removeAll(keepingCapacity: true)
            others.removeAll(keepingCapacity: true)
        }
        return (pulls + others).sorted { $0.time < $1.time }
    }
}
