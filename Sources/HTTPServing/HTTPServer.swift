import HTTPTypes
package import Hummingbird
import HummingbirdCore
package import Logging
package import NIOCore
import NIOHTTP1
import ServiceLifecycle

/// One listening address and everything that happens between its sockets and the routes.
package struct HTTPServer<Responder: HTTPResponder>: Service
where Responder.Context == RegistryRequestContext {
    private let address: BindAddress
    private let responder: Responder
    private let limits: ConnectionLimits
    private let forwarding: ForwardingRules
    private let certificates: CertificateSource?
    private let observation: RequestObservation
    private let eventLoopGroup: any EventLoopGroup
    private let logger: Logger
    private let translate: FailureTranslator
    private let onListening: @Sendable (SocketAddress?) async -> Void
    private let dateHeader = DateHeader()

    /// Makes a server; it listens when it is run and calls `onListening` with the address it got.
    ///
    /// `translate` is asked about errors that no surface has translated; they are logged in any case.
    package init(
        address: BindAddress, responder: Responder, limits: ConnectionLimits, forwarding: ForwardingRules,
        certificates: CertificateSource?, observation: RequestObservation, eventLoopGroup: any EventLoopGroup,
        logger: Logger, translate: @escaping FailureTranslator,
        onListening: @escaping @Sendable (SocketAddress?) async -> Void
    ) {
        self.address = address
        self.responder = responder
        self.limits = limits
        self.forwarding = forwarding
        self.certificates = certificates
        self.observation = observation
        self.eventLoopGroup = eventLoopGroup
        self.logger = logger
        self.translate = translate
        self.onListening = onListening
    }

    /// Serves until a graceful stop, then finishes the transfers under way.
    package func run() async throws {
        var quiet = logger
        quiet.logLevel = max(.warning, logger.logLevel)
        let channel = RegistryServerChannel(responder: serve, limits: limits, certificates: certificates)
        let server = channel.server(
            configuration: ServerConfiguration(
                address: address, backlog: 1024,
                availableConnectionsDelegate: MaximumAvailableConnections(limits.maximumConnections)),
            onServerRunning: { await onListening($0.localAddress) }, eventLoopGroup: eventLoopGroup, logger: quiet)
        try await server.run()
    }

    @Sendable private func serve(
        request: Request, writer: consuming ResponseWriter, channel: any Channel
    ) async throws {
        let exchange = Exchange(head: request.head)
        let origin = forwarding.origin(
            of: request.head, peer: channel.remoteAddress?.ipAddress, isEncrypted: certificates != nil)
        let source = RegistryRequestContext.Source(
            logger: logger, channel: channel, exchange: exchange, origin: origin)
        let observed = observation.begin(request, exchange: exchange, origin: origin)
        var response = await respond(to: request, context: RegistryRequestContext(source: source))
        if request.method == .head {
            // The header fields stay, among them the length that a GET would have (RFC 9110 section 9.3.2).
            response = Response(status: response.status, headers: response.headers)
        }
        response.headers[.date] = dateHeader.current
        response.headers[.requestID] = exchange.requestID
        response.headers[.xContentTypeOptions] = "nosniff"
        do {
            try await writer.write(response: response.head, body: response.body)
            observed.end(status: response.status, isComplete: true)
        } catch {
            observed.end(status: response.status, isComplete: false)
            // A second head must never follow one that is out: the connection ends instead.
            throw ResponseAborted(cause: error)
        }
    }

    private func respond(to request: Request, context: RegistryRequestContext) async -> Response {
        do {
            return try await responder.respond(to: request, context: context)
        } catch let failure as HTTPFailure {
            return failure.response()
        } catch let error as HTTPParserError {
            return HTTPFailure(.badRequest, code: "BAD_REQUEST", message: "malformed request: \(error)").response()
        } catch let error as any HTTPResponseError {
            return HTTPFailure(
                error.status, code: error.status.reasonPhrase.uppercased().replacing(" ", with: "_"),
                message: error.status.reasonPhrase.lowercased()
            ).response()
        } catch {
            logger.error(
                "request failed",
                metadata: ["request_id": "\(context.exchange.requestID)", "error": "\(error)"])
            return (translate(error) ?? HTTPFailure.internalError).response()
        }
    }
}

/// Tells what a client sees of an error that no surface has translated; nil: an internal error.
package typealias FailureTranslator = @Sendable (any Error) -> HTTPFailure?

/// The error of a response that could not be sent to its end.
struct ResponseAborted: Error {
    let cause: any Error
}

extension RegistryRequestContext {
    /// Tells a client that waits for it (`Expect: 100-continue`) to send the request's body; called before reading it.
    package func acceptBody() async throws {
        try await channel.triggerUserOutboundEvent(AcceptBodyEvent()).get()
    }
}
