import NIOCore
import Prometheus
import SystemConfiguration

/// Sends what a queue holds to the syslog server that the configuration names, in the order of the queue, again and
/// again until it has arrived: at least once.
struct SyslogDelivery: Sendable {
    /// What deliveries have in common.
    struct Surroundings: Sendable {
        let configuration: ConfigurationService
        let group: any EventLoopGroup
        /// The PEM file of those whose certificates hold; nil: the system's.
        let authorities: String?
        let sent: Counter
        let report: @Sendable (ForwardingReport) -> Void
    }

    private static let rest = Duration.seconds(1)
    private static let batch = 200
    /// A receiver of datagrams loses those that come faster than it reads.
    private static let datagrams = 50
    private static let datagramPause = Duration.milliseconds(20)
    /// So often there is no server before the queue is given up: other processes may know of one already.
    private static let looksWithoutServer = 5

    private let surroundings: Surroundings
    private let origin = SyslogOrigin.current
    private let waiting: Gauge
    private var queue: any ForwardingQueue
    private var connection: SyslogConnection?
    private var window = ForwardingWindow(settling: .zero)
    private var pause = ForwardingPause()
    private var lastEndpoint: SyslogEndpoint?
    private var lookedWithoutServer = 0

    init(_ queue: any ForwardingQueue, waiting: Gauge, surroundings: Surroundings) {
        self.queue = queue
        self.waiting = waiting
        self.surroundings = surroundings
    }

    /// Sends until the task is cancelled.
    mutating func run() async {
        while !Task.isCancelled {
            let pause = await step()
            if pause > .zero { try? await Task.sleep(for: pause) }
        }
        await leave()
    }

    /// Sends until nothing waits, nothing can be sent, or the task is cancelled.
    mutating func sendRest() async {
        while !Task.isCancelled, await step() < Self.rest {}
        await leave()
    }

    /// Does the next thing, and gives how long to wait before the one after it.
    private mutating func step() async -> Duration {
        do {
            guard let endpoint = try await surroundings.configuration.values().auditForwardEndpoint else {
                return try await withoutServer()
            }
            lookedWithoutServer = 0
            guard let backlog = try await queue.look() else {
                abandon()
                waiting.set(0)
                return Self.rest
            }
            waiting.set(Int(backlog.newest - max(backlog.confirmed, window.last ?? 0)))
            guard try await isConnected(to: endpoint, backlog) else { return Self.rest }
            return try await send(backlog)
        } catch let error as SyslogFailure {
            fail(error.cause)
        } catch is ForwardingElsewhere {
            abandon()
        } catch {}  // The database can't be asked: the connection stays.
        return Self.rest
    }

    private mutating func withoutServer() async throws -> Duration {
        await end()
        lookedWithoutServer += 1
        waiting.set(0)
        if lookedWithoutServer == Self.looksWithoutServer { try await queue.discard() }
        return Self.rest
    }

    /// Connects if there is something to send and it is time to.
    private mutating func isConnected(to endpoint: SyslogEndpoint, _ backlog: ForwardingBacklog) async throws -> Bool {
        if lastEndpoint != endpoint {
            let hadConnection = connection != nil
            await end()
            (lastEndpoint, pause) = (endpoint, ForwardingPause())
            // More has arrived than the backlog says.
            if hadConnection { return false }
        }
        if let connection {
            if connection.isOpen { return true }
            let isUnsure = window.isUnsure
            abandon()
            // Servers may close what rests; what was sent just before may be lost.
            if isUnsure { throw SyslogFailure(cause: ChannelError.eof) }
        }
        guard backlog.newest > backlog.confirmed, pause.isOver(at: .now) else { return false }
        do {
            connection = try await SyslogConnection(
                to: endpoint, authorities: surroundings.authorities, group: surroundings.group)
        } catch { throw SyslogFailure(cause: error) }
        window = ForwardingWindow(settling: endpoint.transport.settling)
        return true
    }

    private mutating func send(_ backlog: ForwardingBacklog) async throws -> Duration {
        guard let connection else { return Self.rest }
        if let place = window.settled(at: .now) {
            try await queue.confirm(upTo: place)
            if pause.isAfterFailure { surroundings.report(.resumed(connection.endpoint)) }
            pause = ForwardingPause()
        }
        let transport = connection.endpoint.transport
        let records = try await queue.records(
            behind: window.last ?? backlog.confirmed, limit: transport == .udp ? Self.datagrams : Self.batch)
        guard let last = records.last else { return Self.rest }
        let messages = records.map {
            SyslogMessage($0.record, from: origin, maximum: transport.maximumMessage)
        }
        do {
            try await connection.send(messages)
        } catch { throw SyslogFailure(cause: error) }
        window.note(last.place, at: .now)
        surroundings.sent.increment(by: records.count)
        return transport == .udp ? Self.datagramPause : .zero
    }

    private mutating func fail(_ cause: any Error) {
        if !pause.isAfterFailure, let lastEndpoint { surroundings.report(.interrupted(lastEndpoint, cause)) }
        abandon()
        pause.begin(at: .now)
    }

    /// Drops the connection: what it took without being known to have arrived will be sent again.
    private mutating func abandon() {
        connection?.close()
        connection = nil
        window = ForwardingWindow(settling: .zero)
    }

    /// Lets others go on from here.
    private mutating func leave() async {
        let delivery = self
        // A task of its own: this one may be cancelled, and a database refuses the work of cancelled tasks.
        await Task {
            var delivery = delivery
            await delivery.end()
            try? await delivery.queue.release()
        }.value
        abandon()
    }

    /// Closes the connection in good order.
    private mutating func end() async {
        guard let connection else { return }
        if await connection.finish(), let last = window.last { try? await queue.confirm(upTo: last) }
        abandon()
    }
}

extension SyslogTransport {
    /// How long what was sent may be on its way.
    fileprivate var settling: Duration {
        self == .udp ? .seconds(1) : SyslogConnection.silence + .seconds(2)
    }
}

/// The error of a delivery that the network or the server stopped.
private struct SyslogFailure: Error {
    let cause: any Error
}
