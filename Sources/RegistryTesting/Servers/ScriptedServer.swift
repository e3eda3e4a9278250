package import NIOCore
import NIOPosix
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A server on the loopback that answers HTTP requests as a test tells it to, well or badly.
package final class ScriptedServer: Sendable {
    /// What becomes of a request.
    package enum Answer: Sendable {
        /// A whole answer.
        case answer(Int, headers: [String: String] = [:], body: String = "")
        /// Nothing at all; the connection stays.
        case silence
        /// The connection ends by a reset.
        case reset
        /// These bytes as they are, and then the connection ends.
        case raw(String)
        /// A head, and then one byte of the body after the other, each after a pause.
        case drip(pause: Duration)
        /// A body that doesn't end.
        case endless
    }

    private struct State {
        var answers: [Answer]
        var requests: [String] = []
    }

    private let state: Mutex<State>
    private let channel: Mutex<(any Channel)?> = Mutex(nil)
    /// The port that it listens on.
    package var port: Int { channel.withLock { $0?.localAddress?.port ?? 0 } }
    /// What was received, head and body of each request.
    package var requests: [String] { state.withLock { $0.requests } }

    private init(_ answers: [Answer]) { state = Mutex(State(answers: answers)) }

    /// Runs something beside a server whose requests get one answer after the other, the last one again and again.
    ///
    /// `prepare` adds what stands between the connection and HTTP, such as TLS.
    package static func with<Result>(
        _ answers: Answer..., prepare: @escaping @Sendable (any Channel) throws -> Void = { _ in },
        _ body: (ScriptedServer) async throws -> Result
    ) async throws -> Result {
        let server = ScriptedServer(answers)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try prepare(channel)
                    try channel.pipeline.syncOperations.addHandler(ScriptedExchange(server: server))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        server.channel.withLock { $0 = channel }
        do {
            let result = try await body(server)
            try await channel.close()
            return result
        } catch {
            try? await channel.close()
            throw error
        }
    }

    fileprivate func take(_ request: String) -> Answer {
        state.withLock { state in
            state.requests.append(request)
            return state.answers.count > 1 ? state.answers.removeFirst() : state.answers.first ?? .silence
        }
    }
}

/// Reads one request of a connection and plays its answer.
private final class ScriptedExchange: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer
    private let server: ScriptedServer
    private var received = ""

    init(server: ScriptedServer) { self.server = server }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += String(buffer: unwrapInboundIn(data))
        guard let end = received.firstRange(of: "\r\n\r\n") else { return }
        let fields = received[..<end.lowerBound].lowercased().split(separator: "\r\n")
        let length = fields.first { $0.hasPrefix("content-length:") }?.split(separator: ":").last
        let expected = length.flatMap { Int($0.filter { $0 != " " }) } ?? 0
        guard received[end.upperBound...].utf8.count >= expected else { return }
        let request = received
        received = ""
        play(server.take(request), context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func play(_ answer: ScriptedServer.Answer, _ context: ChannelHandlerContext) {
        switch answer {
        case .answer(let status, let headers, let body):
            let fields = headers.map { "\($0): \($1)\r\n" }.joined()
            send("HTTP/1.1 \(status) X\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)", context)
        case .silence: break
        case .reset:
            let context = NIOLoopBound(context, eventLoop: context.eventLoop)
            (context.value.channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0))
                .whenComplete { _ in context.value.close(promise: nil) }
        case .raw(let text):
            send(text, context)
            context.close(promise: nil)
        case .drip(let pause):
            send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", context)
            drip(every: TimeAmount(pause), context)
        case .endless:
            send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", context)
            pour(NIOLoopBound(context, eventLoop: context.eventLoop))
        }
    }

    private func send(_ text: String, _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
    }

    private func drip(every pause: TimeAmount, _ context: ChannelHandlerContext) {
        let (own, loop) = (NIOLoopBound(self, eventLoop: context.eventLoop), context.eventLoop)
        let context = NIOLoopBound(context, eventLoop: loop)
        loop.scheduleTask(in: pause) {
            guard context.value.channel.isActive else { return }
            own.value.send("x", context.value)
            own.value.drip(every: pause, context.value)
        }
    }

    private func pour(_ context: NIOLoopBound<ChannelHandlerContext>) {
        let own = NIOLoopBound(self, eventLoop: context.value.eventLoop)
        let chunk = ByteBuffer(string: "10000\r\n\(String(repeating: "x", count: 65_536))\r\n")
        context.value.writeAndFlush(wrapOutboundOut(chunk)).whenSuccess { own.value.pour(context) }
    }
}
