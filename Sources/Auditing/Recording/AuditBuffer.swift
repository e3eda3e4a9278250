import Time

/// An entry, when it happened, and how often.
struct StampedEntry: Sendable {
    let time: Timestamp
    let entry: AuditEntry
    /// More than 1 only for pulls.
    var count = 1
}

/// What waits to be written, of a bounded size: when it is full, pulls give way to everything else.
///
/// Pulls of the same by the same are counted and not repeated: a client that pulls a thousand times a second must not
/// cost a thousand rows a second.
struct AuditBuffer: Sendable {
    /// How many entries of each kind were given up.
    struct Dropped: Sendable, Equatable {
        var pulls = 0
        var others = 0
    }

    private struct PullKey: Hashable {
        let name: String
        let resource: String

        init(_ entry: AuditEntry) {
            name = entry.operator
            resource = entry.resource
        }
    }

    private let capacity: Int
    private var pulls: [StampedEntry] = []
    private var places: [PullKey: Int] = [:]
    private var others: [StampedEntry] = []

    init(capacity: Int) {
        self.capacity = capacity
    }

    var isEmpty: Bool { pulls.isEmpty && others.isEmpty }

    /// Takes an entry; tells what was given up for it.
    mutating func append(_ stamped: StampedEntry) -> Dropped {
        guard !stamped.isPull else { return appendPull(stamped) }
        var dropped = Dropped()
        if pulls.count + others.count >= capacity {
            guard let last = pulls.popLast() else { return Dropped(others: 1) }
            places[PullKey(last.entry)] = nil
            dropped.pulls = last.count
        }
        others.append(stamped)
        return dropped
    }

    private mutating func appendPull(_ stamped: StampedEntry) -> Dropped {
        let key = PullKey(stamped.entry)
        if let place = places[key] {
            pulls[place].count += stamped.count
            return Dropped()
        }
        guard pulls.count + others.count < capacity else { return Dropped(pulls: stamped.count) }
        places[key] = pulls.count
        pulls.append(stamped)
        return Dropped()
    }

    /// Takes everything out, in the order in which it happened.
    mutating func takeAll() -> [StampedEntry] {
        defer { self = AuditBuffer(capacity: capacity) }
        return (pulls + others).sorted { $0.time < $1.time }
    }
}

extension StampedEntry {
    /// Whether an artifact was pulled.
    var isPull: Bool { entry.operation == "pull" && entry.resourceType == "artifact" }
}
