import Glibc
import NIOCore
import NIOPosix
import NIOSSL
import SystemConfiguration

/// A connection to a syslog server, or a socket for datagrams to one.
struct SyslogConnection: Sendable {
    /// A connection whose peer acknowledged nothing for so long is given up (TCP_USER_TIMEOUT): it may be half open.
    static let silence = Duration.seconds(10)
    /// How long a write may take: longer means that the server reads no more.
    private static let patience = TimeAmount.seconds(15)
    private static let connectTime = TimeAmount.seconds(5)
    private static let closeTime = TimeAmount.seconds(3)

    let endpoint: SyslogEndpoint
    private let channel: any Channel
    private let handler: SyslogConnectionHandler

    /// Whether neither side has closed it, as far as is known.
    var isOpen: Bool { channel.isActive }

    /// Connects; `authorities` is a PEM file of those whose certificates hold instead of the system's.
    ///
    /// Throws what the network or TLS says, within about ten seconds.
    init(to endpoint: SyslogEndpoint, authorities: String?, group: any EventLoopGroup) async throws {
        self.endpoint = endpoint
        let loop = group.next()
        let ready = loop.makePromise(of: Void.self)
        let handler = SyslogConnectionHandler(ready: ready, isSecured: endpoint.transport == .tls)
        do {
            channel = try await Self.channel(to: endpoint, authorities: authorities, loop: loop, handler: handler)
        } catch {
            handler.end(error)
            throw error
        }
        self.handler = handler
        let deadline = closing(in: Self.connectTime)
        defer { deadline.cancel() }
        try await ready.futureResult.get()
    }

    /// Hands messages to the network, in their order; throws if it takes none for long, or the connection has ended.
    func send(_ messages: [SyslogMessage]) async throws {
        let (channel, handler) = (channel, handler)
        let frames = endpoint.transport.frames(messages)
        let deadline = closing(in: Self.patience)
        defer { deadline.cancel() }
        do {
            try await withTaskCancellationHandler {
                for frame in frames.dropLast() { channel.write(frame, promise: nil) }
                if let last = frames.last { try await channel.writeAndFlush(last) }
            } onCancel: {
                channel.close(promise: nil)
            }
        } catch { throw try await handler.failure(on: channel) ?? error }
    }

    /// Ends the connection; true if the server ended its side as well, and so has read everything.
    func finish() async -> Bool {
        let channel = channel
        let deadline = closing(in: Self.closeTime)
        defer { deadline.cancel() }
        switch endpoint.transport {
        case .udp:
            try? await channel.close()
            return true
        case .tcp, .tls:
            guard (try? await channel.close(mode: .output)) != nil else {
                try? await channel.close()
                return false
            }
            try? await channel.closeFuture.get()
            return (try? await handler.failure(on: channel)) == nil && handler.wasEndedByPeer
        }
    }

    /// Ends the connection at once.
    func close() { channel.close(promise: nil) }

    /// Gives the server up when the time is over.
    private func closing(in time: TimeAmount) -> Scheduled<Void> {
        let (channel, handler) = (channel, handler)
        return channel.eventLoop.scheduleTask(in: time) {
            handler.end(SyslogServerSilent())
            channel.close(promise: nil)
        }
    }

    private static func channel(
        to endpoint: SyslogEndpoint, authorities: String?, loop: any EventLoop, handler: SyslogConnectionHandler
    ) async throws -> any Channel {
        guard endpoint.transport != .udp else {
            // The look-up of names blocks, and there is no bootstrap of datagrams that does it elsewhere.
            let address = try await NIOThreadPool.singleton.runIfActive {
                try SocketAddress.makeAddressResolvingHost(endpoint.host, port: endpoint.port)
            }
            return try await DatagramBootstrap(group: loop)
                .channelInitializer { $0.pipeline.addHandler(handler) }
                .connect(to: address).get()
        }
        let security = endpoint.transport == .tls ? try await context(authorities: authorities) : nil
        return try await ClientBootstrap(group: loop).connectTimeout(connectTime)
            .channelOption(.socketOption(.so_keepalive), value: 1)
            .channelOption(.tcpOption(.init(rawValue: TCP_KEEPIDLE)), value: 30)
            .channelOption(.tcpOption(.init(rawValue: TCP_KEEPINTVL)), value: 10)
            .channelOption(.tcpOption(.init(rawValue: TCP_USER_TIMEOUT)), value: Int(silence.components.seconds) * 1000)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let security {
                        let isName = (try? SocketAddress(ipAddress: endpoint.host, port: 0)) == nil
                        try channel.pipeline.syncOperations.addHandler(
                            NIOSSLClientHandler(context: security, serverHostname: isName ? endpoint.host : nil))
                    }
                    try channel.pipeline.syncOperations.addHandler(handler)
                }
            }
            .connect(host: endpoint.host, port: endpoint.port).get()
    }

    /// TLS 1.2 or newer with the server's certificate and name checked; the file is read for each connection, so that
    /// a new one counts at once.
    private static func context(authorities: String?) async throws -> NIOSSLContext {
        try await NIOThreadPool.singleton.runIfActive {
            var settings = TLSConfiguration.makeClientConfiguration()
            settings.minimumTLSVersion = .tlsv12
            if let authorities { settings.trustRoots = .file(authorities) }
            return try NIOSSLContext(configuration: settings)
        }
    }
}

/// The error of a syslog server that neither reads nor answers.
struct SyslogServerSilent: Error {}
