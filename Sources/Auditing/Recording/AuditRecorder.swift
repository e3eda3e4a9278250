package import Prometheus
package import SQL
import Synchronization
package import SystemConfiguration
package import Time

/// Writes the audit log: takes entries without ever letting the caller wait, and writes them each second and at stop.
///
/// A crash may lose the last second. Pulls of the same by the same within it become one record that tells their number.
///
/// What doesn't fit into the bounded buffer is given up, pulls first, and counted in
/// `haven_audit_dropped_total`. An entry that may have been written, because the connection was lost while it was
/// being committed, is written again: rather twice than not at all.
package final class AuditRecorder: Sendable {
    private static let interval = Duration.seconds(1)
    private static let rowsAtOnce = 200
    private let database: any Database
    private let clock: WallClock
    private let configuration: ConfigurationService
    private let forwarding: AuditForwarding?
    private let buffer: Mutex<AuditBuffer>
    private let droppedPulls: Counter
    private let droppedOthers: Counter

    /// Makes a recorder that holds at most `capacity` entries; `forwarding` sends copies elsewhere.
    package init(
        database: any Database, clock: WallClock, configuration: ConfigurationService, metrics: MetricsRegistry,
        forwarding: AuditForwarding? = nil, capacity: Int = 10_000
    ) {
        self.database = database
        self.clock = clock
        self.configuration = configuration
        self.forwarding = forwarding
        buffer = Mutex(AuditBuffer(capacity: capacity))
        let dropped = metrics.counter(
            "haven_audit_dropped_total", help: "Audited events that were not written for want of room.",
            labels: ["kind"])
        droppedPulls = dropped.labelled("pull")
        droppedOthers = dropped.labelled("other")
    }

    /// Takes an entry, to be written within a second as far as the configuration wants it.
    package func note(_ entry: AuditEntry) {
        let stamped = StampedEntry(time: clock.now, entry: entry)
        count(buffer.withLock { $0.append(stamped) })
    }

    /// Writes what waits; throws `DatabaseError`, after which it waits on.
    package func flush() async throws {
        let waiting = buffer.withLock { $0.isEmpty ? [] : $0.takeAll() }
        guard !waiting.isEmpty else { return }
        var rest = waiting[...]
        do {
            let values = try await configuration.values()
            while !rest.isEmpty {
                // In parts, so that pushes don't have to wait for all of it.
                let part = rest.prefix(Self.rowsAtOnce)
                try await write(part.filter { Self.isWanted($0, values) }, values)
                rest = rest.dropFirst(part.count)
            }
        } catch {
            for stamped in rest { count(buffer.withLock { $0.append(stamped) }) }
            throw error
        }
    }

    private func write(_ entries: [StampedEntry], _ values: ConfigurationValues) async throws {
        guard !entries.isEmpty else { return }
        let isForwarded = forwarding != nil && values.auditForwardEndpoint != nil
        if isForwarded, values.isAuditDatabaseSkipped {
            forwarding?.take(entries.map(AuditRecord.init))
        } else {
            try await database.write { try AuditStore.insert(entries, isForwarded: isForwarded, on: $0) }
        }
    }

    /// Writes each second until the task is cancelled, then once more.
    package func run() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.interval)
            try? await flush()
        }
    }

    private static func isWanted(_ stamped: StampedEntry, _ values: ConfigurationValues) -> Bool {
        if values.isPullAuditDisabled, stamped.isPull { return false }
        return values.disabledAuditEvents.isEmpty || !values.disabledAuditEvents.contains(stamped.entry.eventType)
    }

    private func count(_ dropped: AuditBuffer.Dropped) {
        if dropped.pulls > 0 { droppedPulls.increment(by: dropped.pulls) }
        if dropped.others > 0 { droppedOthers.increment(by: dropped.others) }
    }
}
