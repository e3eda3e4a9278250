import NIOCore
import NIOTLS
import Synchronization

/// Watches a connection to a syslog server: tells when it is ready and remembers why it failed. What the server sends
/// is passed over.
final class SyslogConnectionHandler: ChannelInboundHandler, Sendable {
    typealias InboundIn = Never

    private struct State {
        var ready: EventLoopPromise<Void>?
        var failure: (any Error)?
        var wasEndedByPeer = false
    }

    private let isSecured: Bool
    private let state: Mutex<State>

    /// `ready` is fulfilled when messages may be sent: at once, or after the handshake of TLS.
    init(ready: EventLoopPromise<Void>, isSecured: Bool) {
        self.isSecured = isSecured
        state = Mutex(State(ready: ready))
    }

    /// Whether the server closed its side in good order.
    var wasEndedByPeer: Bool { state.withLock { $0.wasEndedByPeer } }

    /// What went wrong on the connection, once all that is known has been noticed.
    func failure(on channel: any Channel) async throws -> (any Error)? {
        try await channel.eventLoop.submit { self.state.withLock { $0.failure } }.get()
    }

    func channelActive(context: ChannelHandlerContext) {
        if !isSecured { answer(nil) }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        state.withLock { if $0.failure == nil { $0.wasEndedByPeer = true } }
        answer(ChannelError.eof)
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {}

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted = event as? TLSUserEvent { answer(nil) }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        end(error)
        context.close(promise: nil)
    }

    /// Notes why the connection can't be used; the first reason counts.
    func end(_ error: any Error) {
        state.withLock { $0.failure = $0.failure ?? error }
        answer(error)
    }

    /// Answers whoever waits for the connection to be ready, once.
    private func answer(_ failure: (any Error)?) {
        let ready = state.withLock { state in
            defer { state.ready = nil }
            return state.ready
        }
        if let failure { ready?.fail(failure) } else { ready?.succeed() }
    }
}
