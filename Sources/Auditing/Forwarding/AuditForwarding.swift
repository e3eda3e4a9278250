package import NIOCore
package import Prometheus
package import SQL
package import SystemConfiguration

/// Sends the audit log to the syslog server of `audit_log_forward_endpoint`: each record at least once, in order.
///
/// What is kept in the database is sent from there, by one process at a time: it waits as long as the database keeps
/// it, also over restarts. What isn't kept (`skip_audit_log_database`) waits in the memory of its process.
package final class AuditForwarding: Sendable {
    /// How many records wait in memory at most, those sent within the last seconds among them.
    package static let memoryCapacity = 50_000
    private static let memoryBytes = 32 << 20

    private let database: any Database
    private let configuration: ConfigurationService
    private let group: any EventLoopGroup
    private let authorities: String?
    private let sent: Counter
    private let waiting: MetricFamily<Gauge>
    private let memory: MemoryForwardingQueue

    /// Makes a forwarding whose connections run on `group`; `authorities` is a PEM file of those whose certificates
    /// hold for `tls://`, instead of the system's.
    package init(
        database: any Database, configuration: ConfigurationService, group: any EventLoopGroup, authorities: String?,
        metrics: MetricsRegistry, memoryCapacity: Int = memoryCapacity
    ) {
        self.database = database
        self.configuration = configuration
        self.group = group
        self.authorities = authorities
        sent = metrics.counter(
            "haven_audit_forward_sent_total", help: "Audit records sent to the syslog server, repeated ones too.")
        waiting = metrics.gauge(
            "haven_audit_forward_waiting", help: "Audit records that wait to be sent to the syslog server.",
            labels: ["queue"])
        memory = MemoryForwardingQueue(
            capacity: memoryCapacity, maximumBytes: Self.memoryBytes,
            dropped: metrics.counter(
                "haven_audit_forward_dropped_total",
                help: "Audit records that were neither kept nor sent for want of room."))
    }

    /// Takes records that nobody keeps; never waits.
    func take(_ records: [AuditRecord]) { memory.append(records) }

    /// Sends until the task is cancelled; `report` learns when the server is away and when it is back.
    package func run(report: @escaping @Sendable (ForwardingReport) -> Void) async {
        await withTaskGroup(of: Void.self) { group in
            for delivery in deliveries(report) {
                group.addTask {
                    var delivery = delivery
                    await delivery.run()
                }
            }
        }
    }

    /// Sends what waits, for so long at most.
    package func sendRest(within time: Duration = .seconds(5)) async {
        await withTaskGroup(of: Bool.self) { group in
            let deliveries = deliveries { _ in }
            for delivery in deliveries {
                group.addTask {
                    var delivery = delivery
                    await delivery.sendRest()
                    return true
                }
            }
            group.addTask { (try? await Task.sleep(for: time)) == nil }
            var ended = 0
            for await isDelivery in group {
                ended += isDelivery ? 1 : deliveries.count
                if ended >= deliveries.count { group.cancelAll() }
            }
        }
    }

    private func deliveries(_ report: @escaping @Sendable (ForwardingReport) -> Void) -> [SyslogDelivery] {
        let surroundings = SyslogDelivery.Surroundings(
            configuration: configuration, group: group, authorities: authorities, sent: sent, report: report)
        let origin = SyslogOrigin.current
        let lease = ForwardingLease(
            name: "\(origin.hostName):\(origin.processID):\(UInt64.random(in: 0 ... .max))")
        return [
            SyslogDelivery(
                DatabaseForwardingQueue(database: database, lease: lease), waiting: waiting.labelled("database"),
                surroundings: surroundings),
            SyslogDelivery(memory, waiting: waiting.labelled("memory"), surroundings: surroundings),
        ]
    }
}

/// What happens to the forwarding, for the log of the program.
package enum ForwardingReport: Sendable {
    /// The server can't be reached, or ended the connection.
    case interrupted(SyslogEndpoint, any Error)
    /// Records arrive again.
    case resumed(SyslogEndpoint)
}
