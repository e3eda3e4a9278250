import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTP2
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import NIOHTTPTypesHTTP2
import NIOSSL

/// The pipeline of an accepted connection: HTTP/1.1, or under TLS what ALPN chooses between HTTP/1.1 and HTTP/2.
///
/// Hummingbird's own channels keep HTTP/2 windows at 64 KiB, leave `Expect: 100-continue` unanswered, never time out
/// a stalled download and can't change certificates; everything else of theirs is used as it is.
struct RegistryServerChannel: HTTPChannelHandler {
    typealias Exchanges = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>
    typealias Streams = NIOHTTP2Handler.AsyncStreamMultiplexer<Exchanges>

    /// A connection whose protocol may still be under negotiation.
    struct Value: ServerChildChannelValue {
        let negotiated: EventLoopFuture<NIONegotiatedHTTPVersion<Exchanges, Streams>>
        let channel: any Channel
    }

    let responder: HTTPChannelHandler.Responder
    let limits: ConnectionLimits
    /// Gives the current certificate; nil: connections are plain.
    let certificates: CertificateSource?

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        guard let certificates else {
            return channel.eventLoop.makeCompletedFuture {
                let exchanges = try configureHTTP1(channel, isSecure: false)
                return Value(negotiated: channel.eventLoop.makeSucceededFuture(.http1_1(exchanges)), channel: channel)
            }
        }
        do {
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: certificates.current))
        } catch {
            return channel.eventLoop.makeFailedFuture(error)
        }
        return channel.configureHTTP2AsyncSecureUpgrade { channel in
            channel.eventLoop.makeCompletedFuture { try configureHTTP1(channel, isSecure: true) }
        } http2ConnectionInitializer: { channel in
            channel.eventLoop.makeCompletedFuture { try configureHTTP2(channel) }
        }.map { Value(negotiated: $0, channel: channel) }
    }

    func handle(value: Value, logger: Logger) async {
        do {
            switch try await value.negotiated.get() {
            case .http1_1(let exchanges): await handleHTTP(asyncChannel: exchanges, logger: logger)
            case .http2(let streams):
                try await withThrowingDiscardingTaskGroup { group in
                    for try await exchanges in streams.inbound {
                        group.addTask { await handleHTTP(asyncChannel: exchanges, logger: logger) }
                    }
                }
            }
        } catch {
            logger.debug("connection ended", metadata: ["error": "\(error)"])
        }
    }

    private func configureHTTP1(_ channel: any Channel, isSecure: Bool) throws -> Exchanges {
        let pipeline = channel.pipeline.syncOperations
        var decoderLimits = NIOHTTPDecoderLimitConfiguration()
        decoderLimits.maxHeaderFieldSize = limits.maximumHeaderBytes
        decoderLimits.maxHeaderListSize = limits.maximumHeaderBytes
        decoderLimits.maxHeaderFieldCount = limits.maximumHeaderFields
        try pipeline.configureHTTPServerPipeline(
            withPipeliningAssistance: false, withErrorHandling: false, withOutboundHeaderValidation: false,
            withEncoderConfiguration: .init(), withDecoderLimitConfiguration: decoderLimits)
        try pipeline.addHandler(HTTP10Handler())
        try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: isSecure))
        try pipeline.addHandler(ExchangeFlowHandler(limits: limits, isStream: false))
        return try Exchanges(
            wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
    }

    private func configureHTTP2(_ channel: any Channel) throws -> Streams {
        var connection = NIOHTTP2Handler.ConnectionConfiguration()
        connection.initialSettings = [
            HTTP2Setting(parameter: .maxConcurrentStreams, value: 100),
            HTTP2Setting(parameter: .maxHeaderListSize, value: limits.maximumHeaderBytes),
            HTTP2Setting(parameter: .initialWindowSize, value: 1 << 20),
            HTTP2Setting(parameter: .maxFrameSize, value: 1 << 18),
        ]
        connection.targetWindowSize = 8 << 20
        var stream = NIOHTTP2Handler.StreamConfiguration()
        stream.targetWindowSize = 1 << 20
        stream.outboundBufferSizeHighWatermark = 512 << 10
        stream.outboundBufferSizeLowWatermark = 256 << 10
        let streams: Streams = try channel.pipeline.syncOperations.configureAsyncHTTP2Pipeline(
            mode: .server, streamDelegate: nil, configuration: .init(connection: connection, stream: stream)
        ) { streamChannel in
            streamChannel.eventLoop.makeCompletedFuture {
                let pipeline = streamChannel.pipeline.syncOperations
                try pipeline.addHandler(HTTP2FramePayloadToHTTPServerCodec())
                try pipeline.addHandler(ExchangeFlowHandler(limits: limits, isStream: true))
                return try Exchanges(wrappingChannelSynchronously: streamChannel)
            }
        }
        try channel.pipeline.syncOperations.addHandler(StreamCountHandler(idleTime: limits.idleTime))
        return streams
    }
}
