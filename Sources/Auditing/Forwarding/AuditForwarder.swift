/// Sends copies of audit records to another system.
package protocol AuditForwarder: Sendable {
    /// Takes records to be sent to a syslog server (`HOST:PORT`); never waits. With an empty endpoint they are dropped.
    func send(_ records: [AuditRecord], to endpoint: String)
}
