import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Applies `ExchangeFlow` to a channel: the last handler before the application.
///
/// The application sends `AcceptBodyEvent` outwards when it begins to read a body; only then is a client that sent
/// `Expect: 100-continue` told to go on (RFC 9110 section 10.1.1), so that a refused upload is never sent.
final class ExchangeFlowHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private static let tick = TimeAmount.seconds(5)
    private static let discardTime = TimeAmount.seconds(3)
    private let isStream: Bool
    private var flow: ExchangeFlow
    private var ticker: RepeatedTask?
    private var isReadOutstanding = false

    /// Makes a handler for a connection, or for one HTTP/2 stream of it.
    init(limits: ConnectionLimits, isStream: Bool) {
        self.isStream = isStream
        flow = ExchangeFlow(limits: limits, now: .now())
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        ticker = context.eventLoop.scheduleRepeatedTask(initialDelay: Self.tick, delay: Self.tick) { _ in
            let (handler, context) = bound.value
            if !handler.isReadOutstanding { handler.flow.readingPaused() }
            // A stream's channel ends the process when it is asked this.
            let unsent =
                handler.isStream ? nil : try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)
            if handler.flow.isTooSlow(now: .now(), unsent: unsent) { context.close(promise: nil) }
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { ticker?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        ticker?.cancel()
        context.fireChannelInactive()
    }

    func read(context: ChannelHandlerContext) {
        isReadOutstanding = true
        context.read()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isReadOutstanding = false
        context.fireChannelReadComplete()
        // Nobody reads on behalf of the application once its answer is out.
        if flow.isDiscarding { context.read() }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            flow.readHead(
                expectsContinue: head.headerFields[.expect]?.lowercased() == "100-continue",
                contentLength: head.headerFields[.contentLength].flatMap { Int($0) }, now: .now())
        case .body(let bytes):
            flow.readBody(bytes.readableBytes)
            if flow.isDiscarding { return }
        case .end:
            flow.readEnd()
            if flow.isDiscarding { return context.close(promise: nil) }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head) where head.status.kind != .informational:
            if flow.writeHead(), !isStream {
                head.headerFields[.connection] = "close"
                return context.write(wrapOutboundOut(.head(head)), promise: promise)
            }
        case .end where flow.writeEnd(now: .now()):
            return writeLastPart(context, data: data, promise: promise)
        default: break
        }
        context.write(data, promise: promise)
    }

    /// Closes after the response has reached the socket.
    private func writeLastPart(_ context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let written = promise ?? context.eventLoop.makePromise(of: Void.self)
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        written.futureResult.whenComplete { _ in
            let (handler, context) = bound.value
            handler.endConnection(context)
        }
        context.writeAndFlush(data, promise: written)
    }

    /// Closes; a client that still sends gets time to read the answer, or it would see a reset instead.
    private func endConnection(_ context: ChannelHandlerContext) {
        guard flow.isDiscarding else { return context.close(promise: nil) }
        if !isStream { context.close(mode: .output, promise: nil) }
        context.read()
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: Self.discardTime) { bound.value.close(promise: nil) }
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        switch event {
        case is AcceptBodyEvent:
            if flow.acceptBody() {
                context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
            }
        case let event as PacedBodyEvent: flow.setPaced(event == .began)
        default: return context.triggerUserOutboundEvent(event, promise: promise)
        }
        promise?.succeed()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent, flow.quiesce() { context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        flow.writabilityChanged(context.channel.isWritable, now: .now())
        context.fireChannelWritabilityChanged()
    }
}

@available(*, unavailable)
extension ExchangeFlowHandler: Sendable {}

/// Says that the application begins to read the request's body.
struct AcceptBodyEvent: Sendable {}

/// Says that a body which watches its own pace begins or ends.
enum PacedBodyEvent: Sendable {
    case began
    case ended
}
