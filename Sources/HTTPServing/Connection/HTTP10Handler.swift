import NIOCore
import NIOHTTP1

/// Makes an HTTP/1.0 request without keep-alive look like an HTTP/1.1 request with `Connection: close`.
///
/// The HTTP types that follow in the pipeline don't carry the version.
final class HTTP10Handler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head(var head) = unwrapInboundIn(data), head.version.major == 1, head.version.minor == 0,
            !head.isKeepAlive
        {
            head.headers.replaceOrAdd(name: "Connection", value: "close")
            return context.fireChannelRead(wrapInboundOut(.head(head)))
        }
        context.fireChannelRead(data)
    }
}

@available(*, unavailable)
extension HTTP10Handler: Sendable {}
