import NIOCore
import NIOHTTP2

/// Closes an HTTP/2 connection that has had no stream for a while, or has none when the server stops.
final class StreamCountHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTP2Frame

    private let idleTime: TimeAmount
    private var openStreams = 0
    private var isQuiescing = false
    private var idleTimer: Scheduled<Void>?

    init(idleTime: TimeAmount) { self.idleTime = idleTime }

    func handlerAdded(context: ChannelHandlerContext) { startTimer(context) }

    func handlerRemoved(context: ChannelHandlerContext) { idleTimer?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        idleTimer?.cancel()
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is NIOHTTP2StreamCreatedEvent:
            openStreams += 1
            idleTimer?.cancel()
        case is StreamClosedEvent:
            openStreams = max(0, openStreams - 1)
            if openStreams == 0 { isQuiescing ? context.close(promise: nil) : startTimer(context) }
        case is ChannelShouldQuiesceEvent:
            isQuiescing = true
            if openStreams == 0 { context.close(promise: nil) }
        default: break
        }
        context.fireUserInboundEventTriggered(event)
    }

    private func startTimer(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        idleTimer = context.eventLoop.scheduleTask(in: idleTime) { bound.value.close(promise: nil) }
    }
}

@available(*, unavailable)
extension StreamCountHandler: Sendable {}
