import AsyncHTTPClient
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOSSL

/// Connects to one address, sends one request, reads one answer.
struct CheckedConnections: Sendable {
    let eventLoopGroup: any EventLoopGroup

    /// Sends a request to an address of its host; a connection has to come about within `connectTime`.
    ///
    /// Throws `OutboundHTTPError`, `.unreachable` only before anything was sent.
    func send(
        _ request: OutboundRequest, to address: IPAddress, connectTime: Duration, deadline: Deadline
    ) async throws -> OutboundAnswer {
        let client = HTTPClient(
            eventLoopGroupProvider: .shared(eventLoopGroup),
            configuration: configuration(request, address, connectTime: connectTime, deadline))
        // Nobody waits for a connection that is still being made and that nobody needs any more.
        defer { Task { try? await client.shutdown() } }
        do {
            let response = try await client.execute(message(request), timeout: .nanoseconds(Self.longest))
            deadline.stage = .reading
            let (body, isCut) = try await read(response.body, maximum: request.maximumAnswerBytes)
            return OutboundAnswer(
                status: Int(response.status.code), headers: HTTPFields(response.headers), body: body, isCut: isCut,
                address: address)
        } catch {
            try Task.checkCancellation()
            let failure = OutboundHTTPError(error, host: request.url.host, address: address, port: request.url.port)
            if case .unreachable(_, let reason) = failure, [.wait, .reading].contains(deadline.stage) {
                throw OutboundHTTPError.broken(reason: reason)
            }
            throw failure
        }
    }

    /// The deadline of the whole request ends it before this one does.
    private static let longest: Int64 = 3600 * 1_000_000_000

    private func configuration(
        _ request: OutboundRequest, _ address: IPAddress, connectTime: Duration, _ deadline: Deadline
    ) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout.connect = .nanoseconds(max(1_000_000, connectTime.nanoseconds))
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.httpVersion = .http1Only
        configuration.dnsOverride = [request.url.host: address.description]
        configuration.tlsConfiguration = TrustedCertificates.configuration(verifies: request.verifiesCertificate)
        configuration.http1_1ConnectionDebugInitializer = { channel in
            guard channel.remoteAddress?.ipAddress.flatMap({ IPAddress($0) }) == address else {
                return channel.eventLoop.makeFailedFuture(UncheckedAddress())
            }
            deadline.stage = .wait
            return channel.eventLoop.makeSucceededVoidFuture()
        }
        return configuration
    }

    private func message(_ request: OutboundRequest) -> HTTPClientRequest {
        var message = HTTPClientRequest(url: request.url.description)
        message.method = HTTPMethod(rawValue: request.method.rawValue)
        for field in request.headers { message.headers.add(name: field.name.rawName, value: field.value) }
        message.headers.replaceOrAdd(name: "Connection", value: "close")
        if !request.body.isEmpty { message.body = .bytes(request.body) }
        return message
    }

    private func read(_ body: HTTPClientResponse.Body, maximum: Int) async throws -> (bytes: [UInt8], isCut: Bool) {
        var bytes: [UInt8] = []
        for try await part in body {
            let room = maximum - bytes.count
            bytes += part.readableBytesView.prefix(room)
            if part.readableBytes > room { return (bytes, true) }
        }
        return (bytes, false)
    }
}

/// The connection isn't to the address that was checked.
struct UncheckedAddress: Error {}

extension Duration {
    /// Whole nanoseconds, for times that are no longer than a day.
    fileprivate var nanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }
}

extension HTTPFields {
    /// The fields of an answer; those with names or values that HTTP doesn't allow are left out.
    fileprivate init(_ headers: HTTPHeaders) {
        self.init()
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { append(HTTPField(name: name, value: value)) }
        }
    }
}
