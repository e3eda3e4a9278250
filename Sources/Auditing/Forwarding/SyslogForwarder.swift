import NIOCore
package import NIOPosix
package import Prometheus
import Synchronization
import SystemConfiguration

/// Sends audit records to a syslog server over TCP, one line each (RFC 5424, with line feeds between).
///
/// Records wait while the server can't be reached, up to `capacity`; what comes then is dropped and counted in
/// `haven_audit_forward_dropped_total`.
package final class SyslogForwarder: AuditForwarder {
    private struct State {
        var endpoint = ""
        var lines: [String] = []
        var isSending = false
    }

    private static let pause = Duration.seconds(5)
    private let group: MultiThreadedEventLoopGroup
    private let capacity: Int
    private let dropped: Counter
    private let state = Mutex(State())

    /// Makes a forwarder whose connections run on `group`.
    package init(group: MultiThreadedEventLoopGroup, metrics: MetricsRegistry, capacity: Int = 10_000) {
        self.group = group
        self.capacity = capacity
        dropped = metrics.counter(
            "haven_audit_forward_dropped_total", help: "Audit records that could not be sent to the syslog server.")
    }

    /// Takes records to be sent in the background.
    package func send(_ records: [AuditRecord], to endpoint: String) {
        guard !endpoint.isEmpty, !records.isEmpty else { return }
        let lines = records.map(SyslogLine.text)
        let starts = state.withLock { state in
            state.endpoint = endpoint
            let room = max(0, capacity - state.lines.count)
            state.lines += lines.prefix(room)
            dropped.increment(by: max(0, lines.count - room))
            defer { state.isSending = true }
            return !state.isSending
        }
        if starts { Task { await sendWaiting() } }
    }

    /// Sends until nothing waits any more.
    private func sendWaiting() async {
        var connection: (endpoint: String, channel: any Channel)?
        while let (endpoint, lines) = next() {
            do {
                if connection?.endpoint != endpoint {
                    try? await connection?.channel.close()
                    connection = (endpoint, try await connect(endpoint))
                }
                let bytes = ByteBuffer(string: lines.joined())
                try await connection?.channel.writeAndFlush(bytes)
            } catch {
                try? await connection?.channel.close()
                connection = nil
                putBack(lines)
                try? await Task.sleep(for: Self.pause)
            }
        }
        try? await connection?.channel.close()
    }

    /// What is to be sent next; nil, and the end of the sending, if nothing waits.
    private func next() -> (endpoint: String, lines: [String])? {
        state.withLock { state in
            guard !state.lines.isEmpty else {
                state.isSending = false
                return nil
            }
            defer { state.lines = [] }
            return (state.endpoint, state.lines)
        }
    }

    private func putBack(_ lines: [String]) {
        state.withLock { state in
            let room = max(0, capacity - state.lines.count)
            state.lines = lines.suffix(room) + state.lines
            dropped.increment(by: max(0, lines.count - room))
        }
    }

    private func connect(_ text: String) async throws -> any Channel {
        guard let endpoint = SyslogEndpoint(text) else { throw ChannelError.unknownLocalAddress }
        return try await ClientBootstrap(group: group).connectTimeout(.seconds(5))
            .connect(host: endpoint.host, port: endpoint.port).get()
    }
}
