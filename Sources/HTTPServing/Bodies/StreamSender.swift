package import Hummingbird
package import NIOCore
import NIOHTTPTypes

/// Sends bodies that are made while they are sent and whose length nobody knows before, with flat memory use.
///
/// Two pieces are under way at a time: the next one is made only when the client has read the one before the last.
package struct StreamSender: Sendable {
    /// Makes the next piece, which may be empty; nil at the end.
    package typealias NextPiece = () async throws -> ByteBuffer?

    private let limits: ConnectionLimits

    package init(limits: ConnectionLimits) { self.limits = limits }

    /// A body of the pieces that `pieces` makes, called once when it is sent.
    ///
    /// An error on the way cuts the connection off, so that no client takes a part for the whole.
    package func body(
        context: RegistryRequestContext, pieces: @escaping @Sendable () -> NextPiece
    ) -> ResponseBody {
        ResponseBody { writer in
            context.channel.triggerUserOutboundEvent(PacedBodyEvent.began, promise: nil)
            defer { context.channel.triggerUserOutboundEvent(PacedBodyEvent.ended, promise: nil) }
            let pace = TransferPace(channel: context.channel, limits: limits)
            let next = pieces()
            var underWay: [(written: EventLoopFuture<Void>, bytes: Int)] = []
            while let piece = try await next() {
                // Without pieces to write nothing else would tell that the client has gone.
                guard context.channel.isActive else { throw ChannelError.ioOnClosedChannel }
                guard piece.readableBytes > 0 else { continue }
                if underWay.count == 2 {
                    let first = underWay.removeFirst()
                    try await pace.wait(for: first.written, bytes: first.bytes)
                }
                context.exchange.addBytesSent(piece.readableBytes)
                underWay.append((context.channel.writeAndFlush(HTTPResponsePart.body(piece)), piece.readableBytes))
            }
            for piece in underWay { try await pace.wait(for: piece.written, bytes: piece.bytes) }
            try await writer.finish(nil)
        }
    }
}
